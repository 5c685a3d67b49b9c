package fr.bastide.cli.alert;

import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.telemetry.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What every form of an alert says of it: fields, techniques, time.
public final class AlertFacts {

  private static final String ATTACK = "attack.";
  private static final int MOST_FIELDS = 12;

  private AlertFacts() {}

  /// What the rule names first, then what it asks for: those that the event has, at most twelve.
  ///
  /// @param chars the length at which a value is cut
  public static Map<String, String> fields(Rule rule, Event event, int chars) {
    Set<String> wanted = new LinkedHashSet<>(rule.info().fields());
    wanted.addAll(rule.asked());
    Map<String, String> found = new LinkedHashMap<>();
    for (String field : wanted) {
      if (found.size() < MOST_FIELDS) {
        event.text(field).ifPresent(value -> found.put(field, shown(value, chars)));
      }
    }
    return found;
  }

  /// A value on one line, cut with an ellipsis.
  public static String shown(String value, int chars) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .limit(chars)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(text::appendCodePoint);
    return text.length() < value.length() ? text.append('…').toString() : text.toString();
  }

  /// The ATT&CK techniques that a rule names, such as `T1059.001`.
  public static List<String> techniques(RuleInfo rule) {
    List<String> techniques = new ArrayList<>();
    for (String tag : rule.tags()) {
      if (tag.startsWith("attack.t") && tag.length() > 8 && Character.isDigit(tag.charAt(8))) {
        techniques.add(tag.substring(ATTACK.length()).toUpperCase(Locale.ROOT));
      }
    }
    return techniques;
  }

  /// The ATT&CK tactics that a rule names, such as `initial-access`.
  public static List<String> tactics(RuleInfo rule) {
    List<String> tactics = new ArrayList<>();
    for (String tag : rule.tags()) {
      String word = tag.startsWith(ATTACK) ? tag.substring(ATTACK.length()) : "";
      boolean numbered = word.length() > 1 && Character.isDigit(word.charAt(1));
      if (!word.isEmpty() && !numbered) {
        tactics.add(word.toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
    return tactics;
  }

  /// A time as ISO 8601 in UTC; `-` when there is none.
  public static String time(long micros) {
    return micros == Event.NO_TIME ? "-" : instant(micros).toString();
  }

  /// A time of an event as an instant.
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /// A constant as rules write it: lower case.
  public static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}

package fr.bastide.cli.timeline;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.Explanation;
import fr.bastide.detection.Rule;
import fr.bastide.kernel.Language;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.ValueKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes examples of events: everything cut to a length that a page can bear.
final class Examples {

  private static final int MOST_CHARS = 600;
  private static final int MOST_RECORD = 4_000;
  private static final int MOST_EXPLANATION = 3_000;
  private static final int MOST_VALUES = 200;

  private final Language language;

  Examples(Language language) {
    this.language = language;
  }

  /// An event of a rule's own alert.
  Example of(Rule rule, Event event, String file) {
    return make(List.of(), rule, event, file);
  }

  /// An event that led to a correlation, by the first of the rules that it matched.
  Example leading(List<Rule> matched, Event event) {
    List<String> titles = matched.stream().map(rule -> rule.info().title()).toList();
    if (matched.isEmpty()) {
      return make(titles, Map.of(), "", event, event.source().name());
    }
    return make(titles, matched.getFirst(), event, event.source().name());
  }

  private Example make(List<String> titles, Rule rule, Event event, String file) {
    String why = Explanation.explain(rule, event).render(language);
    return make(titles, AlertFacts.fields(rule, event, MOST_CHARS), why, event, file);
  }

  private static Example make(
      List<String> titles, Map<String, String> fields, String why, Event event, String file) {
    byte[] bytes = event.record();
    boolean binary = !text(bytes);
    String record = binary ? decoded(event) : new String(bytes, StandardCharsets.UTF_8);
    return new Example(
        event.time(),
        file,
        titles,
        fields,
        cut(why, MOST_EXPLANATION),
        cut(record, MOST_RECORD),
        bytes.length,
        binary,
        Math.max(0, record.length() - MOST_RECORD));
  }

  /// Cuts between characters, never inside one.
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }

  private static boolean text(byte[] bytes) {
    for (byte one : bytes) {
      if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != 0x1b) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  /// The values of a binary record, one a line; the envelope's own names are said once only.
  private static String decoded(Event event) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < event.size() && values.size() < MOST_VALUES; i++) {
      String name = event.name(i);
      if (event.kind(i) != ValueKind.NULL && !name.startsWith("Event.")) {
        values.putIfAbsent(name, AlertFacts.shown(event.text(i), MOST_RECORD));
      }
    }
    StringBuilder lines = new StringBuilder();
    values.forEach((name, value) -> lines.append(name).append(" = ").append(value).append('\n'));
    return lines.toString();
  }
}

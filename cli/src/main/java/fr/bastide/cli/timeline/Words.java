package fr.bastide.cli.timeline;

import fr.bastide.cli.alert.AlertFacts;
import fr.bastide.detection.Level;
import fr.bastide.kernel.Language;
import fr.bastide.telemetry.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

/// The words, numbers and times of the page, in one language and one time zone.
final class Words {

  private final Language language;
  private final ZoneId zone;
  private final ResourceBundle bundle;
  private final DateTimeFormatter second;
  private final DateTimeFormatter milli;

  Words(Language language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
    this.bundle =
        ResourceBundle.getBundle(
            "fr.bastide.cli.timeline.words",
            language.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.second = DateTimeFormatter.ofPattern("HH:mm:ss", language.locale());
    this.milli = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", language.locale());
  }

  Language language() {
    return language;
  }

  ZoneId zone() {
    return zone;
  }

  /// A text by its key, with values in their places.
  String say(String key, Object... values) {
    return String.format(language.locale(), bundle.getString(key), values);
  }

  /// A text that counts: `key.one` or `key.many`, the number first.
  String count(String key, long number, Object... values) {
    boolean one = language == Language.FR ? number < 2 : number == 1;
    Object[] all = new Object[values.length + 1];
    all[0] = number;
    System.arraycopy(values, 0, all, 1, values.length);
    return say(key + (one ? ".one" : ".many"), all);
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  String number(long number) {
    return String.format(language.locale(), "%,d", number);
  }

  String level(Level level) {
    return say("level." + AlertFacts.word(level));
  }

  /// A tactic of ATT&CK; as it was written when it is none.
  String tactic(String tactic) {
    return has("tactic." + tactic) ? say("tactic." + tactic) : tactic;
  }

  ZonedDateTime at(long micros) {
    return AlertFacts.instant(micros).atZone(zone);
  }

  /// How far the local clock was ahead of UTC then, in seconds.
  long offset(long micros) {
    return micros == Event.NO_TIME ? 0 : at(micros).getOffset().getTotalSeconds();
  }

  /// `mardi 24 novembre 2026`.
  String day(LocalDate day) {
    String number = language == Language.FR && day.getDayOfMonth() == 1 ? "1'er'" : "d";
    return DateTimeFormatter.ofPattern("EEEE " + number + " MMMM uuuu", language.locale())
        .format(day);
  }

  /// The time of day, to the millisecond where it tells one.
  String clock(long micros) {
    if (micros == Event.NO_TIME) {
      return say("time.none");
    }
    return (Math.floorMod(micros, 1_000_000L) == 0 ? second : milli).format(at(micros));
  }

  /// Day and time of day.
  String moment(long micros) {
    return micros == Event.NO_TIME
        ? say("time.none")
        : day(at(micros).toLocalDate()) + say("time.at") + clock(micros);
  }

  String moment(Instant instant) {
    return moment(instant.getEpochSecond() * 1_000_000);
  }

  /// A length of time in its two largest units.
  String length(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 120) {
      return count("length.second", seconds);
    }
    if (seconds < 7_200) {
      return count("length.minute", seconds / 60);
    }
    return seconds < 172_800
        ? count("length.hour", seconds / 3_600)
        : count("length.day", seconds / 86_400);
  }
}

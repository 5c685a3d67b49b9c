package fr.bastide.airlock.receipt;

import fr.bastide.kernel.Language;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// Numbers, sizes and times as a reader of one language expects them.
final class Figures {

  private static final int KILO = 1000;

  private final Language language;
  private final ZoneId zone;

  Figures(Language language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
  }

  String number(long value) {
    return NumberFormat.getIntegerInstance(language.locale()).format(value);
  }

  /// A size in the unit that leaves the fewest digits, and in bytes.
  String bytes(long size) {
    String unit = language == Language.FR ? "octets" : "bytes";
    String exact = number(size) + "\u00a0" + unit;
    if (size < KILO) {
      return exact;
    }
    NumberFormat one = NumberFormat.getNumberInstance(language.locale());
    one.setMaximumFractionDigits(1);
    boolean mega = size >= KILO * KILO;
    String letter = language == Language.FR ? "o" : "B";
    return one.format(size / (double) (mega ? KILO * KILO : KILO))
        + "\u00a0"
        + (mega ? "M" : "k")
        + letter
        + " ("
        + exact
        + ")";
  }

  String instant(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    String pattern =
        language == Language.FR
            ? "EEEE d MMMM yyyy 'à' H'\u00a0h\u00a0'mm (z)"
            : "EEEE d MMMM yyyy 'at' H:mm (z)";
    return DateTimeFormatter.ofPattern(pattern, language.locale()).format(local);
  }
}

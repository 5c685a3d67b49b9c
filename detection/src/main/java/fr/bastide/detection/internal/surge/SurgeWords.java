package fr.bastide.detection.internal.surge;

import fr.bastide.detection.surge.Surge;
import fr.bastide.kernel.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A surge in a sentence, in both languages.
final class SurgeWords {

  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH:mm", Locale.FRENCH);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);

  private SurgeWords() {}

  /// @param minutes how long a bucket is
  static Text of(
      Surge.Stage stage, long since, double usual, long seen, double factor, long minutes) {
    var begin = Instant.ofEpochSecond(Math.floorDiv(since, 1_000_000L)).atOffset(ZoneOffset.UTC);
    long percent = Math.round(100 * (factor - 1));
    String often = usual < 1 ? "presque aucun" : number(Math.round(usual), '\u202f');
    String oftenEnglish = usual < 1 ? "almost none" : number(Math.round(usual), ',');
    String french =
        "+"
            + number(percent, '\u202f')
            + "\u00a0% contre l’habitude\u00a0: "
            + number(seen, '\u202f')
            + " événements en "
            + minutes
            + " minutes au lieu de "
            + often
            + ", depuis le "
            + FRENCH.format(begin)
            + " (UTC)";
    String english =
        "+"
            + number(percent, ',')
            + " % against the usual: "
            + number(seen, ',')
            + " events in "
            + minutes
            + " minutes instead of "
            + oftenEnglish
            + ", since "
            + ENGLISH.format(begin)
            + " (UTC)";
    return switch (stage) {
      case BEGAN -> new Text(french + ".", english + ".");
      case GREW -> new Text(french + "\u202f; cela a doublé.", english + "; it has doubled.");
      case ENDED ->
          new Text(
              "C’est revenu à l’habitude. Au plus fort\u00a0: " + french + ".",
              "It is back to the usual. At its worst: " + english + ".");
    };
  }

  private static String number(long number, char group) {
    String digits = Long.toString(number);
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      int left = digits.length() - i;
      if (i > 0 && left % 3 == 0) {
        grouped.append(group);
      }
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }
}

package fr.bastide.gateway.internal.page;

import fr.bastide.kernel.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Times as a reader of one language expects them.
final class When {

  private When() {}

  static String say(Instant instant, ZoneId zone, Language language) {
    String pattern =
        language == Language.FR ? "d MMMM yyyy 'à' H'\u00a0h\u00a0'mm" : "d MMMM yyyy 'at' H:mm";
    return DateTimeFormatter.ofPattern(pattern, language.locale()).format(instant.atZone(zone));
  }
}

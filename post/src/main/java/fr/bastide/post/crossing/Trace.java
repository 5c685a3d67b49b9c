package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.MailField;
import fr.bastide.airlock.mail.MailMessages;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The fields by which the low side tells how a message came to it.
final class Trace {

  private static final int LONGEST = 120;

  private Trace() {}

  static List<MailField> of(ArrivedMail mail, String host, String number) {
    List<MailField> fields = new ArrayList<>();
    String date = MailMessages.date(OffsetDateTime.ofInstant(mail.at(), ZoneOffset.UTC)).value();
    // The name a client gives itself is not believed, its address is (RFC 5321, section 4.4).
    String received =
        "from %s ([%s]) by %s (Bastide) with %s id %s; %s"
            .formatted(
                named(mail.helo()),
                mail.client(),
                host,
                mail.tls() ? "ESMTPS" : "ESMTP",
                number,
                date);
    MailField.of("Received", received).ifPresent(fields::add);
    String results = mail.results().isEmpty() ? "none" : mail.results();
    MailField.of("Authentication-Results", host + "; " + results).ifPresent(fields::add);
    return fields;
  }

  private static String named(String helo) {
    StringBuilder name = new StringBuilder();
    helo.chars()
        .limit(LONGEST)
        .filter(c -> c < 0x7f && (Character.isLetterOrDigit(c) || ".-_:[]".indexOf(c) >= 0))
        .forEach(c -> name.append((char) c));
    return name.isEmpty() ? "unknown" : name.toString();
  }
}

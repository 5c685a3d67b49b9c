package fr.bastide.airlock.mail.authentication;

import fr.bastide.airlock.mail.Mailbox;
import fr.bastide.airlock.mail.SenderFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Checks what is proved about where a message comes from.
public final class MailAuthentication {

  private final Dns dns;

  public MailAuthentication(Dns dns) {
    this.dns = dns;
  }

  /// How a message came.
  ///
  /// @param client the address of the server that brought it
  /// @param helo how that called itself
  /// @param sender in the envelope; empty for a message about a message
  public record Arrival(String client, String helo, Optional<Mailbox> sender) {}

  /// Checks a message; never fails for what is in it or in the DNS.
  ///
  /// @param message as it came, lines ending in CR LF
  public AuthenticationReport check(byte[] message, Arrival arrival, Instant now) {
    Dns bounded = new BoundedDns(dns);
    RawMessage raw = RawMessage.of(message);
    String helo = Mailbox.address("postmaster@" + arrival.helo()).map(Mailbox::domain).orElse("");
    String mailFrom = arrival.sender().map(Mailbox::domain).orElse(helo);
    Verdict spf = Verdict.NONE;
    if (!arrival.client().isEmpty() && !mailFrom.isEmpty()) {
      String address = arrival.sender().map(Mailbox::address).orElse("postmaster@" + mailFrom);
      spf = new Spf(bounded).check(arrival.client(), address, helo.isEmpty() ? mailFrom : helo);
    }
    List<Dkim.Checked> signatures = new Dkim(bounded, now).check(raw);
    List<String> proven = new ArrayList<>();
    signatures.stream()
        .filter(s -> s.verdict() == Verdict.PASS)
        .forEach(s -> proven.add(s.domain()));
    Optional<String> from =
        SenderFields.domain(raw.all("from").stream().map(RawMessage.Field::value).toList());
    Dmarc.Checked dmarc = new Dmarc.Checked(Verdict.PERMERROR, Dmarc.Asks.NOTHING);
    if (from.isPresent()) {
      boolean passed = spf == Verdict.PASS;
      dmarc =
          new Dmarc(bounded)
              .check(
                  from.get().toLowerCase(Locale.ROOT),
                  proven,
                  passed ? Optional.of(mailFrom) : Optional.empty());
    }
    return AuthenticationReport.of(spf, mailFrom, signatures, dmarc, from.orElse(""));
  }
}

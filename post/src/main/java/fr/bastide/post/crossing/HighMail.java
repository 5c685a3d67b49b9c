package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.Mailbox;
import fr.bastide.post.SmtpServer;
import java.nio.file.Path;
import java.util.Optional;

/// How mail is handed over on the high side.
///
/// @param server the mail server that takes it
/// @param postmaster who is told of what it refuses
/// @param host how this side calls itself
/// @param flow the flow of the link by which mail crosses
/// @param seal the seal on what leaves (ARC, RFC 8617); none when empty
public record HighMail(
    SmtpServer server, Mailbox postmaster, String host, String flow, Optional<Seal> seal) {

  /// A key in PEM (PKCS #8), and where its public half is found in the DNS:
  /// `SELECTOR._domainkey.DOMAIN`.
  public record Seal(String domain, String selector, Path key) {}
}

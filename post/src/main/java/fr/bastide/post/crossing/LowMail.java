package fr.bastide.post.crossing;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.mail.Mailbox;
import fr.bastide.airlock.mail.OwnNames;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How mail is received on the low side.
///
/// @param host the name of this server, in its greeting and in `Authentication-Results`
/// @param listen where it waits for other servers
/// @param own who the body is; mail is taken for its domains alone
/// @param address from which notices come
/// @param policy of the disarming
/// @param flow the flow of the link by which mail crosses
/// @param bytes most of one message
/// @param receipt what a message says about its receipt
/// @param tls the certificate, when the server offers STARTTLS (RFC 3207)
/// @param resolvers name servers to ask; those of the system when there are none
/// @param forged what happens to mail whose sender's domain asks to refuse what it cannot prove
public record LowMail(
    String host,
    InetSocketAddress listen,
    OwnNames own,
    Mailbox address,
    Policy policy,
    String flow,
    int bytes,
    ReceiptShown receipt,
    Optional<Tls> tls,
    List<InetSocketAddress> resolvers,
    Forged forged) {

  public LowMail {
    resolvers = List.copyOf(resolvers);
  }

  /// A certificate with its chain, and its secret key (PKCS #8), both in PEM.
  public record Tls(Path certificate, Path key) {}

  /// What a message says about its receipt.
  public sealed interface ReceiptShown {
    /// Nothing; the receipt lies beside the item on the high side.
    record Apart() implements ReceiptShown {}

    /// Its address.
    ///
    /// @param address with `{receipt}` where its number goes
    record Linked(String address) implements ReceiptShown {}

    /// The receipt itself, as a page.
    record Attached() implements ReceiptShown {}
  }

  /// What happens to mail whose sender's domain asks for proof (DMARC `p=reject`), when there is
  /// none.
  public enum Forged {
    /// It crosses, and says so at its top.
    MARK,
    /// The server that brings it is told no.
    REFUSE
  }
}

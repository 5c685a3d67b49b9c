package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.Mailbox;
import fr.bastide.airlock.mail.PostedMail;
import fr.bastide.post.SmtpServer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/// Hands messages to a mail server by SMTP, to the byte as they are, over one connection while all
/// is well. Not thread-safe.
final class Handover implements AutoCloseable {

  private static final String PATIENCE_MILLIS = "30000";
  private static final int PERMANENT = 500;
  private static final int MOST_CHAINED = 2_000;

  private final SmtpServer server;
  private final Session session;
  private final List<Transport> open = new ArrayList<>();

  Handover(SmtpServer server, String host) {
    this.server = server;
    this.session = Session.getInstance(properties(server, host));
  }

  private static Properties properties(SmtpServer server, String host) {
    Properties p = new Properties();
    p.setProperty("mail.smtp.host", server.host());
    p.setProperty("mail.smtp.port", Integer.toString(server.port()));
    p.setProperty("mail.smtp.localhost", host);
    p.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
    p.setProperty("mail.smtp.sendpartial", "true");
    p.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    p.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    p.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (server.security()) {
      case NONE -> {}
      case STARTTLS -> {
        p.setProperty("mail.smtp.starttls.enable", "true");
        p.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> p.setProperty("mail.smtp.ssl.enable", "true");
    }
    return p;
  }

  /// Hands one message over.
  Delivery hand(PostedMail mail) {
    try {
      connected().sendMessage(new Canonical(mail), addresses(mail.recipients()));
      return new Delivery(List.of(), List.of(), "", false);
    } catch (SendFailedException refused) {
      close();
      return judged(mail, refused);
    } catch (MessagingException unreachable) {
      close();
      return new Delivery(mail.recipients(), List.of(), told(unreachable), true);
    }
  }

  private Transport connected() throws MessagingException {
    if (!open.isEmpty() && open.getFirst().isConnected()) {
      return open.getFirst();
    }
    close();
    Transport transport = session.getTransport("smtp");
    if (server.login().isPresent()) {
      SmtpServer.Login login = server.login().get();
      transport.connect(login.user(), login.password());
    } else {
      transport.connect();
    }
    open.add(transport);
    return transport;
  }

  private static Address[] addresses(List<Mailbox> boxes) throws AddressException {
    List<Address> all = new ArrayList<>();
    for (Mailbox box : boxes) {
      all.add(new InternetAddress(box.address(), false));
    }
    return all.toArray(Address[]::new);
  }

  /// Who had it, who may have it later and who never will: a permanent answer (RFC 5321, section
  /// 4.2.1) to an address is for that address, one to the message is for all who did not have it.
  private static Delivery judged(PostedMail mail, SendFailedException refused) {
    List<String> had = written(refused.getValidSentAddresses());
    List<String> never = new ArrayList<>();
    boolean all = false;
    for (Exception one : chain(refused)) {
      if (one instanceof SMTPAddressFailedException address
          && address.getReturnCode() >= PERMANENT) {
        never.add(address.getAddress().getAddress());
      } else if (one instanceof SMTPSendFailedException whole
          && whole.getReturnCode() >= PERMANENT) {
        all = true;
      }
    }
    List<Mailbox> later = new ArrayList<>();
    List<Mailbox> lost = new ArrayList<>();
    for (Mailbox box : mail.recipients()) {
      if (!had.contains(box.address())) {
        boolean permanent = never.contains(box.address()) || (all && never.isEmpty());
        (permanent ? lost : later).add(box);
      }
    }
    return new Delivery(later, lost, told(refused), false);
  }

  private static List<Exception> chain(MessagingException first) {
    List<Exception> chain = new ArrayList<>(List.of(first));
    while (chain.size() < MOST_CHAINED
        && chain.getLast() instanceof MessagingException one
        && one.getNextException() != null) {
      chain.add(one.getNextException());
    }
    return chain;
  }

  private static List<String> written(Address @Nullable [] some) {
    List<String> all = new ArrayList<>();
    for (Address one : some == null ? new Address[0] : some) {
      all.add(((InternetAddress) one).getAddress());
    }
    return all;
  }

  private static String told(Exception failed) {
    String said = Objects.requireNonNullElse(failed.getMessage(), failed.toString());
    StringBuilder line = new StringBuilder();
    said.chars().limit(300).forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
    return line.toString().strip();
  }

  @Override
  public void close() {
    for (Transport one : open) {
      try {
        one.close();
      } catch (MessagingException gone) {
        // The server was faster.
      }
    }
    open.clear();
  }

  /// The bytes that crossed, written as they are.
  private static final class Canonical extends SMTPMessage {
    private final byte[] bytes;

    Canonical(PostedMail mail) throws MessagingException {
      super(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.message()));
      this.bytes = mail.message();
      setEnvelopeFrom(mail.sender().map(Mailbox::address).orElse("<>"));
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
      out.write(bytes);
    }
  }
}

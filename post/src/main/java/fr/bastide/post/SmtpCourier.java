package fr.bastide.post;

import fr.bastide.kernel.Text;
import fr.bastide.loop.letter.Courier;
import fr.bastide.loop.letter.CourierException;
import fr.bastide.loop.letter.Letter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/// Hands letters over by SMTP (RFC 5321): plain text, UTF-8, no tracking. Thread-safe.
public final class SmtpCourier implements Courier {

  private static final String PATIENCE_MILLIS = "15000";

  private final SmtpServer server;
  private final Session session;

  /// A courier to this server.
  public SmtpCourier(SmtpServer server) {
    this.server = server;
    this.session = Session.getInstance(properties(server));
  }

  @Override
  public void carry(Letter letter) {
    try {
      MimeMessage message = message(letter);
      try (Transport transport = session.getTransport("smtp")) {
        if (server.login().isPresent()) {
          SmtpServer.Login login = server.login().get();
          transport.connect(login.user(), login.password());
        } else {
          transport.connect();
        }
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException refused) {
      throw new CourierException(
          new Text(
              "Le serveur de messagerie %s n’a pas pris le message\u00a0: %s"
                  .formatted(server.host(), refused.getMessage()),
              "The mail server %s did not take the message: %s"
                  .formatted(server.host(), refused.getMessage())),
          refused);
    }
  }

  private MimeMessage message(Letter letter) throws MessagingException {
    String utf8 = StandardCharsets.UTF_8.name();
    MimeMessage message = new Identified(session, letter);
    message.setFrom(new InternetAddress(server.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
    message.setSubject(letter.subject(), utf8);
    message.setSentDate(Date.from(letter.at()));
    message.setHeader("Content-Language", letter.language().tag());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(letter.text(), utf8);
    message.saveChanges();
    return message;
  }

  private static Properties properties(SmtpServer server) {
    Properties p = new Properties();
    p.setProperty("mail.smtp.host", server.host());
    p.setProperty("mail.smtp.port", Integer.toString(server.port()));
    p.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
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

  /// Keeps the letter's own identifier, so that one sent twice is seen once.
  private static final class Identified extends MimeMessage {

    private final Letter letter;

    Identified(Session session, Letter letter) {
      super(session);
      this.letter = letter;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + letter.messageId() + ">");
    }
  }
}

package fr.bastide.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// An empty server with a mail server beside it, as on the day of its installation.
final class Town implements AutoCloseable {

  private static final Duration POST_WAIT = Duration.ofSeconds(90);

  private final GreenMail post;
  private final Server server;

  private Town(GreenMail post, Server server) {
    this.post = post;
    this.server = server;
  }

  static Town found() {
    GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.start();
    Path data = Server.freshData("town");
    try {
      Files.writeString(
          data.resolve("bastide.properties"),
          """
          bastide.centre.name=Centre régional d’essai
          bastide.centre.phone=01 23 45 67 89
          bastide.mail.host=127.0.0.1
          bastide.mail.port=%d
          bastide.mail.security=NONE
          bastide.mail.from=bastide@centre.exemple
          """
              .formatted(post.getSmtp().getPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return new Town(post, Server.start(data));
    } catch (AssertionError e) {
      post.stop();
      throw e;
    }
  }

  Server server() {
    return server;
  }

  /// The first letter that came for this address, waited for.
  MimeMessage letterTo(String address) {
    long end = System.nanoTime() + POST_WAIT.toNanos();
    while (System.nanoTime() < end) {
      List<MimeMessage> letters =
          Stream.of(post.getReceivedMessages()).filter(letter -> to(letter, address)).toList();
      if (!letters.isEmpty()) {
        return letters.getFirst();
      }
      post.waitForIncomingEmail(500, post.getReceivedMessages().length + 1);
    }
    throw new AssertionError("no letter came for " + address + " within " + POST_WAIT);
  }

  private static boolean to(MimeMessage letter, String address) {
    try {
      return Stream.of(letter.getAllRecipients()).anyMatch(to -> to.toString().equals(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } finally {
      post.stop();
    }
  }
}

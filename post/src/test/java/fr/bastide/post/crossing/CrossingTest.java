package fr.bastide.post.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.bastide.airlock.link.HighSide;
import fr.bastide.airlock.link.LowSide;
import fr.bastide.airlock.link.Preparation;
import fr.bastide.airlock.mail.PostedMail;
import fr.bastide.airlock.mail.authentication.Dns;
import fr.bastide.airlock.receipt.OperatorKey;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real client, the low side, the link, the high side, a real server.
class CrossingTest {

  private static final String TO = "accueil@mairie-saint-elix.example";
  private static final long PATIENCE_MS = 20_000;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static String mail(String from, String subject, String body) {
    return "From: "
        + from
        + "\r\nTo: "
        + TO
        + "\r\nSubject: "
        + subject
        + "\r\nMessage-ID: <"
        + subject
        + "@b.example>"
        + "\r\nAuthentication-Results: sas.mairie.example; dmarc=pass\r\nMIME-Version: 1.0\r\n"
        + body;
  }

  private List<MimeMessage> cross(Path root, LowMail settings, List<String> mails)
      throws Exception {
    Yard yard = Yard.in(root);
    server.start();
    ExecutorService sides = Executors.newFixedThreadPool(3);
    try (LowCrossing low =
            new LowCrossing(
                settings,
                yard.in(),
                yard.held(),
                Yard::room,
                OperatorKey.in(root.resolve("receipts.key")),
                Preparation.AS_IS,
                (name, kind) -> new Dns.Answer.Nothing(),
                Clock.systemUTC());
        LowSide lowSide = new LowSide(yard.low(), low, t -> {}, Clock.systemUTC());
        HighSide highSide = new HighSide(yard.high(), alarm -> {}, Clock.systemUTC());
        HighCrossing high =
            new HighCrossing(
                Yard.highMail(server.getSmtp().getPort()),
                yard.out(),
                t -> System.out.println(t.en()),
                Clock.systemUTC())) {
      low.start();
      List<Future<?>> running = new ArrayList<>();
      running.add(
          sides.submit(() -> {
            lowSide.run();
            return 0;
          }));
      running.add(
          sides.submit(() -> {
            highSide.run();
            return 0;
          }));
      running.add(sides.submit(high));
      try (SmtpTalk talk = new SmtpTalk(low.port())) {
        for (String mail : mails) {
          talk.begin("envoi@b.example", TO);
          assertThat(talk.data(mail)).startsWith("250");
        }
      }
      long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
      while (server.getReceivedMessages().length < mails.size() && System.nanoTime() < end) {
        for (Future<?> one : running) {
          if (one.isDone()) {
            one.get();
          }
        }
        Thread.sleep(20);
      }
      lowSide.stop();
      highSide.stop();
      high.stop();
      for (Future<?> one : running) {
        one.get();
      }
      return List.of(server.getReceivedMessages());
    } finally {
      sides.shutdownNow();
      server.stop();
    }
  }

  @Test
  void mailCrossesDisarmedAndMarked(@TempDir Path root) throws Exception {
    String page =
        mail(
            "\"Claire Martin\" <claire@mairie-saint-e1ix.example>",
            "un",
            "Content-Type: text/html; charset=utf-8\r\n\r\n"
                + "<p>Bonjour<script>x()</script></p>\r\n"
                + ".hidden");
    List<MimeMessage> received =
        cross(root, Yard.lowMail(), List.of(page, mail("jean@b.example", "deux", "\r\nPlain")));

    assertThat(received).hasSize(2);
    MimeMessage marked = received.getFirst();
    assertThat(marked.getSubject()).isEqualTo("[Expéditeur à vérifier] [Check the sender] un");
    assertThat(marked.getHeader("X-Bastide-Sender")).containsExactly("lookalike-domain; own-name");
    assertThat(marked.getHeader("Authentication-Results", "|").replace("\r\n", ""))
        .isEqualTo(
            "sas.mairie.example; spf=none smtp.mailfrom=b.example; dkim=none; dmarc=none"
                + " header.from=mairie-saint-e1ix.example");
    assertThat(marked.getHeader("Received")[1]).contains("[127.0.0.1]", "sas.mairie.example");
    assertThat((String) marked.getContent())
        .contains("Bonjour", "vérifiez l’expéditeur", "mairie-saint-e1ix.example")
        .doesNotContain("<script");
    assertThat(received.get(1).getSubject()).isEqualTo("deux");
    assertThat(received.get(1).getHeader("X-Bastide-Sender")).isNull();
    assertThat(received.get(1).getContent()).isEqualTo("Plain\r\n");
    try (Stream<Path> left = Files.list(root.resolve("out/mail"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theReceiptGoesAlongWhenAsked(@TempDir Path root) throws Exception {
    LowMail settings = Yard.lowMail(new LowMail.ReceiptShown.Attached(), Optional.empty());
    MimeMessage received =
        cross(root, settings, List.of(mail("jean@b.example", "un", "\r\nPlain"))).getFirst();

    Multipart parts = (Multipart) received.getContent();
    BodyPart receipt = parts.getBodyPart(1);
    assertThat(receipt.getFileName()).startsWith("recu-").endsWith(".html");
    assertThat((String) receipt.getContent()).contains("Qu’est devenu le fichier");
  }

  @Test
  void recipientsAreToldOfWhatDidNotPass(@TempDir Path root) throws Exception {
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\r\n\r\n--b")
          .append(i)
          .append("\r\n");
    }
    MailPreparation preparation =
        new MailPreparation(
            Yard.lowMail(),
            Yard::room,
            OperatorKey.in(root.resolve("k")),
            root.resolve("held"),
            Clock.systemUTC());
    Preparation.Prepared.Ready ready =
        (Preparation.Prepared.Ready)
            preparation.prepare(
                "a.mail",
                Arrivals.file(
                    "jean@b.example", TO, mail("x@y.example", "SECRET", deep.toString())));

    PostedMail posted = PostedMail.read(ready.content()).orElseThrow();
    assertThat(posted.sender()).isEmpty();
    MimeMessage notice =
        new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(posted.message()));
    assertThat(notice.getSubject()).startsWith("Un message pour vous n’est pas passé");
    assertThat((String) notice.getContent())
        .contains("jean@b.example", "emboîtés")
        .doesNotContain("SECRET", "x@y.example");
    assertThat(notice.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    try (Stream<Path> held = Files.list(root.resolve("held"))) {
      assertThat(held).hasSize(1);
    }
  }

  @Test
  void whatTheServerRefusesIsKeptAndThePostmasterTold(@TempDir Path root) throws Exception {
    Yard yard = Yard.in(root);
    Path flow = Files.createDirectories(yard.out().resolve("mail"));
    var preparation =
        new MailPreparation(
            Yard.lowMail(),
            Yard::room,
            OperatorKey.in(root.resolve("k")),
            yard.held(),
            Clock.systemUTC());
    var ready =
        (Preparation.Prepared.Ready)
            preparation.prepare(
                "a.mail",
                Arrivals.file("jean@b.example", TO, mail("jean@b.example", "un", "\r\nx")));
    Files.write(flow.resolve("7-a.mail"), ready.content());
    Files.write(flow.resolve("8-b.mail"), new byte[] {1, 2});
    List<String> told = new ArrayList<>();
    try (RefusingServer refusing = new RefusingServer(TO);
        HighCrossing high =
            new HighCrossing(
                Yard.highMail(refusing.port()),
                yard.out(),
                t -> told.add(t.en()),
                Clock.systemUTC())) {
      refusing.temporary(true);
      assertThat(high.pass()).isEqualTo(1);
      assertThat(flow.resolve("7-a.mail")).exists();
      refusing.temporary(false);
    }
    HighMail.Seal seal = yard.seal();
    try (RefusingServer refusing = new RefusingServer(TO);
        HighCrossing high =
            new HighCrossing(
                Yard.highMail(refusing.port(), Optional.of(seal)),
                yard.out(),
                t -> told.add(t.en()),
                Clock.systemUTC(),
                Duration.ZERO)) {
      assertThat(high.pass()).isEqualTo(1);
      assertThat(refusing.accepted())
          .singleElement()
          .asString()
          .contains("RCPT TO:<postmaster@mairie-saint-elix.example>", "MAIL FROM:<>")
          .contains("DKIM-Signature: v=1; a=ed25519-sha256");
    }
    try (RefusingServer other = new RefusingServer("nobody");
        HighCrossing high =
            new HighCrossing(
                Yard.highMail(other.port(), Optional.of(seal)),
                yard.out(),
                t -> told.add(t.en()),
                Clock.systemUTC())) {
      Files.write(flow.resolve("9-c.mail"), ready.content());
      Files.write(flow.resolve("9-c.mail.receipt.json"), ready.receipt());
      assertThat(high.pass()).isEqualTo(1);
      assertThat(other.accepted())
          .singleElement()
          .asString()
          .contains(
              "ARC-Seal: i=1; a=ed25519-sha256",
              "ARC-Authentication-Results: i=1; sas.mairie.example; none");
    }
    assertThat(yard.out().resolve(".receipts/c.json")).hasBinaryContent(ready.receipt());
    assertThat(flow.resolve("7-a.mail")).doesNotExist();
    assertThat(yard.out().resolve(".undelivered/7-a.mail")).exists();
    assertThat(yard.out().resolve(".undelivered/8-b.mail")).exists();
    assertThat(told).isNotEmpty();
  }
}

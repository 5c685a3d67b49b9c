package fr.bastide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Cuts the power while the mailbox is read: afterwards each mail is one report, none is missing
/// and none is there twice.
final class MailboxCrashTest {

  private static final int MAILS = 80;
  private static final String ADDRESS = "alerte@centre.exemple";
  private static final String LEAD = "lead@centre.exemple";
  private static final String PASSWORD = "les arcades de la place";
  private static final Pattern INVITATION = Pattern.compile("(/invitation/[^\"<\\s]+)\" readonly");
  private static final Pattern REPORT =
      Pattern.compile("<a href=\"/desk/reports/([0-9a-f-]{36})\">");
  private static final Pattern SENDER = Pattern.compile("Mail numéro (\\d+)\\b");

  @Test
  void everyMailIsTakenOnce() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    mail.start();
    try {
      mail.setUser(ADDRESS, "alerte", "secret");
      Path data = Server.freshData("mailbox");
      Files.writeString(
          data.resolve("bastide.properties"),
          """
          bastide.mailbox.host=127.0.0.1
          bastide.mailbox.port=%d
          bastide.mailbox.security=NONE
          bastide.mailbox.user=alerte
          bastide.mailbox.password=secret
          """
              .formatted(mail.getImap().getPort()));
      fill(mail);
      try (Server doomed = Server.start(data);
          Client client = new Client(doomed)) {
        lead(doomed, client);
        assertThat(await(doomed, 1)).as("cut in the middle").hasSizeBetween(1, MAILS - 1);
        doomed.kill();
      }
      try (Server again = Server.start(data)) {
        Set<String> reports = await(again, MAILS);
        assertThat(senders(again, reports)).hasSize(MAILS).doesNotHaveDuplicates();
      }
    } finally {
      mail.stop();
    }
  }

  private static void fill(GreenMail mail) throws Exception {
    for (int i = 0; i < MAILS; i++) {
      String text =
          "From: p%d@mairie.exemple\r\nTo: %s\r\nSubject: Mail numéro %d\r\nMessage-ID: <%d@m>\r\n\r\n%s"
              .formatted(i, ADDRESS, i, i, "Les écrans sont noirs.\r\n".repeat(400));
      mail.getUserManager()
          .getUserByEmail(ADDRESS)
          .deliver(
              new MimeMessage(
                  Session.getInstance(new Properties()),
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }
  }

  private static void lead(Server server, Client client) throws Exception {
    String link = server.administratorLink().substring(server.origin().toString().length());
    client.submit(
        link,
        link,
        Map.of("email", "admin@centre.exemple", "name", "Ada Ministre", "password", PASSWORD));
    HttpResponse<String> invited =
        client.submit(
            "/admin/accounts",
            "/admin/accounts",
            Map.of("email", LEAD, "role", "CSIRT_LEAD", "language", "fr"));
    Matcher invitation = INVITATION.matcher(invited.body());
    assertThat(invitation.find()).isTrue();
    try (Client lead = new Client(server)) {
      lead.submit(
          invitation.group(1), invitation.group(1), Map.of("name", "Lou", "password", PASSWORD));
    }
  }

  /// Waits until so many reports are there.
  private static Set<String> await(Server server, int least) throws Exception {
    try (Client lead = new Client(server)) {
      lead.signIn(LEAD, PASSWORD);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
      Set<String> seen = reports(lead);
      while (seen.size() < least && System.nanoTime() < end) {
        Thread.sleep(20);
        seen = reports(lead);
      }
      return seen;
    }
  }

  private static Set<String> reports(Client lead) throws Exception {
    Set<String> reports = new HashSet<>();
    Matcher report = REPORT.matcher(lead.get("/desk/reports").body());
    while (report.find()) {
      reports.add(report.group(1));
    }
    return reports;
  }

  /// Of which mail each report is.
  private static List<String> senders(Server server, Set<String> reports) throws Exception {
    try (Client lead = new Client(server)) {
      lead.signIn(LEAD, PASSWORD);
      List<String> senders = new ArrayList<>();
      for (String id : reports) {
        Matcher sender = SENDER.matcher(lead.get("/desk/reports/" + id).body());
        senders.add(sender.find() ? sender.group(1) : "none of " + id);
      }
      return senders;
    }
  }
}

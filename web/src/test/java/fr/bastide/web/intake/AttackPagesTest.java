package fr.bastide.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.intake.QueueDesk;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportId;
import fr.bastide.web.TestBrowser;
import fr.bastide.web.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// *I am under attack*, from the first page to the answer of an operator, without JavaScript.
class AttackPagesTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Caller OPERATOR =
      SERVER.person(new Membership.OfCentre(CentreRole.CSIRT_OPERATOR)).caller();

  private final TestBrowser browser = new TestBrowser(SERVER);

  private static QueueDesk desk() {
    return SERVER.context().getBean(QueueDesk.class);
  }

  private HttpResponse<String> first(String ticket, String... fields)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("ticket", ticket));
    all.addAll(Arrays.asList(fields));
    return browser.submit("/report", "/report", all.toArray(String[]::new));
  }

  private static String ticket(String page) {
    Matcher ticket = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"").matcher(page);
    assertThat(ticket.find()).isTrue();
    return ticket.group(1);
  }

  private static String base(String location) {
    return location.substring(0, location.lastIndexOf('/'));
  }

  private static Report reported(String base) {
    return desk().queue(OPERATOR, true).stream()
        .filter(report -> base.isEmpty() || report.phone().equals(base))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReportIsKeptStepByStepAndAnsweredOnItsSecretPage() throws Exception {
    HttpResponse<String> opened =
        first(
            SampleTicket.of(SERVER),
            "contact.phone",
            "06 01 02 03 04",
            "contact.body",
            "mairie de Mirepoix");
    assertThat(opened.statusCode()).isEqualTo(303);
    String seen = TestBrowser.location(opened);
    assertThat(seen).matches("/report/[\\w-]{43}/seen#main");
    String base = base(seen);
    HttpResponse<String> signs = browser.get(base + "/seen");
    assertThat(signs.body()).contains("Votre référence", "Des fichiers ne s’ouvrent plus");
    assertThat(signs.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(signs.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    HttpResponse<String> next =
        browser.submit(
            base + "/seen", base + "/seen", "sign.files-locked", "yes", "sign.ransom-note", "yes");
    assertThat(TestBrowser.location(next)).isEqualTo(base + "/effects#main");
    assertThat(browser.get(base + "/effects").body())
        .contains("À faire maintenant", "Rançongiciel");
    browser.submit(base + "/effects", base + "/effects", "effects.payroll", "stopped");
    HttpResponse<String> last =
        browser.submit(base + "/words", base + "/words", "words.what", "Tout <b>est</b> arrêté.");
    assertThat(TestBrowser.location(last)).isEqualTo(base);
    Report report = reported("06 01 02 03 04");
    String own = browser.get(base).body();
    assertThat(own)
        .contains(report.reference().toString(), "tel:3218", "href=\"/alert/ransomware")
        .contains(SERVER.origin() + base);
    desk().take(OPERATOR, report.id(), report.version());
    desk().answer(OPERATOR, report.id(), "Nous vous rappelons <tout de suite>.");
    browser.submit(base, base + "/messages", "text", "Merci.");
    assertThat(browser.get(base).body())
        .contains(
            "Nous vous rappelons &lt;tout de suite&gt;.", "Merci.", "s’occupe de vous depuis");
    assertThat(desk().view(OPERATOR, report.id()).report().answers())
        .containsEntry("effects.payroll", "stopped")
        .containsEntry("words.what", "Tout <b>est</b> arrêté.");
  }

  @Test
  void whoeverSendsTwiceOnABadLineHasOneReport() throws Exception {
    String ticket = SampleTicket.of(SERVER);
    String once = TestBrowser.location(first(ticket, "contact.phone", "07 00"));
    String twice = TestBrowser.location(first(ticket, "contact.phone", "07 00 00 00 07"));
    assertThat(twice).isEqualTo(once);
    assertThat(
            desk().queue(OPERATOR, true).stream()
                .filter(report -> report.phone().startsWith("07 00")))
        .hasSize(1);
  }

  @Test
  void aRobotHasToConfirmAndAPersonLosesNothing() throws Exception {
    for (String[] sent :
        new String[][] {
          {ticket(browser.get("/report").body()), "contact.phone", "08 08"},
          {SampleTicket.of(SERVER), "contact.phone", "08 08", StepView.TRAP, "http://spam"},
          {"not a ticket", "contact.phone", "08 08"},
          {"x".repeat(5_000), "contact.phone", "08 08"}
        }) {
      HttpResponse<String> asked = first(sent[0], Arrays.copyOfRange(sent, 1, sent.length));
      assertThat(asked.statusCode()).isEqualTo(200);
      assertThat(asked.body()).contains("Une personne envoie ce signalement", "value=\"08 08\"");
      // Sent again without the box, it is asked again.
      String again = ticket(asked.body());
      assertThat(first(again, "contact.phone", "08 08").statusCode()).isEqualTo(200);
      Matcher box = Pattern.compile("id=\"confirm\" name=\"([^\"]+)\"").matcher(asked.body());
      assertThat(box.find()).isTrue();
      HttpResponse<String> sure = first(again, "contact.phone", "08 08", box.group(1), "yes");
      assertThat(sure.statusCode()).isEqualTo(303);
    }
    assertThat(
            desk().queue(OPERATOR, true).stream().filter(report -> report.phone().equals("08 08")))
        .hasSize(4)
        .allMatch(Report::suspect);
  }

  @Test
  void aLinkCanBeChangedAndTheOldOneSaysItEnded() throws Exception {
    String base = base(TestBrowser.location(first(SampleTicket.of(SERVER), "contact.phone", "09")));
    HttpResponse<String> renewed = browser.submit(base, base + "/link");
    String fresh = TestBrowser.location(renewed);
    assertThat(fresh).matches("/report/[\\w-]{43}\\?done=renewed#link").doesNotStartWith(base);
    assertThat(browser.get(base).statusCode()).isEqualTo(410);
    assertThat(browser.get(base + "/seen").statusCode()).isEqualTo(410);
    assertThat(browser.get(fresh.substring(0, fresh.indexOf('#'))).statusCode()).isEqualTo(200);
    for (String nowhere : List.of("/report/x", "/report/" + "y".repeat(43), base + "/nowhere")) {
      assertThat(browser.get(nowhere).statusCode()).as(nowhere).isIn(404, 410);
    }
  }

  @Test
  void aMessageOfNothingAndAnAddressThatIsNoneAreSaidSo() throws Exception {
    String base =
        base(
            TestBrowser.location(
                first(SampleTicket.of(SERVER), "contact.mail", "pas une adresse")));
    assertThat(browser.submit(base, base + "/messages", "text", "  ").statusCode()).isEqualTo(422);
    HttpResponse<String> mail = browser.submit(base, base + "/mail");
    assertThat(mail.statusCode()).isEqualTo(422);
    assertThat(mail.body()).contains("Indiquez une adresse");
  }

  @Test
  void twoHundredMegabytesAreRefusedWithoutBeingRead() throws Exception {
    String proof = TestBrowser.proof(browser.get("/report").body());
    String cookie = browser.cookie("bastide-form").orElseThrow();
    long length = 200_000_000L;
    try (Socket socket = new Socket("127.0.0.1", SERVER.at("/").getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          """
          POST /report HTTP/1.1\r
          Host: 127.0.0.1:%d\r
          Cookie: bastide-form=%s\r
          Content-Type: application/x-www-form-urlencoded\r
          Content-Length: %d\r
          \r
          _csrf=%s&contact.phone=\
          """
              .formatted(SERVER.at("/").getPort(), cookie, length, proof)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      byte[] start = socket.getInputStream().readNBytes(12);
      assertThat(new String(start, StandardCharsets.US_ASCII)).matches("HTTP/1.1 4\\d\\d");
    }
  }

  @Test
  void theEnglishPagesAreEnglish() throws Exception {
    String page = SERVER.get("/report", "Cookie", "bastide-lang=en").body();
    assertThat(page).contains("Tell us what is happening", "Where can we call you back?");
    assertThat(SERVER.get("/alert").body()).contains("href=\"/report\"");
  }

  @Test
  void theQueueIsForTheOperators() throws Exception {
    TestBrowser operator = new TestBrowser(SERVER);
    operator.signIn(SERVER.person(new Membership.OfCentre(CentreRole.CSIRT_OPERATOR)).email());
    first(SampleTicket.of(SERVER), "contact.phone", "05 05 05 05 05", "contact.body", "le SDIS");
    String queue = operator.get("/desk/reports").body();
    assertThat(queue).contains("Qui attend d’être rappelé", "le SDIS", "tel:0505050505");
    Report report = reported("05 05 05 05 05");
    String path = "/desk/reports/" + report.id();
    operator.submit(path, path + "/take", "seen", Integer.toString(report.version()));
    HttpResponse<String> stale =
        operator.submit(path, path + "/close", "seen", Integer.toString(report.version()));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("a changé entre-temps");
    HttpResponse<String> answered = operator.submit(path, path + "/answer", "text", "Bonjour");
    assertThat(TestBrowser.location(answered)).isEqualTo(path + "?saved=1");
    HttpResponse<String> link = operator.submit(path, path + "/link");
    assertThat(link.body()).contains(SERVER.origin() + "/report/");
    assertThat(operator.get("/desk/reports/" + ReportId.random()).statusCode()).isEqualTo(404);
    assertThat(operator.get("/desk/hours").statusCode()).isEqualTo(403);
  }

  @Test
  void anOperatorNotesACallFieldByField() throws Exception {
    TestBrowser operator = new TestBrowser(SERVER);
    operator.signIn(SERVER.person(new Membership.OfCentre(CentreRole.CSIRT_OPERATOR)).email());
    String sheet = TestBrowser.location(operator.submit("/desk/reports", "/desk/reports"));
    assertThat(sheet).matches("/desk/reports/[0-9a-f-]{36}/sheet");
    assertThat(operator.get(sheet).body()).contains("Fiche d’appel", "name=\"effects.care\"");
    HttpResponse<String> kept =
        operator.submit(
            sheet, sheet, "contact.phone", "04 04", "sign.money-gone", "yes", "effects.care", "");
    String path = base(sheet);
    assertThat(TestBrowser.location(kept)).isEqualTo(path + "?saved=1");
    assertThat(operator.get(path).body())
        .contains(
            "04 04", "De l’argent est parti", "Compléter la fiche d’appel", ">pris en charge<");
    String victim = TestBrowser.location(first(SampleTicket.of(SERVER), "contact.phone", "03 03"));
    Report form = reported("03 03");
    HttpResponse<String> refused =
        operator.submit(
            "/desk/reports", "/desk/reports/" + form.id() + "/sheet", "contact.phone", "99");
    assertThat(refused.statusCode()).as("of " + victim).isEqualTo(409);
  }

  @Test
  void theLeadWritesTheHours() throws Exception {
    TestBrowser lead = new TestBrowser(SERVER);
    lead.signIn(SERVER.person(new Membership.OfCentre(CentreRole.CSIRT_LEAD)).email());
    String page = lead.get("/desk/hours").body();
    Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(page);
    assertThat(seen.find()).isTrue();
    HttpResponse<String> wrong =
        lead.submit(
            "/desk/hours",
            "/desk/hours",
            "seen",
            seen.group(1),
            "territory",
            "metropole",
            "monday",
            "le matin");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("id=\"monday-wrong\"", "value=\"le matin\"");
    HttpResponse<String> kept =
        lead.submit(
            "/desk/hours",
            "/desk/hours",
            "seen",
            seen.group(1),
            "territory",
            "alsace-moselle",
            "monday",
            "8h-18h",
            "onCall",
            "astreinte@exemple.fr");
    assertThat(TestBrowser.location(kept)).isEqualTo("/desk/hours?saved=1");
    assertThat(lead.get("/desk/hours").body()).contains("08:00-18:00", "astreinte@exemple.fr");
  }
}

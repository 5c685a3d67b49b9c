package fr.bastide.airlock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.audit.Auditor;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailDisarmerTest {

  private static final String[] HEAD = {
    "Received: from relais.example (relais.example [192.0.2.7]) by mx.mairie.example; Tue, 24 Nov"
        + " 2026 08:30:00 +0100",
    "From: =?iso-8859-1?Q?Ren=E9e_Dupr=E9?= <renee@fournisseur.example>",
    "To: accueil@mairie.example",
    "Subject: =?utf-8?B?RGV2aXMgcG91ciBsJ8OpY29sZQ==?=",
    "Date: Tue, 24 Nov 2026 08:29:58 +0100",
    "Message-ID: <abc@fournisseur.example>",
    "Authentication-Results: mx.mairie.example; dkim=pass header.d=banque.example",
    "X-Mailer: anything",
    "MIME-Version: 1.0",
  };

  private static byte[] mail(String... rest) {
    String[] all = new String[HEAD.length + rest.length];
    System.arraycopy(HEAD, 0, all, 0, HEAD.length);
    System.arraycopy(rest, 0, all, HEAD.length, rest.length);
    return Mails.bytes(all);
  }

  private static Outcome pass(String... rest) {
    return Mails.pass(mail(rest), "standard");
  }

  private static List<MailPart> leaves(Outcome outcome) {
    return Mails.leaves(Mails.message(outcome));
  }

  private static String words(MailPart part) {
    return ((MailPart.Words) part).text();
  }

  @Test
  void plainMailKeepsItsWordsAndItsKnownFields() {
    Outcome outcome =
        pass(
            "Content-Type: text/plain; charset=iso-8859-15",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Bonjour, le prix est de 12=A4.",
            ".",
            "Fin");

    MailMessage message = Mails.message(outcome);
    assertThat(words(message.body())).isEqualTo("Bonjour, le prix est de 12€.\r\n.\r\nFin\r\n");
    assertThat(message.fields().stream().map(MailField::name))
        .containsExactly("Received", "Date", "From", "To", "Message-ID", "Subject");
    assertThat(HeaderText.decoded(message.value("Subject").orElseThrow()))
        .isEqualTo("Devis pour l'école");
    assertThat(Mailboxes.read(message.value("From").orElseThrow()).getFirst().name())
        .isEqualTo("Renée Dupré");
    assertThat(Mails.threats(outcome)).isEmpty();
  }

  @Test
  void whatLeavesIsLinesOfAsciiAndNothingElse() {
    byte[] left =
        Mails.rebuilt(
                pass("Content-Type: text/plain", "", "a\rb\nc\u0000", ".", "From here", "--x", "é"))
            .content()
            .bytes();

    for (int i = 0; i < left.length; i++) {
      assertThat(left[i]).isBetween((byte) 9, (byte) 126);
      if (left[i] == '\r') {
        assertThat(left[i + 1]).isEqualTo((byte) '\n');
      }
      if (left[i] == '\n') {
        assertThat(left[i - 1]).isEqualTo((byte) '\r');
        assertThat(i + 1 < left.length && left[i + 1] == '.').isFalse();
      }
    }
    for (String line : Mails.text(left).split("\r\n", -1)) {
      assertThat(line.length()).isLessThanOrEqualTo(998);
    }
  }

  @Test
  void theSameMailGivesTheSameBytes() {
    byte[] mail =
        mail(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "",
            "un",
            "--b",
            "Content-Type: text/csv; name=a.csv",
            "",
            "a;b",
            "--b--");

    assertThat(Mails.rebuilt(Mails.pass(mail, "standard")).content().bytes())
        .isEqualTo(Mails.rebuilt(Mails.pass(mail, "standard")).content().bytes());
  }

  @Test
  void aPageLosesItsScriptAndItsTracker() {
    Outcome outcome =
        pass(
            "Content-Type: text/html; charset=utf-8",
            "",
            "<html><head><meta charset='iso-8859-1'></head><body"
                + " onload='x()'><script>evil()</script><p>Été</p>",
            "<img src='https://pixel.example/a.gif' width=1><img src='cid:logo'></body></html>");

    MailPart.Words page = (MailPart.Words) Mails.message(outcome).body();
    assertThat(page.html()).isTrue();
    assertThat(page.text())
        .contains("Été", "cid:logo")
        .doesNotContain("script>", "pixel.example", "onload");
    assertThat(Mails.threats(outcome)).contains(Threat.SCRIPT, Threat.TRACKER);
  }

  @Test
  void aProgramIsReplacedByANote() {
    String program =
        Base64.getMimeEncoder()
            .encodeToString(
                ("MZ\u0090\u0000" + "x".repeat(200) + "\u0000")
                    .getBytes(StandardCharsets.ISO_8859_1));
    Outcome outcome =
        pass(
            "Content-Type: multipart/mixed; boundary=\"b\"",
            "",
            "--b",
            "Content-Type: text/plain",
            "",
            "Voir la pièce jointe",
            "--b",
            "Content-Type: application/pdf; name=\"facture.pdf.exe\"",
            "Content-Transfer-Encoding: base64",
            "Content-Disposition: attachment; filename*0*=UTF-8''factur%C3%A9; filename*1=\".exe\"",
            "",
            program,
            "--b--");

    List<MailPart> leaves = leaves(outcome);
    assertThat(words(leaves.get(0))).contains("Voir la pièce jointe");
    MailPart.File note = (MailPart.File) leaves.get(1);
    assertThat(note.type()).isEqualTo(ContentType.TEXT);
    assertThat(note.name()).isEqualTo("facturé.exe (non passée).txt");
    assertThat(Mails.text(note.bytes()))
        .contains("facturé.exe", "n’est pas passée", "did not pass");
    assertThat(Mails.threats(outcome)).contains(Threat.REFUSED_MEMBER);
    assertThat(
            Mails.pass(
                mail(
                    "Content-Type: application/x-msdownload; name=a.exe",
                    "Content-Transfer-Encoding: base64",
                    "",
                    program),
                "strict"))
        .isEqualTo(new Outcome.Refused(Reason.FORBIDDEN_KIND, "a.exe"));
  }

  @Test
  void aMessageWithinIsRebuiltToo() {
    Outcome outcome =
        pass(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "Content-Type: message/rfc822",
            "",
            "From: a@b.example",
            "Subject: dedans",
            "Content-Type: text/html",
            "",
            "<p>Oui<script>non</script>",
            "--b--");

    MailPart.Message inner = (MailPart.Message) leaves(outcome).getFirst();
    MailMessage message = MailMessage.read(inner.bytes()).orElseThrow();
    assertThat(message.value("Subject")).contains("dedans");
    assertThat(words(message.body())).contains("Oui").doesNotContain("script>");
  }

  @Test
  void brokenBoundariesLoseNothingThatReadersShow() {
    Outcome outcome =
        pass(
            "Content-Type: multipart/mixed; boundary=\"b\"",
            "",
            "préambule",
            "--b",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "un",
            "--b",
            "Content-Type: multipart/alternative; boundary=\"c\"",
            "",
            "--c",
            "",
            "deux",
            "--b",
            "",
            "trois");

    assertThat(leaves(outcome))
        .extracting(MailDisarmerTest::words)
        .allSatisfy(w -> assertThat(w).isNotBlank());
    assertThat(leaves(outcome)).hasSize(3);
  }

  @Test
  void deepNestingIsRefused() {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\r\n\r\n--b")
          .append(i)
          .append("\r\n");
    }
    Outcome outcome = pass(mail.toString());

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).reason()).isEqualTo(Reason.TOO_DEEP);
  }

  @Test
  void filesInTheMiddleOfTextGoThroughTheDoor() {
    Outcome outcome =
        pass(
            "Content-Type: text/plain",
            "",
            "Bonjour",
            "begin 644 note.txt",
            "#0V%T",
            "`",
            "end",
            "Fin",
            "begin the work");

    List<MailPart> leaves = leaves(outcome);
    assertThat(words(leaves.get(0))).isEqualTo("Bonjour\r\nFin\r\nbegin the work\r\n");
    assertThat(((MailPart.File) leaves.get(1)).name()).isEqualTo("note.txt");
    assertThat(Mails.text(((MailPart.File) leaves.get(1)).bytes())).isEqualTo("Cat");
  }

  @Test
  void severalSendersAreTold() {
    Outcome outcome =
        Mails.pass(
            "From: a@b.example",
            "From: maire@mairie.example",
            "To: c@d.example",
            "Subject: x\r\n y",
            "",
            "z");

    assertThat(Mails.message(outcome).value("From")).contains("a@b.example");
    assertThat(Mails.threats(outcome)).contains(Threat.CONTENT_MASKING);
  }

  @Test
  void nothingInAHeaderBeginsAnotherField() {
    MailMessage message =
        Mails.message(
            "From: =?utf-8?B?"
                + Base64.getEncoder()
                    .encodeToString(
                        "Maire\r\nBcc: x@y.example\r\n\r\nfin".getBytes(StandardCharsets.UTF_8))
                + "?= <a@b.example>",
            "To: \"x\\\" <e@f.example>, \\\"\" <c@d.example>",
            "Subject: =?utf-8?Q?un=0D=0ATo:_z@y.example?=",
            "Message-ID: <a b\u0007>",
            "",
            "z");

    assertThat(message.fields().stream().map(MailField::name))
        .containsExactly("From", "To", "Message-ID", "Subject");
    assertThat(message.value("Subject")).contains("un To: z@y.example");
    assertThat(message.value("To").orElseThrow()).endsWith("<c@d.example>");
    assertThat(message.value("Message-ID").orElseThrow()).endsWith("@bastide.invalid>");
  }

  @Test
  void encryptedAndSignedMailIsTold() {
    Outcome encrypted =
        pass(
            "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b",
            "",
            "--b",
            "Content-Type: application/pgp-encrypted",
            "",
            "Version: 1",
            "--b",
            "Content-Type: application/octet-stream",
            "",
            "x",
            "--b--");
    assertThat(leaves(encrypted)).singleElement().isInstanceOf(MailPart.File.class);

    String[] signed = {
      "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b",
      "",
      "--b",
      "",
      "Acte",
      "--b",
      "Content-Type: application/pkcs7-signature; name=smime.p7s",
      "",
      "x",
      "--b--"
    };
    assertThat(pass(signed)).isEqualTo(new Outcome.Refused(Reason.SIGNED, "smime.p7s"));
    assertThat(words(leaves(Mails.pass(mail(signed), "lenient")).getFirst())).contains("Acte");
  }

  @Test
  void whatLeavesStandsTheAudit() {
    Outcome outcome =
        pass(
            "Content-Type: multipart/alternative; boundary=b",
            "",
            "--b",
            "Content-Type: text/plain",
            "",
            "#!un",
            "--b",
            "Content-Type: text/html",
            "",
            "<b>un</b>",
            "--b--");

    assertThat(
            Auditor.remains(
                Mails.rebuilt(outcome).content().bytes(),
                ContentType.MAIL,
                Policies.named("standard")))
        .isEmpty();
    byte[] other = mail("", "un");
    assertThat(Auditor.remains(other, ContentType.MAIL, Policies.named("standard"))).isNotEmpty();
  }

  @Test
  void charactersAreReadAsTheyWereMeant() {
    byte[] head =
        "From: a@b.example\r\nContent-Type: text/html\r\n\r\n<meta charset=koi8-r><p>"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] words = "Привет".getBytes(Charset.forName("KOI8-R"));
    byte[] mail = Arrays.copyOf(head, head.length + words.length);
    System.arraycopy(words, 0, mail, head.length, words.length);
    assertThat(words(Mails.message(Mails.pass(mail, "standard")).body())).contains("Привет");

    byte[] western =
        "From: a@b.example\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nÃ© € ’"
            .getBytes(Charset.forName("windows-1252"));
    assertThat(words(Mails.message(Mails.pass(western, "standard")).body())).isEqualTo("Ã© € ’");
    assertThat(words(Mails.message("From: a@b.example", "", "été").body())).isEqualTo("été\r\n");
  }
}

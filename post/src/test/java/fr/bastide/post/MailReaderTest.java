package fr.bastide.post;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.intake.Incoming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailReaderTest {

  private static final Instant AT = Instant.parse("2026-11-25T01:12:00Z");

  private static Incoming read(String mail) throws IOException {
    return read(mail, StandardCharsets.UTF_8);
  }

  private static Incoming read(String mail, Charset charset) throws IOException {
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(charset);
    return MailReader.read(new ByteArrayInputStream(bytes), bytes.length, AT);
  }

  @Test
  void readsAnOrdinaryFrenchMail() throws IOException {
    Incoming mail =
        read(
            """
            From: =?UTF-8?B?Wm/DqSBMZWbDqHZyZQ==?= <zoe@mairie.example>
            To: alerte@centre.example
            Subject: =?ISO-8859-1?Q?Tout_est_arr=EAt=E9?=
            Message-ID: <abc@mairie.example>
            In-Reply-To: <2@x.example>
            References: <1@x.example> <2@x.example>
            Date: Wed, 25 Nov 2026 02:11:00 +0100
            Content-Type: text/plain; charset=ISO-8859-1

            Les écrans sont noirs.
            """,
            StandardCharsets.ISO_8859_1);
    assertThat(mail.from()).isEqualTo("zoe@mairie.example");
    assertThat(mail.name()).isEqualTo("Zoé Lefèvre");
    assertThat(mail.subject()).isEqualTo("Tout est arrêté");
    assertThat(mail.messageId()).isEqualTo("abc@mairie.example");
    assertThat(mail.references()).containsExactly("2@x.example", "1@x.example");
    assertThat(mail.text()).isEqualToIgnoringNewLines("Les écrans sont noirs.");
    assertThat(mail.automatic()).isFalse();
    assertThat(mail.troubles()).isEmpty();
    assertThat(mail.pieces()).extracting(Incoming.Piece::name).containsExactly("message.eml");
  }

  @Test
  void takesPlainTextBeforeHtmlAndKeepsFilesAsTheyAre() throws IOException {
    Incoming mail =
        read(
            """
            From: a@b.example
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="m"

            --m
            Content-Type: multipart/alternative; boundary="a"

            --a
            Content-Type: text/html

            <p>HTML</p>
            --a
            Content-Type: text/plain

            Texte
            --a--
            --m
            Content-Type: application/x-msdownload; name="facture.pdf.exe"
            Content-Disposition: attachment; filename="facture.pdf.exe"
            Content-Transfer-Encoding: base64

            TVqQAAMAAAA=
            --m
            Content-Type: message/rfc822

            From: inner@b.example
            Subject: inner

            Dedans
            --m--
            """);
    assertThat(mail.text().strip()).isEqualTo("Texte");
    assertThat(mail.pieces())
        .extracting(Incoming.Piece::name)
        .containsExactly("message.eml", "facture.pdf.exe", "piece");
    assertThat(mail.pieces().get(1).bytes()).startsWith('M', 'Z');
    assertThat(new String(mail.pieces().get(2).bytes(), StandardCharsets.UTF_8)).contains("Dedans");
    assertThat(mail.troubles()).isEmpty();
  }

  @Test
  void ofHtmlAloneTheWordsAreKept() throws IOException {
    Incoming mail =
        read(
            """
            From: a@b.example
            Content-Type: text/html; charset=utf-8

            <style>p{color:red}</style><p>Bonjour&nbsp;&amp; merci<script>alert(1)</script><br>Zo&#233; &unknown; & 5 < 6
            """);
    assertThat(mail.text())
        .startsWith("Bonjour\u00a0& merci")
        .contains("Zoé")
        .doesNotContain("alert", "color");
  }

  @Test
  void aBrokenMailIsKeptWhole() throws IOException {
    Incoming mail =
        read(
            """
            From: a@b.example
            Subject: cassé
            Content-Type: multipart/mixed; boundary="never"

            Nothing here has this boundary.
            """);
    assertThat(mail.subject()).isEqualTo("cassé");
    assertThat(mail.troubles()).containsExactly(Incoming.Trouble.BROKEN);
    assertThat(new String(mail.pieces().getFirst().bytes(), StandardCharsets.UTF_8))
        .contains("Nothing here has this boundary.");
    for (String none : new String[] {"", "\n", "x", "\u0000\u0001", "From:\nSubject:\n\n"}) {
      assertThat(read(none).pieces()).isNotEmpty();
    }
  }

  @Test
  void depthAndNumberOfPartsAreBounded() throws IOException {
    StringBuilder nested = new StringBuilder("From: a@b.example\n");
    for (int i = 0; i < 500; i++) {
      nested.append("Content-Type: multipart/mixed; boundary=\"b%d\"\n\n--b%d\n".formatted(i, i));
    }
    assertThat(read(nested.toString()).troubles()).contains(Incoming.Trouble.CUT);
    StringBuilder many =
        new StringBuilder("From: a@b.example\nContent-Type: multipart/mixed; boundary=\"m\"\n\n");
    for (int i = 0; i < 3_000; i++) {
      many.append("--m\nContent-Type: image/png\n\nx\n");
    }
    Incoming mail = read(many.append("--m--\n").toString());
    assertThat(mail.troubles()).contains(Incoming.Trouble.CUT);
    assertThat(mail.pieces()).hasSizeLessThan(100);
  }

  @Test
  void ofTwoHundredMegabytesTheBeginningIsReadAlone() throws IOException {
    Endless endless =
        new Endless(
            """
            From: a@b.example\r
            Subject: immense\r
            \r
            Le début.\r
            """
                .getBytes(StandardCharsets.UTF_8));
    Incoming mail = MailReader.read(endless, 200_000_000, AT);
    assertThat(endless.read).isLessThan(1_000_000);
    assertThat(mail.subject()).isEqualTo("immense");
    assertThat(mail.text()).startsWith("Le début.");
    assertThat(mail.troubles()).contains(Incoming.Trouble.TOO_LARGE);
    Endless lying = new Endless("Subject: ment\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(MailReader.read(lying, 10, AT).troubles()).contains(Incoming.Trouble.TOO_LARGE);
    assertThat(lying.read).isLessThan(30_000_000);
  }

  @Test
  void theSameMailOverAnotherWayHasTheSameContent() throws IOException {
    String mail = "From: a@b.example\nMessage-ID: <1@x>\nSubject: s\n\nTexte\n";
    assertThat(read("Received: by one\n" + mail).sha256())
        .isEqualTo(read("Received: by two\nX-Spam: no\n" + mail).sha256());
    assertThat(read(mail.replace("Texte", "Autre")).sha256()).isNotEqualTo(read(mail).sha256());
  }

  @Test
  void knowsWhatAProgramSent() throws IOException {
    for (String header :
        new String[] {
          "Auto-Submitted: auto-replied",
          "Precedence: bulk",
          "List-Id: <x>",
          "Return-Path: <>",
          "Content-Type: multipart/report; boundary=x"
        }) {
      assertThat(read(header + "\nFrom: a@b.example\n\nx").automatic()).as(header).isTrue();
    }
    assertThat(read("Auto-Submitted: no\nFrom: a@b.example\n\nx").automatic()).isFalse();
  }

  /// A beginning, and then the letter x without end.
  private static final class Endless extends InputStream {

    private final byte[] start;
    private long read;

    Endless(byte[] start) {
      this.start = start;
    }

    @Override
    public int read() {
      read++;
      return read <= start.length ? start[(int) read - 1] & 0xff : 'x';
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      for (int i = 0; i < length; i++) {
        into[offset + i] = (byte) read();
      }
      return length;
    }
  }
}

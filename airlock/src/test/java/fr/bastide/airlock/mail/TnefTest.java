package fr.bastide.airlock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Threat;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What comes wrapped as `winmail.dat` is unwrapped, and goes through the door file by file.
class TnefTest {

  private static final int MESSAGE = 1;
  private static final int ATTACHMENT = 2;
  private static final int BODY = 0x0002800c;
  private static final int BEGIN = 0x00069002;
  private static final int TITLE = 0x00018010;
  private static final int DATA = 0x0006800f;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private void little(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >> (8 * i)));
    }
  }

  private void attribute(int level, int id, byte[] data) {
    out.write(level);
    little(id, 4);
    little(data.length, 4);
    out.writeBytes(data);
    int sum = 0;
    for (byte one : data) {
      sum += one & 0xff;
    }
    little(sum, 2);
  }

  private void file(String name, byte[] data) {
    attribute(ATTACHMENT, BEGIN, new byte[14]);
    attribute(ATTACHMENT, TITLE, (name + "\0").getBytes(StandardCharsets.ISO_8859_1));
    attribute(ATTACHMENT, DATA, data);
  }

  private String[] mail(String words) {
    return new String[] {
      "From: a@b.example",
      "To: c@d.example",
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      words,
      "--b",
      "Content-Type: application/ms-tnef; name=\"winmail.dat\"",
      "Content-Transfer-Encoding: base64",
      "",
      Base64.getMimeEncoder().encodeToString(out.toByteArray()),
      "--b--"
    };
  }

  @Test
  void filesAreTakenOutAndJudgedOneByOne() {
    little(0x223e9f78L, 4);
    little(1, 2);
    file("liste.csv", "nom;montant\nun;2\n".getBytes(StandardCharsets.UTF_8));
    file("outil.exe", ("MZ\0" + "x".repeat(200)).getBytes(StandardCharsets.ISO_8859_1));

    var outcome = Mails.pass(mail("Bonjour"));
    List<MailPart> leaves = Mails.leaves(Mails.message(outcome));
    assertThat(((MailPart.Words) leaves.get(0)).text()).contains("Bonjour");
    assertThat(leaves.subList(1, leaves.size()))
        .extracting(part -> ((MailPart.File) part).name())
        .containsExactly("liste.csv", "outil.exe (non passée).txt");
    assertThat(Mails.threats(outcome)).contains(Threat.CONVERTED, Threat.REFUSED_MEMBER);
  }

  @Test
  void whatIsBrokenIsToldAndNothingElseIsLost() {
    little(0x223e9f78L, 4);
    little(1, 2);
    out.write(MESSAGE);
    little(BODY, 4);
    little(0x7fffffffL, 4);
    out.writeBytes(new byte[] {1, 2, 3});

    List<MailPart> leaves = Mails.leaves(Mails.message(mail("Bonjour")));
    assertThat(((MailPart.Words) leaves.get(0)).text()).contains("Bonjour");
    assertThat(((MailPart.File) leaves.get(1)).name()).isEqualTo("winmail.dat (non passée).txt");
  }
}

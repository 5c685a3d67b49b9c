package fr.bastide.airlock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTextTest {

  private static final long SEED = 20_261_125;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "=?utf-8?Q?=C3=A9t=C3=A9?= fini|été fini",
        "=?utf-8?B?w6k=?= =?utf-8?B?dMOp?=|été",
        "=?utf-8?B?w6l0ww==?= =?utf-8?B?qQ==?=|été",
        "=?iso-8859-1*fr?Q?l_=E9t=E9?=|l été",
        "=?unknown?Q?abc?=|abc",
        "a =?utf-8?Q?b?= c|a b c",
        "=?utf-8?X?b?=|=?utf-8?X?b?=",
        "=?utf-8?Q?sans fin|=?utf-8?Q?sans fin",
        "=?=?utf-8?Q?x?=|=?x",
        "=?utf-8?B?!?=|~~"
      })
  void encodedWordsAreRead(String raw, String text) {
    assertThat(HeaderText.decoded(raw)).isEqualTo(text);
  }

  /// Whatever is written is read again as it was, in words that can be folded.
  @Test
  void whatIsWrittenIsRead() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(200); j > 0; j--) {
        text.appendCodePoint("abé €=?_ \"()𝄞漢".codePointAt(random.nextInt(11)));
      }
      String plain = HeaderText.plain(text.toString());
      String encoded = HeaderText.encoded(plain);
      assertThat(HeaderText.decoded(encoded)).as("seed %d, turn %d", SEED, i).isEqualTo(plain);
      if (!plain.isEmpty()) {
        StringBuilder field = new StringBuilder();
        new MailField("Subject", encoded).write(field);
        for (String line : field.toString().split("\r\n", -1)) {
          assertThat(line.length()).isLessThan(90);
        }
        assertThat(field.toString().replace("\r\n", "")).isEqualTo("Subject: " + encoded);
      }
    }
  }

  @Test
  void namesOfFilesSurviveTheRoundTrip() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder name = new StringBuilder("a");
      for (int j = random.nextInt(120); j > 0; j--) {
        name.appendCodePoint("abé %'*\";().-𝄞".codePointAt(random.nextInt(14)));
      }
      String value = "attachment" + Parameters.fileName(name.append('z').toString());
      assertThat(Parameters.of(value).get("filename"))
          .as("seed %d, turn %d", SEED, i)
          .contains(name.toString());
    }
  }

  @Test
  void fileNamesAreReadAsTheyAreWritten() {
    assertThat(name("attachment; filename=\"a b.pdf\"")).isEqualTo("a b.pdf");
    assertThat(name("attachment; filename=a b.pdf; size=3")).isEqualTo("a b.pdf");
    assertThat(name("attachment; filename*0*=utf-8'fr'%C3%A9t; filename*1=\"é.pdf\""))
        .isEqualTo("été.pdf");
    assertThat(name("attachment; filename=\"=?utf-8?Q?=C3=A9.pdf?=\"")).isEqualTo("é.pdf");
    assertThat(name("attachment; filename=\"C:\\dossier\\a.pdf\"")).isEqualTo("C:\\dossier\\a.pdf");
    assertThat(name("attachment; filename=plain.pdf; filename*=utf-8''%C3%A9.pdf"))
        .isEqualTo("é.pdf");
    assertThat(name("attachment; (filename=no.pdf) filename=\"un\\\"deux.pdf\""))
        .isEqualTo("un\"deux.pdf");
  }

  private static String name(String field) {
    return Parameters.of(field).get("filename").orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 3 Jun 2008 11:05:30 +0200 (CEST)|Tue, 3 Jun 2008 11:05:30 +0200",
        "3 Jun 08 11:05 EST|Tue, 3 Jun 2008 11:05:00 -0500",
        "Tue,03 June 2008 11:05:60 GMT|Tue, 3 Jun 2008 11:05:59 +0000",
        "Tue Jun  3 11:05:30 2008|Tue, 3 Jun 2008 11:05:30 +0000",
        "3-Jun-2008 11:05:30 -0330|Tue, 3 Jun 2008 11:05:30 -0330"
      })
  void datesAreWrittenInOneForm(String raw, String date) {
    assertThat(MailDate.read(raw).map(MailDate::write)).contains(date);
  }

  @Test
  void whatIsNoDateIsNone() {
    for (String raw :
        List.of(
            "",
            "hier",
            "32 Jun 2008 11:05:30 +0200",
            "3 Jun 99999 11:05",
            "3 Jun 2008 :",
            "Jun",
            "3 Jun 2008 11:05 +9999")) {
      assertThat(MailDate.read(raw)).as(raw).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Jean <jean@b.example>|Jean <jean@b.example>",
        "jean@B.Example (Jean)|Jean <jean@b.example>",
        "\"Dupont, Jean\" <jean@b.example>, x@y.example|\"Dupont, Jean\" <jean@b.example>,"
            + " x@y.example",
        "Amis: a@b.example, c@d.example;|a@b.example, c@d.example",
        "<@relais.example:jean@b.example>|jean@b.example",
        "\"jean..x\"@b.example|\"jean..x\"@b.example",
        "jean@münchen.example|jean@xn--mnchen-3ya.example",
        "<a@b.example> <c@d.example>|c@d.example",
        "pas une adresse|~~",
        "\"<a@b.example>\" <c@d.example>|\"<a@b.example>\" <c@d.example>"
      })
  void addressesAreWrittenInOneForm(String raw, String written) {
    assertThat(Mailboxes.write(Mailboxes.read(raw))).isEqualTo(written);
  }
}

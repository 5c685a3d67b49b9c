package fr.bastide.airlock.internal.text;

import static fr.bastide.airlock.internal.Through.assertRefused;
import static fr.bastide.airlock.internal.Through.pass;
import static fr.bastide.airlock.internal.Through.text;
import static fr.bastide.airlock.internal.Through.threats;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDisarmerTest {

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void anyEncodingLeavesAsUtf8(String charset) {
    byte[] bytes = "Délibération n° 12, « école »".getBytes(Charset.forName(charset));
    assertThat(text(pass("a.txt", bytes))).isEqualTo("Délibération n° 12, « école »");
  }

  @Test
  void controlCodesAndTurnedWritingAreGone() {
    Outcome outcome = pass("a.txt", "bon\u202ejour\u200b \u001b[31mrouge");
    assertThat(text(outcome)).isEqualTo("bonjour [31mrouge");
    assertThat(threats(outcome)).containsExactly(Threat.HIDDEN_CONTENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|'/c calc'!A0",
        "+1+1",
        "-2+3+cmd|x",
        "@SUM(1)",
        " =1+1",
        "\"\t=1\"",
        "\uff1d1+1",
        "-A1",
        "+cmd"
      })
  void formulasInTablesAreNeutral(String cell) {
    Outcome outcome = pass("a.csv", "nom;" + cell + ";fin\r\n");
    assertThat(text(outcome)).contains("'");
    assertThat(threats(outcome)).contains(Threat.FORMULA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-12,50",
        "+33 4 67 00 00 00",
        "-1.5e-3",
        "12",
        "--",
        "-",
        "a=b",
        "x@y.fr",
        "-5 %",
        "1-2"
      })
  void numbersAndWordsStay(String cell) {
    assertThat(text(pass("a.csv", "nom;" + cell + ";fin\r\n")))
        .isEqualTo("nom;" + cell + ";fin\r\n");
  }

  @Test
  void quotedCellsStayWhole() {
    String csv = "a,\"b \"\"c\"\", d\",\"l1\nl2\"\r\n";
    assertThat(text(pass("a.csv", csv))).isEqualTo(csv);
    assertThat(text(pass("a.csv", "a,\"x;=cmd()\"\r\n"))).isEqualTo("a,\"x;'=cmd()\"\r\n");
  }

  @Test
  void pagesKeepWordsTablesAndLooks() {
    String html =
        text(
            pass(
                "a.html",
                "<html lang=fr><title>Avis</title><body><h1"
                    + " style='color:red;position:fixed'>Bonjour</h1><table><tr><td colspan=2>é"
                    + " &amp; è</td></tr></table><a href='https://mairie.example.fr/'>lien</a>"));
    assertThat(html)
        .contains("lang=\"fr\"")
        .contains("<title>Avis</title>")
        .contains("<h1 style=\"color:red;\">Bonjour</h1>")
        .contains("<td colspan=\"2\">é &amp; è</td>")
        .contains("<a href=\"https://mairie.example.fr/\">lien</a>")
        .contains("default-src 'none'");
  }

  @Test
  void pagesLoseWhatActsOrLoads() {
    Outcome outcome =
        pass(
            "a.html",
            "<script>x()</script><meta http-equiv=refresh content='0;url=//e'><body onload=x()"
                + " background='http://e/b'><form action=//e><input name=p>words</form><iframe"
                + " src=//e></iframe><img src='http://e/p.gif' width=1 height=1><img"
                + " src='http://e/i.png' alt='image'><a href='javascript:x()'>a</a><a"
                + " href='file://e/s'>b</a><a href='http://mairie.fr@e.example/'>c</a><p"
                + " style='background:url(http://e/x)'>d</p><div"
                + " style='display:none'>secret</div><style>p{color:blue}@import"
                + " 'http://e/';q{background:url(http://e/)}</style><svg><script>y()</script></svg><noscript><img"
                + " src=//e></noscript>");
    assertThat(text(outcome))
        .doesNotContain("script")
        .doesNotContain("//e")
        .doesNotContain("secret")
        .doesNotContain("refresh")
        .contains("words")
        .contains("image")
        .contains("p{color:blue;}");
    assertThat(threats(outcome))
        .contains(
            Threat.SCRIPT,
            Threat.TRACKER,
            Threat.EXTERNAL_CONTENT,
            Threat.FORM_SUBMISSION,
            Threat.DANGEROUS_LINK,
            Threat.HIDDEN_CONTENT);
  }

  @Test
  void linksGoWhenThePolicySaysSo() {
    Outcome outcome =
        pass(
            "strict",
            "a.html",
            "<html><a href='https://a.example.fr/'>x</a>".getBytes(StandardCharsets.UTF_8));
    assertThat(text(outcome)).contains("<a>x</a>");
    assertThat(threats(outcome)).containsExactly(Threat.LINK);
  }

  @Test
  void aCardKeepsItsPersonAndLosesTheRest() {
    Outcome outcome =
        pass(
            "a.vcf",
            """
            BEGIN:VCARD
            VERSION:3.0
            FN:Anne Mar
             tin
            TEL;TYPE=work:+33 4
            URL:javascript:x()
            PHOTO;VALUE=uri:http://e/p.jpg
            X-EVIL:1
            SOUND:http://e/s
            END:VCARD
            """);
    assertThat(text(outcome))
        .isEqualTo(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anne Martin\r\nTEL;TYPE=work:+33 4\r\nEND:VCARD\r\n");
    assertThat(threats(outcome))
        .containsExactly(
            Threat.DANGEROUS_LINK, Threat.EXTERNAL_CONTENT, Threat.METADATA, Threat.EMBEDDED_FILE);
  }

  @Test
  void aMeetingKeepsItsTimeAndLosesItsProgram() {
    Outcome outcome =
        pass(
            "a.ics",
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            SUMMARY:Conseil
            DTSTART;TZID=Europe/Paris:20260301T180000
            ATTACH:http://e/x.exe
            BEGIN:VALARM
            ACTION:PROCEDURE
            ATTACH:file:///x.exe
            END:VALARM
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT15M
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """);
    assertThat(text(outcome))
        .contains("DTSTART;TZID=Europe/Paris:20260301T180000")
        .contains("ACTION:DISPLAY")
        .doesNotContain("PROCEDURE")
        .doesNotContain(".exe");
    assertThat(threats(outcome)).containsExactly(Threat.EMBEDDED_FILE, Threat.LAUNCH);
  }

  @Test
  void anUnfinishedCardIsRefused() {
    assertRefused(pass("a.vcf", "BEGIN:VCARD\r\nFN:x\r\n"), Reason.MALFORMED);
  }

  @Test
  void dataInXmlStaysWithoutItsDeclarations() {
    Outcome outcome =
        pass(
            "a.xml",
            "<?xml version='1.0' encoding='ISO-8859-1'?><?run me?><!DOCTYPE a SYSTEM"
                + " 'http://e/'><a:b xmlns:a='urn:x' c='1'><![CDATA[<d>]]></a:b>");
    assertThat(text(outcome))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <a:b xmlns:a="urn:x" c="1">&lt;d&gt;</a:b>
            """);
    assertThat(threats(outcome)).containsExactly(Threat.UNKNOWN_PART, Threat.ENTITY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a xmlns:x='http://www.w3.org/1999/xhtml'/>",
        "<job><script/></job>",
        "<x:stylesheet xmlns:x='http://www.w3.org/1999/XSL/Transform'/>",
        "<w xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"
      })
  void vocabulariesThatActAreForbidden(String xml) {
    assertRefused(pass("a.xml", "<?xml version='1.0'?>" + xml), Reason.FORBIDDEN_KIND);
  }

  @Test
  void deepNestingIsRefused() {
    assertRefused(pass("a.xml", "<?xml version='1.0'?>" + "<a>".repeat(5000)), Reason.TOO_DEEP);
    assertThat(text(pass("a.html", "<html>" + "<div>".repeat(20_000) + "words"))).contains("words");
  }
}

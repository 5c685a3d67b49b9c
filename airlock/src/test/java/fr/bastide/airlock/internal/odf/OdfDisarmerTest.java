package fr.bastide.airlock.internal.odf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.ooxml.Passing;
import fr.bastide.airlock.internal.ooxml.Pixels;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdfDisarmerTest {

  private static Passing text(String body) throws IOException {
    return Passing.of("note.odt", OdfFiles.text(body).bytes(), "standard");
  }

  private static String cell(String formula) {
    return "<table:table-row><table:table-cell table:formula=\""
        + formula
        + "\" office:value-type=\"float\" office:value=\"42\"><text:p>42</text:p>"
        + "</table:table-cell></table:table-row>";
  }

  @Test
  void plainTextLeavesAsItIs() throws IOException {
    Passing passing = text("<text:p>Délibération n° 12 &amp; <text:s text:c=\"2\"/>suite</text:p>");
    assertThat(passing.threats()).isEmpty();
    assertThat(passing.all()).contains("Délibération n° 12 &amp; <text:s text:c=\"2\"/>suite");
    assertThat(passing.parts().keySet().iterator().next()).isEqualTo("mimetype");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<office:event-listeners><script:event-listener script:event-name='dom:load'"
            + " xlink:href='vnd.sun.star.script:evil'/></office:event-listeners>; AUTOMATIC_ACTION",
        "<text:p><text:script script:language='evil'>evil</text:script></text:p>; MACRO",
        "<text:p><text:execute-macro text:name='evil'>vu</text:execute-macro></text:p>; MACRO",
        "<text:dde-connection-decls><text:dde-connection-decl office:dde-application='evil'"
            + " office:name='x'/></text:dde-connection-decls>; DYNAMIC_DATA_EXCHANGE",
        "<text:section text:name='s'><text:section-source xlink:href='http://evil/x'/><text:p>vu"
            + "</text:p></text:section>; EXTERNAL_CONTENT",
        "<text:p><draw:frame><draw:object-ole xlink:href='evil'/></draw:frame></text:p>;"
            + " EMBEDDED_OBJECT",
        "<text:p><draw:frame><draw:object xlink:href='http://evil/'/></draw:frame></text:p>;"
            + " EXTERNAL_CONTENT",
        "<text:p><draw:frame><draw:plugin xlink:href='evil.mp4'/></draw:frame></text:p>;"
            + " MULTIMEDIA",
        "<text:p><draw:frame><draw:applet draw:code='evil'/></draw:frame></text:p>; ACTIVE_CONTROL",
        "<text:p><draw:frame><draw:floating-frame xlink:href='evil'/></draw:frame></text:p>;"
            + " REMOTE_DOCUMENT",
        "<office:forms><form:form xlink:href='http://evil'/></office:forms>; ACTIVE_CONTROL",
        "<text:p><draw:frame><draw:image xlink:href='http://evil/a.png'/></draw:frame></text:p>;"
            + " EXTERNAL_CONTENT",
        "<text:p><draw:frame><draw:image xlink:href='../../evil.png'/></draw:frame></text:p>;"
            + " EXTERNAL_CONTENT",
        "<text:p><evil:x xmlns:evil='urn:evil'/></text:p>; UNKNOWN_PART"
      })
  void dangersGo(String body, Threat threat) throws IOException {
    Passing passing = text(body + "<text:p>reste</text:p>");
    assertThat(passing.threats()).contains(threat);
    assertThat(passing.all()).contains("reste").doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vnd.sun.star.script:evil?language=Basic",
        "macro:///evil",
        "javascript:evil()",
        "file:///evil",
        "..\\evil",
        ".uno:evil",
        "service:evil",
        "../evil.odt"
      })
  void dangerousLinksGoAndTheirWordsStay(String target) throws IOException {
    Passing passing = text("<text:p><text:a xlink:href=\"" + target + "\">mot</text:a></text:p>");
    assertThat(passing.threats()).containsExactly(Threat.DANGEROUS_LINK);
    assertThat(passing.all()).contains("mot").doesNotContain("evil").doesNotContain("text:a ");
  }

  @Test
  void webLinksAndPlacesWithinStay() throws IOException {
    String body =
        "<text:p><text:a xlink:type=\"simple\" xlink:href=\"https://www.ants.gouv.fr/\">x</text:a>"
            + "<text:a xlink:href=\"#1.Titre|outline\">y</text:a></text:p>";
    Passing standard = text(body);
    assertThat(standard.threats()).isEmpty();
    assertThat(standard.all()).contains("ants.gouv.fr", "#1.Titre|outline");
    Passing strict = Passing.of("note.odt", OdfFiles.text(body).bytes(), "strict");
    assertThat(strict.threats()).contains(Threat.LINK);
    assertThat(strict.all()).doesNotContain("ants.gouv.fr").contains("#1.Titre|outline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "of:=DDE(&quot;soffice&quot;;&quot;evil&quot;;&quot;x&quot;)",
        "of:=WEBSERVICE(&quot;http://evil&quot;)",
        "of:=['file:///evil.ods'#$Un.A1]",
        "of:=[file:///evil.ods#$Un.A1]",
        "msoxl:=cmd|'/c evil'!A0",
        "of:=HYPERLINK(&quot;file:///evil&quot;)",
        "of:=SUM([.A1];COM.SUN.STAR.SHEET.ADDIN.WEBSERVICE(&quot;evil&quot;))"
      })
  void dangerousFormulasLeaveTheirValue(String formula) throws IOException {
    Passing passing = Passing.of("a.ods", OdfFiles.sheet(cell(formula)).bytes(), "standard");
    assertThat(passing.threats()).hasSize(1);
    assertThat(passing.all()).contains("office:value=\"42\"").doesNotContain("evil");
  }

  @Test
  void usefulFormulasStay() throws IOException {
    for (String formula :
        new String[] {
          "of:=SUM([.A1:.B2])", "of:=['Été'.A1]+[.#REF!]", "oooc:=A1+&quot;a|#b&quot;"
        }) {
      Passing passing = Passing.of("a.ods", OdfFiles.sheet(cell(formula)).bytes(), "standard");
      assertThat(passing.threats()).as(formula).isEmpty();
      assertThat(passing.all()).contains("table:formula", "xmlns:of=");
    }
  }

  @Test
  void linkedTablesAndSourcesGo() throws IOException {
    Passing passing =
        Passing.of(
            "a.ods",
            OdfFiles.sheet(
                    "<table:table-source xlink:href=\"http://evil/x.ods\"/><table:table-row>"
                        + "<table:table-cell><text:p>vu</text:p></table:table-cell>"
                        + "</table:table-row>")
                .bytes(),
            "standard");
    assertThat(passing.threats()).containsExactly(Threat.EXTERNAL_CONTENT);
    assertThat(passing.all()).contains("vu").doesNotContain("evil");
  }

  @Test
  void macrosConfigurationsAndSignaturesGo() throws IOException {
    OdfFiles file =
        OdfFiles.text("<text:p>vu</text:p>")
            .xml("Basic/Standard/evil.xml", "<evil/>")
            .xml("Scripts/python/evil.py", "evil")
            .xml("Configurations2/menubar/menubar.xml", "<evil/>")
            .xml("Object 9/evil", "evil")
            .xml("META-INF/documentsignatures.xml", "<evil/>");
    assertThat(Passing.outcome("a.odt", file.bytes(), "standard"))
        .isEqualTo(new Outcome.Refused(Reason.SIGNED));
    Passing passing = Passing.of("a.odt", file.bytes(), "lenient");
    assertThat(passing.threats()).contains(Threat.MACRO, Threat.INTERFACE_CHANGE, Threat.SIGNATURE);
    assertThat(passing.all()).contains("vu").doesNotContain("evil");
  }

  @Test
  void settingsAndMetadataAreMadeAnew() throws IOException {
    OdfFiles file =
        OdfFiles.text("")
            .xml(
                "settings.xml",
                "<office:document-settings"
                    + OdfFiles.SPACES
                    + " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\">"
                    + "<office:settings><config:config-item-set"
                    + " config:name=\"ooo:configuration-settings\">"
                    + "<config:config-item config:name=\"TabOverflow\" config:type=\"boolean\">true"
                    + "</config:config-item><config:config-item config:name=\"PrinterName\""
                    + " config:type=\"string\">evil</config:config-item><config:config-item"
                    + " config:name=\"LinkUpdateMode\" config:type=\"short\">2"
                    + "</config:config-item></config:config-item-set></office:settings>"
                    + "</office:document-settings>")
            .xml(
                "meta.xml",
                "<office:document-meta"
                    + OdfFiles.SPACES
                    + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
                    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:meta>"
                    + "<meta:generator>LibreOffice/25.2</meta:generator><dc:creator>Nom"
                    + "</dc:creator><meta:template xlink:href=\"http://evil/\"/>"
                    + "<meta:auto-reload xlink:href=\"http://evil/\"/></office:meta>"
                    + "</office:document-meta>");
    Passing standard = Passing.of("a.odt", file.bytes(), "standard");
    assertThat(standard.threats()).containsExactly(Threat.METADATA);
    assertThat(standard.all())
        .contains("TabOverflow", "LibreOffice/25.2")
        .doesNotContain("Nom")
        .doesNotContain("LinkUpdateMode")
        .doesNotContain("evil");
    assertThat(Passing.of("a.odt", file.bytes(), "lenient").all())
        .contains("Nom")
        .doesNotContain("evil");
  }

  @Test
  void picturesAreRebuiltEvenThoseWrittenIntoTheText() throws IOException {
    String data = Base64.getEncoder().encodeToString(Pixels.png());
    OdfFiles file =
        OdfFiles.text(
                "<text:p><draw:frame><draw:image xlink:href=\"Pictures/a.png\"/></draw:frame>"
                    + "<draw:frame><draw:image><office:binary-data>"
                    + data
                    + "</office:binary-data></draw:image></draw:frame></text:p>")
            .part("Pictures/a.png", Pixels.png());
    Passing passing = Passing.of("a.odt", file.bytes(), "standard");
    assertThat(passing.parts()).containsKeys("Pictures/image1.png", "Pictures/image2.png");
    assertThat(passing.all()).doesNotContain("binary-data").contains("Pictures/image2.png");
  }

  @Test
  void objectsLeaveAsTheirPicturesAlone() throws IOException {
    OdfFiles file =
        OdfFiles.text(
                "<text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/>"
                    + "<draw:image xlink:href=\"./ObjectReplacements/Object 1\"/></draw:frame>"
                    + "<draw:frame><draw:object xlink:href=\"./Object 2\"/>"
                    + "<draw:image xlink:href=\"Pictures/a.png\"/></draw:frame></text:p>")
            .part("Pictures/a.png", Pixels.png())
            .part("ObjectReplacements/Object 1", StarFiles.drawing())
            .xml(
                "Object 1/content.xml",
                "<office:document-content"
                    + OdfFiles.SPACES
                    + "><office:body><office:chart>"
                    + "<chart:chart chart:class=\"chart:bar\" xlink:href=\"http://evil/\"/>"
                    + "</office:chart></office:body></office:document-content>");
    Passing passing = Passing.of("a.odt", file.bytes(), "standard");
    assertThat(passing.threats()).containsOnly(Threat.EMBEDDED_OBJECT);
    assertThat(passing.parts()).containsKeys("Pictures/image1.svg", "Pictures/image2.png");
    assertThat(passing.all())
        .doesNotContain("draw:object")
        .doesNotContain("evil")
        .contains("Pictures/image1.svg");
    assertThat(passing.parts().getOrDefault("Pictures/image1.svg", ""))
        .contains("Dépenses", "M0 0L1000 500");
  }

  @Test
  void strictTakesCommentsAndChangesOut() throws IOException {
    String body =
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>evil</text:p>"
            + "</text:deletion></text:changed-region></text:tracked-changes><text:p>vu"
            + "<text:change text:change-id=\"c\"/><office:annotation><text:p>evil</text:p>"
            + "</office:annotation></text:p>";
    assertThat(text(body).all()).contains("evil");
    Passing strict = Passing.of("a.odt", OdfFiles.text(body).bytes(), "strict");
    assertThat(strict.all()).contains("vu").doesNotContain("evil");
    assertThat(strict.threats()).containsExactly(Threat.HIDDEN_CONTENT);
  }

  @Test
  void encryptedAndMalformedFilesAreRefused() {
    OdfFiles file =
        OdfFiles.text("")
            .manifest(
                "<manifest:file-entry manifest:full-path=\"content.xml\">"
                    + "<manifest:encryption-data/></manifest:file-entry>");
    assertThat(Passing.outcome("a.odt", file.bytes(), "standard"))
        .isEqualTo(new Outcome.Refused(Reason.ENCRYPTED));
    String deep = "<text:section>".repeat(3_000) + "</text:section>".repeat(3_000);
    assertThat(Passing.outcome("a.odt", OdfFiles.text(deep).bytes(), "standard"))
        .isEqualTo(new Outcome.Refused(Reason.TOO_DEEP, "content.xml"));
    assertThat(Passing.outcome("a.odt", OdfFiles.text("<a").bytes(), "standard"))
        .isEqualTo(new Outcome.Refused(Reason.MALFORMED, "content.xml"));
  }
}

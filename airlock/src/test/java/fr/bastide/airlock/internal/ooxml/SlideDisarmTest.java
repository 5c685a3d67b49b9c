package fr.bastide.airlock.internal.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Threat;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlideDisarmTest {

  private static final String SLIDE = "ppt/slides/slide1.xml";

  private static Passing pass(OfficeFiles file) throws IOException {
    Passing passing = Passing.of("conseil.pptx", file.bytes(), "standard");
    assertThat(passing.faults()).isEmpty();
    return passing;
  }

  private static String shape(String click) {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Titre\">"
        + click
        + "</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r>"
        + "<a:t>Bonjour</a:t></a:r></a:p></p:txBody></p:sp>";
  }

  @ParameterizedTest
  @CsvSource({
    "ppaction://program, LAUNCH",
    "ppaction://macro?name=evil, MACRO",
    "ppaction://hlinkfile, REMOTE_DOCUMENT",
    "ppaction://ole?verb=0, EMBEDDED_OBJECT",
    "PPACTION://PROGRAM, LAUNCH",
    "ppaction://invented, AUTOMATIC_ACTION"
  })
  void actionsGo(String action, Threat threat) throws IOException {
    Passing passing =
        pass(
            OfficeFiles.slides(shape("<a:hlinkClick r:id=\"rId5\" action=\"" + action + "\"/>"), "")
                .outside(SLIDE, "rId5", "hyperlink", "evil.exe"));
    assertThat(passing.threats()).contains(threat);
    assertThat(passing.all()).contains("Bonjour").doesNotContain("evil").doesNotContain("ppaction");
  }

  @Test
  void jumpsWithinStayAndHoveringGoes() throws IOException {
    String clicks =
        "<a:hlinkClick r:id=\"\" action=\"ppaction://hlinkshowjump?jump=nextslide\"/>"
            + "<a:hlinkHover r:id=\"rId6\"/>";
    Passing passing =
        pass(
            OfficeFiles.slides(shape(clicks), "")
                .outside(SLIDE, "rId6", "hyperlink", "https://evil.example/"));
    assertThat(passing.part(SLIDE)).contains("nextslide").doesNotContain("hlinkHover");
    assertThat(passing.all()).doesNotContain("evil");
  }

  @Test
  void objectsLeaveAsTheirPictures() throws IOException {
    String frame =
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"7\" name=\"Objet\" descr=\"Tarifs\"/>"
            + "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic>"
            + "<a:graphicData uri=\"http://schemas.openxmlformats.org/presentationml/2006/ole\">"
            + "<p:oleObj r:id=\"rId3\" progId=\"evil\"><p:embed/><p:pic><p:nvPicPr>"
            + "<p:cNvPr id=\"0\" name=\"\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>"
            + "<a:blip r:embed=\"rId4\"/></p:blipFill><p:spPr/></p:pic></p:oleObj>"
            + "</a:graphicData></a:graphic></p:graphicFrame>";
    Passing passing =
        pass(
            OfficeFiles.slides(frame, "")
                .link(SLIDE, "rId3", "oleObject", "ppt/embeddings/o.bin")
                .part("ppt/embeddings/o.bin", new byte[] {1})
                .link(SLIDE, "rId4", "image", "ppt/media/a.png")
                .part("ppt/media/a.png", Pixels.png()));
    assertThat(passing.threats()).contains(Threat.EMBEDDED_OBJECT);
    assertThat(passing.part(SLIDE))
        .contains("p:pic", "id=\"7\"", "Tarifs", "rId4")
        .doesNotContain("oleObj")
        .doesNotContain("evil");
  }

  @Test
  void mediaGoAndTheirPosterStays() throws IOException {
    String video =
        "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"film\"><a:hlinkClick r:id=\"\""
            + " action=\"ppaction://media\"/></p:cNvPr><p:cNvPicPr/><p:nvPr>"
            + "<a:videoFile r:link=\"rId2\"/></p:nvPr></p:nvPicPr><p:blipFill>"
            + "<a:blip r:embed=\"rId4\"/></p:blipFill><p:spPr/></p:pic>";
    String timing =
        "<p:timing><p:tnLst><p:par><p:cTn id=\"1\"><p:childTnLst><p:video><p:cMediaNode/>"
            + "</p:video></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>";
    Passing passing =
        pass(
            OfficeFiles.slides(video, timing)
                .outside(SLIDE, "rId2", "video", "http://evil.example/v.mp4")
                .link(SLIDE, "rId4", "image", "ppt/media/a.png")
                .part("ppt/media/a.png", Pixels.png()));
    assertThat(passing.threats()).contains(Threat.MULTIMEDIA);
    assertThat(passing.part(SLIDE))
        .contains("rId4")
        .doesNotContain("ideo")
        .doesNotContain("timing")
        .doesNotContain("media\"");
    assertThat(passing.all()).doesNotContain("evil");
  }

  @Test
  void animationsThatRunCommandsGo() throws IOException {
    String timing =
        "<p:timing><p:tnLst><p:par><p:cTn id=\"1\"><p:childTnLst><p:cmd type=\"verb\""
            + " cmd=\"evil\"/></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>";
    Passing passing = pass(OfficeFiles.slides(shape(""), timing));
    assertThat(passing.threats()).containsExactly(Threat.AUTOMATIC_ACTION);
    assertThat(passing.part(SLIDE)).doesNotContain("timing").doesNotContain("evil");
  }

  @Test
  void aPictureThatIsNoneBecomesAPoint() throws IOException {
    String picture =
        "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"a\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>"
            + "<p:blipFill><a:blip r:embed=\"rId4\"/></p:blipFill><p:spPr/></p:pic>";
    Passing passing =
        pass(
            OfficeFiles.slides(picture, "")
                .link(SLIDE, "rId4", "image", "ppt/media/a.png")
                .part(
                    "ppt/media/a.png",
                    "MZ evil".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(passing.threats()).isNotEmpty();
    assertThat(passing.parts()).containsKey("ppt/media/image1.png");
    assertThat(passing.all()).doesNotContain("evil");
  }
}

package fr.bastide.airlock.internal.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Documents put together at random from harmless and dangerous pieces: whatever their order and
/// nesting, nothing dangerous leaves, all harmless words do, and the package is whole.
class OoxmlPropertyTest {

  private static final String MAIN = "word/document.xml";

  private static final List<String> RUNS =
      List.of(
          "<w:r><w:t>bon%d</w:t></w:r>",
          "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DDE"
              + "</w:instrText></w:r><w:r><w:instrText>AUTO evil</w:instrText></w:r><w:r>"
              + "<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>bon%d</w:t></w:r><w:r>"
              + "<w:fldChar w:fldCharType=\"end\"/></w:r>",
          "<w:fldSimple w:instr=\"INCLUDEPICTURE evil\"><w:r><w:t>bon%d</w:t></w:r></w:fldSimple>",
          "<w:hyperlink r:id=\"rId5\"><w:r><w:t>bon%d</w:t></w:r></w:hyperlink>",
          "<w:hyperlink r:id=\"rId404\"><w:r><w:t>bon%d</w:t></w:r></w:hyperlink>",
          "<w:r><w:object><v:shape><v:imagedata r:id=\"rId6\"/></v:shape><o:OLEObject"
              + " ProgID=\"evil\" r:id=\"rId7\"/></w:object><w:t>bon%d</w:t></w:r>",
          "<w:r><w:drawing><a:blip r:embed=\"rId6\" r:link=\"rId8\"/></w:drawing>"
              + "<w:t>bon%d</w:t></w:r>",
          "<mc:AlternateContent><mc:Choice xmlns:q=\"urn:q\" Requires=\"q\"><w:r><w:t>evil</w:t>"
              + "</w:r></mc:Choice><mc:Fallback><w:r><w:t>bon%d</w:t></w:r></mc:Fallback>"
              + "</mc:AlternateContent>",
          "<w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>bon%d</w:t></w:r></w:ins>",
          "<w:smartTag w:uri=\"x\" w:element=\"y\"><w:r><w:t>bon%d</w:t></w:r></w:smartTag>",
          "<evil:x xmlns:evil=\"urn:evil\"><evil:y/></evil:x><w:r><w:t>bon%d</w:t></w:r>",
          "<w:control r:id=\"rId7\"/><w:r><w:t>bon%d</w:t></w:r>");

  private static final List<String> BLOCKS =
      List.of(
          "<w:p>%s</w:p>",
          "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p>%s</w:p></w:tc></w:tr></w:tbl>",
          "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"evil\"/></w:sdtPr><w:sdtContent><w:p>%s</w:p>"
              + "</w:sdtContent></w:sdt>",
          "<w:altChunk r:id=\"rId9\"/><w:p>%s</w:p>");

  @Test
  void nothingDangerousLeavesAndNoWordIsLost() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      StringBuilder body = new StringBuilder();
      int words = 0;
      for (int block = random.nextInt(1, 6); block > 0; block--) {
        StringBuilder runs = new StringBuilder();
        for (int run = random.nextInt(1, 6); run > 0; run--) {
          runs.append(RUNS.get(random.nextInt(RUNS.size())).formatted(words++));
        }
        body.append(BLOCKS.get(random.nextInt(BLOCKS.size())).formatted(runs));
      }
      String policy = List.of("strict", "standard", "lenient").get(random.nextInt(3));
      Passing passing = Passing.of("a.docx", file(body.toString()).bytes(), policy);
      assertThat(passing.faults()).as("seed %d, round %d", seed, round).isEmpty();
      assertThat(passing.all().toLowerCase(Locale.ROOT))
          .as("seed %d, round %d", seed, round)
          .doesNotContain("evil", "dde", "oleobject", "control", "altchunk");
      for (int word = 0; word < words; word++) {
        assertThat(passing.part(MAIN))
            .as("seed %d, round %d", seed, round)
            .contains("bon" + word + "<");
      }
    }
  }

  private static OfficeFiles file(String body) throws IOException {
    return OfficeFiles.word(body)
        .outside(MAIN, "rId5", "hyperlink", "https://www.example.org/")
        .link(MAIN, "rId6", "image", "word/media/a.png")
        .part("word/media/a.png", Pixels.png())
        .link(MAIN, "rId7", "oleObject", "word/embeddings/evil.bin")
        .part("word/embeddings/evil.bin", new byte[] {1})
        .outside(MAIN, "rId8", "image", "http://evil.example/")
        .link(MAIN, "rId9", "aFChunk", "word/evil.rtf")
        .part("word/evil.rtf", new byte[] {1});
  }
}

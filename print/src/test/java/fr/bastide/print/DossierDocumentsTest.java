package fr.bastide.print;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.dossier.Block;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Dossier;
import fr.bastide.incident.dossier.DossierKind;
import fr.bastide.incident.dossier.Dossiers;
import fr.bastide.incident.dossier.Edit;
import fr.bastide.incident.dossier.Line;
import fr.bastide.kernel.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;

/// Documents made from cases can be read by people, by machines and by other programs.
class DossierDocumentsTest {

  private static final SchemaTypeLoader SCHEMAS =
      XmlBeans.typeLoaderUnion(XmlBeans.getBuiltinTypeSystem(), TypeSystemHolder.typeSystem);

  @BeforeAll
  static void initialise() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private static List<Dossier> all(CaseFile file) {
    List<Dossier> all = new ArrayList<>();
    for (DossierKind kind : Dossiers.kinds()) {
      kind.languages().forEach(language -> all.add(Dossiers.make(kind, file, language)));
    }
    return all;
  }

  private static Dossier complaint(CaseFile file) {
    return Dossiers.make(Dossiers.kind("complaint").orElseThrow(), file, Language.FR);
  }

  @Test
  void everyDocumentIsAccessible() throws Exception {
    for (Dossier dossier : all(CaseSample.full(12))) {
      UniversalAccessTest.check(DossierDocuments.pdf(dossier));
    }
    UniversalAccessTest.check(DossierDocuments.pdf(complaint(CaseSample.bare())));
  }

  @Test
  void thePaperSaysWhatTheCaseKnows() throws Exception {
    Dossier dossier = complaint(CaseSample.full(12));
    byte[] pdf = DossierDocuments.pdf(dossier);
    String text = text(pdf);
    assertThat(text)
        .contains("Saint-Exemple & <Fils>", "CAS-2026-0042", "213105554", "Claude Exemple, maire")
        .contains("mardi 24 novembre 2026 à 2 h", "22 200 €", "[à compléter")
        .contains("Brigade fictive", "TLP:GREEN")
        .doesNotContain("TLP:RED", "{");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo(dossier.title());
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
      assertThat(document.getDocumentCatalog().getDocumentOutline().children())
          .hasSize(dossier.parts().size() + 1);
    }
  }

  @Test
  void oneHearsASentenceInItsOrderWithItsBlanks() throws Exception {
    List<String> heard = heard(DossierDocuments.pdf(complaint(CaseSample.full(4))));
    assertThat(String.join("", heard).replace('\u00a0', ' '))
        .contains("tribunal judiciaire de [à compléter : ville du tribunal judiciaire].")
        .contains("compte d’administration : [à compléter : comptes concernés].");
  }

  /// The text in the order of the structure tree, which a screen reader follows.
  private static List<String> heard(byte[] bytes) throws IOException {
    List<String> heard = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      Map<PDPage, Map<Integer, String>> texts = new HashMap<>();
      for (PDPage page : pdf.getPages()) {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        Map<Integer, String> byId = new HashMap<>();
        for (PDMarkedContent content : extractor.getMarkedContents()) {
          StringBuilder text = new StringBuilder();
          for (Object piece : content.getContents()) {
            text.append(piece instanceof TextPosition position ? position.getUnicode() : "");
          }
          byId.merge(content.getMCID(), text.toString(), String::concat);
        }
        texts.put(page, byId);
      }
      walk(pdf.getDocumentCatalog().getStructureTreeRoot(), Optional.empty(), texts, heard);
    }
    return heard;
  }

  private static void walk(
      PDStructureNode node,
      Optional<PDPage> inherited,
      Map<PDPage, Map<Integer, String>> texts,
      List<String> heard) {
    Optional<PDPage> page =
        node instanceof PDStructureElement element && element.getPage() != null
            ? Optional.of(element.getPage())
            : inherited;
    for (Object kid : node.getKids()) {
      switch (kid) {
        case PDStructureElement element -> walk(element, page, texts, heard);
        case PDMarkedContentReference reference ->
            heard.add(text(texts, reference.getPage(), reference.getMCID()));
        case Integer id -> heard.add(text(texts, page.orElseThrow(), id));
        default -> {}
      }
    }
  }

  private static String text(Map<PDPage, Map<Integer, String>> texts, PDPage page, int id) {
    return texts.getOrDefault(page, Map.of()).getOrDefault(id, "");
  }

  @Test
  void whatPeopleAndTheCaseSayStandsSideBySide() throws Exception {
    Dossier made = complaint(CaseSample.full(4));
    Edit kept =
        made.edit("facts-story", "Nous avons vu une note.\n[à compléter\u00a0: par qui]")
            .orElseThrow();
    Edit old = new Edit("object", "ce que le bloc disait", "Texte à moi.");
    Dossier edited = made.with(List.of(kept, old));
    byte[] pdf = DossierDocuments.pdf(edited);
    UniversalAccessTest.check(pdf);
    assertThat(text(pdf)).contains("Nous avons vu une note.", "Texte à moi.", "réécrit à la main");
    assertThat(edited.blanks()).contains("par qui");
    validate(DossierDocuments.docx(edited));
  }

  @Test
  void everyWordDocumentFollowsTheSchema() throws Exception {
    for (Dossier dossier : all(CaseSample.full(12))) {
      validate(DossierDocuments.docx(dossier));
    }
    validate(DossierDocuments.docx(complaint(CaseSample.bare())));
  }

  @Test
  void theWordDocumentHasHeadingsTablesAndLanguage() throws Exception {
    Dossier dossier = complaint(CaseSample.full(12));
    byte[] docx = DossierDocuments.docx(dossier);
    assertThat(DossierDocuments.docx(dossier)).isEqualTo(docx);
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
      List<String> headings =
          word.getParagraphs().stream()
              .filter(p -> p.getStyle() != null && p.getStyle().startsWith("Heading"))
              .map(XWPFParagraph::getText)
              .toList();
      List<String> expected = new ArrayList<>();
      dossier
          .parts()
          .forEach(part -> {
            expected.add(part.title());
            for (Block block : part.blocks()) {
              if (block instanceof Block.Heading heading) {
                expected.add(heading.text().plain(Language.FR));
              }
            }
          });
      assertThat(headings).isEqualTo(expected);
      for (XWPFTable table : word.getTables()) {
        assertThat(table.getCTTbl().getTblPr().getTblCaption().getVal()).isNotBlank();
      }
      long listings = dossier.blocks().stream().filter(Block.Table.class::isInstance).count();
      assertThat(word.getTables().stream().filter(t -> t.getRow(0).isRepeatHeader()).count())
          .isEqualTo(listings);
      assertThat(word.getStyle().getDocDefaults().getRPrDefault().getRPr().getLangArray(0).getVal())
          .isEqualTo("fr-FR");
      assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo(dossier.title());
      long blanks =
          dossier.blocks().stream()
              .flatMap(Block::lines)
              .mapToLong(line -> line.blanks().size())
              .sum();
      String xml = word.getDocument().xmlText();
      assertThat(xml.split("showingPlcHdr", -1)).hasSize((int) blanks + 1);
    }
  }

  @Test
  void oddCharactersBreakNothing() throws Exception {
    Dossier made = complaint(CaseSample.bare());
    Edit odd =
        made.edit(
                "facts-story",
                "a\u0000b\ud800c <b>&amp; \ufffe [à compléter\u00a0: ] \u202e\ud83d\ude00")
            .orElseThrow();
    Dossier edited = made.with(List.of(odd));
    UniversalAccessTest.check(DossierDocuments.pdf(edited));
    validate(DossierDocuments.docx(edited));
    assertThat(Line.of("a\u0000b").plain(Language.FR)).isEqualTo("a b");
  }

  /// Each part is valid by the schemas of the standard, as POI carries them.
  private static void validate(byte[] docx) throws Exception {
    List<String> errors = new ArrayList<>();
    int parts = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("word/") && entry.getName().endsWith(".xml")) {
          List<XmlError> found = new ArrayList<>();
          XmlObject part = SCHEMAS.parse(new ByteArrayInputStream(zip.readAllBytes()), null, null);
          assertThat(part.schemaType().isNoType()).as(entry.getName()).isFalse();
          part.validate(new XmlOptions().setErrorListener(found));
          for (XmlError error : found) {
            errors.add(entry.getName() + ": " + error.getMessage());
          }
          parts++;
        }
      }
    }
    assertThat(errors).isEmpty();
    assertThat(parts).isEqualTo(6);
  }

  private static String text(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replace('\u202f', ' ');
    }
  }
}

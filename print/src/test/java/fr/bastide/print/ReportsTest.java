package fr.bastide.print;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private static final String LONG_NAME =
      "Syndicat intercommunal à vocation multiple des eaux, de l’assainissement et des déchets"
          + " ménagers de la haute vallée de l’Exemple et de ses affluents de la rive gauche";

  @Test
  void theOfficialReadsTheEssentialOnOnePage() throws Exception {
    byte[] pdf = Reports.pdf(Sample.content("Saint-Exemple"), Language.FR, Level.ONE_PAGE);
    String text = text(pdf);
    assertThat(pages(pdf)).isEqualTo(1);
    assertThat(text)
        .contains("Où en est Saint-Exemple")
        .contains("210901948")
        .contains("Sans copie des sauvegardes")
        .contains("Continuité de ce qui ne peut s’arrêter (73 sur 100)")
        .contains("Appliquer la règle numéro 1 (Gouvernance)")
        .contains("400 €, puis 90 € par an")
        .contains("d’ici fin décembre 2026")
        .contains("Lundi matin, demander la liste des postes")
        .contains("55 → 76")
        .contains("7 200 €")
        .contains("Barème 2026.1")
        .contains("24 novembre 2026");
    assertThat(lastLine(pdf)).isEqualTo("Bastide · Page 1 sur 1");
  }

  @Test
  void onePageStaysOnePageWhateverTheTexts() throws Exception {
    for (int words : new int[] {12, 40, 150}) {
      ReportContent wordy = wordy(Sample.content(LONG_NAME), "interminablement ".repeat(words));
      for (Language language : Language.values()) {
        byte[] pdf = Reports.pdf(wordy, language, Level.ONE_PAGE);
        assertThat(pages(pdf)).as(words + " words, " + language).isEqualTo(1);
        assertThat(text(pdf)).contains("Syndicat intercommunal").contains("55 → 76");
      }
    }
  }

  @Test
  void theReferentReadsEverything() throws Exception {
    ReportContent content = Sample.content("Saint-Exemple");
    byte[] pdf = Reports.pdf(content, Language.FR, Level.WHOLE);
    String text = text(pdf);
    for (String question : content.referential().questions().keySet()) {
      assertThat(text).contains(question);
    }
    assertThat(text)
        .contains("entrerait à coup sûr à 1 340 €, peut-")
        .contains("Refusée par l’organisme")
        .contains("Optimum prouvé par SCIP")
        .contains("Sans objet, accepté par Mme Roux")
        .contains("Document du 24/09/2026")
        .contains("contrat 2026-2")
        .contains("périmée")
        .contains("ISO 8.13")
        .contains("Limites données")
        .contains("L’essentiel")
        .contains("Rançongiciel");
    assertThat(lastLine(pdf)).isEqualTo("Bastide · Page " + pages(pdf) + " sur " + pages(pdf));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
      assertThat(outline.children()).hasSize(7);
    }
  }

  @Test
  void englishIsComplete() throws Exception {
    String text =
        text(Reports.pdf(Sample.content("Saint-Exemple"), Language.EN, Level.WHOLE))
            + text(Reports.pdf(Sample.content("Saint-Exemple"), Language.EN, Level.ONE_PAGE));
    assertThat(text)
        .contains("Where does Saint-Exemple stand?")
        .contains("€7,200")
        .contains("Optimum proven by SCIP")
        .contains("Ransomware")
        .doesNotContain("Barème")
        .doesNotContain("mesures");
  }

  @Test
  void whatPeopleTypeStaysText() {
    String evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&";
    ReportContent content = Sample.content(evil);
    for (Level level : Level.values()) {
      String html = Reports.html(content, Language.FR, level);
      assertThat(html).doesNotContain("<script").doesNotContain("<img").contains("&lt;script&gt;");
      byte[] pdf = Reports.pdf(content, Language.FR, level);
      assertThat(pdf).startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
  }

  @Test
  void theHtmlStandsAlone() {
    for (Level level : Level.values()) {
      String html = Reports.html(Sample.content("Saint-Exemple"), Language.FR, level);
      assertThat(html)
          .startsWith("<!DOCTYPE html>")
          .contains("<html lang=\"fr\"")
          .contains("prefers-color-scheme: dark")
          .contains("var(--ink")
          .doesNotContain("href=\"http")
          .doesNotContain("src=")
          .doesNotContain("url(")
          .doesNotContain("<bookmark");
      assertThat(html.split("<h1", -1)).hasSize(2);
    }
  }

  @Test
  void withoutPlanTheReportSaysSo() throws Exception {
    ReportContent content = withoutPlan(Sample.content("Saint-Exemple"), false);
    assertThat(text(Reports.pdf(content, Language.FR, Level.ONE_PAGE)))
        .contains("le plan reste à établir")
        .doesNotContain("Ce que le plan apporte");
    assertThat(text(Reports.pdf(content, Language.FR, Level.WHOLE)))
        .contains("Aucun plan n’a été calculé");
  }

  @Test
  void anExampleSaysSoOnEveryPage() throws Exception {
    byte[] pdf =
        Reports.pdf(withoutPlan(Sample.content("Saint-Exemple"), true), Language.FR, Level.WHOLE);
    assertThat(text(pdf).split("organisme fictif", -1)).hasSize(pages(pdf) + 1);
  }

  @Test
  void aBodyWithoutStrengthIsNotFlattered() {
    ReportContent content = Sample.content("Saint-Exemple");
    Score score = content.score();
    Score.Interval zero = new Score.Interval(0, 0, 10);
    List<Score.ThemeScore> themes =
        score.themes().stream().map(t -> new Score.ThemeScore(t.theme(), zero, 1)).toList();
    Score weak =
        new Score(
            score.scaleVersion(),
            zero,
            fr.bastide.assessment.Grade.E,
            fr.bastide.assessment.Grade.E,
            List.of(),
            themes,
            score.questions());
    ReportContent low =
        new ReportContent(
            content.body(),
            content.referential(),
            content.sheet(),
            weak,
            content.plan(),
            content.limits(),
            List.of(),
            content.date(),
            false);
    assertThat(Reports.html(low, Language.FR, Level.ONE_PAGE)).contains("Pas encore de point fort");
  }

  static ReportContent withoutPlan(ReportContent content, boolean example) {
    return new ReportContent(
        content.body(),
        content.referential(),
        content.sheet(),
        content.score(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        content.date(),
        example);
  }

  /// The same report with every text of questions and measures made longer.
  private static ReportContent wordy(ReportContent content, String more) {
    Referential referential = content.referential();
    Map<String, Question> questions = new LinkedHashMap<>();
    referential.questions().forEach((id, q) -> questions.put(id, wordy(q, more)));
    Map<String, Measure> measures = new LinkedHashMap<>();
    referential.measures().forEach((id, m) -> measures.put(id, wordy(m, more)));
    Referential longer =
        new Referential(
            referential.version(), referential.scale(), referential.themes(), questions, measures);
    return new ReportContent(
        content.body(),
        longer,
        content.sheet(),
        content.score(),
        content.plan(),
        content.limits(),
        content.curve(),
        content.date(),
        true);
  }

  private static Question wordy(Question q, String more) {
    return new Question(
        q.id(),
        q.theme(),
        q.depth(),
        q.weight(),
        q.vital(),
        wordy(q.text(), more),
        wordy(q.why(), more),
        q.how(),
        q.choices(),
        q.conditions(),
        q.validityMonths(),
        q.evidence(),
        q.references());
  }

  private static Measure wordy(Measure m, String more) {
    return new Measure(
        m.id(),
        m.theme(),
        wordy(m.name(), more),
        m.description(),
        wordy(m.firstStep(), more),
        m.costs(),
        m.months(),
        m.prerequisites(),
        m.pooling(),
        m.effects(),
        m.evidence(),
        m.references());
  }

  private static Text wordy(Text text, String more) {
    return new Text(text.fr() + " " + more, text.en() + " " + more);
  }

  private static int pages(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return pdf.getNumberOfPages();
    }
  }

  /// The text of a document, every kind of space as one space.
  private static String text(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      StringBuilder flat = new StringBuilder();
      new PDFTextStripper()
          .getText(pdf)
          .codePoints()
          .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
          .forEach(c -> append(flat, c));
      return flat.toString();
    }
  }

  private static String lastLine(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      List<String> lines = stripper.getText(pdf).strip().lines().toList();
      return lines.getLast().strip();
    }
  }

  private static void append(StringBuilder flat, int c) {
    boolean again = c == ' ' && !flat.isEmpty() && flat.charAt(flat.length() - 1) == ' ';
    if (!again) {
      flat.appendCodePoint(c);
    }
  }
}

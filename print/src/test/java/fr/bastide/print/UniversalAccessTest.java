package fr.bastide.print;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.plan.Plan;
import fr.bastide.kernel.Language;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/// Every document passes the machine checks of PDF/UA-1 (ISO 14289-1) by veraPDF.
class UniversalAccessTest {

  @BeforeAll
  static void initialise() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theReportsOfBothLevelsAreAccessible(Language language) throws Exception {
    for (Level level : Level.values()) {
      check(Reports.pdf(Sample.content("Saint-Exemple"), language, level));
    }
  }

  @Test
  void aReportWithoutPlanIsAccessible() throws Exception {
    ReportContent content = ReportsTest.withoutPlan(Sample.content("Saint-Exemple"), true);
    for (Level level : Level.values()) {
      check(Reports.pdf(content, Language.FR, level));
    }
  }

  @Test
  void aNameThatNoFaceCanWriteIsAccessible() throws Exception {
    String name = "Exemple \ud83c\udff0 \u0645\u062f\u064a\u0646\u0629 \u5e02 <b>&";
    check(Reports.pdf(Sample.content(name), Language.FR, Level.ONE_PAGE));
  }

  @Test
  void oneHearsThePageInItsOrder() throws Exception {
    byte[] page = Reports.pdf(Sample.content("Saint-Exemple"), Language.FR, Level.ONE_PAGE);
    assertThat(structure(page))
        .filteredOn(Set.of("H1", "Figure", "H2", "L", "Table", "Caption")::contains)
        .containsExactly("H1", "Figure", "H2", "L", "H2", "L", "H2", "L", "Table", "Caption");
    byte[] whole = Reports.pdf(Sample.content("Saint-Exemple"), Language.FR, Level.WHOLE);
    List<String> types = structure(whole);
    assertThat(types).startsWith("Document").contains("H3").doesNotContain("TFoot");
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).equals("Table")) {
        assertThat(types.get(i + 1)).isEqualTo("Caption");
      }
    }
  }

  @Test
  void aLongScheduleIsSplitRatherThanCutOff() throws Exception {
    ReportContent content = Sample.content("Saint-Exemple");
    Plan plan = content.plan().orElseThrow();
    List<Plan.Step> steps = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      steps.addAll(plan.steps());
    }
    Plan longer =
        new Plan(
            plan.name(),
            steps,
            plan.before(),
            plan.projected(),
            plan.cost(),
            plan.spent(),
            plan.leftOut(),
            plan.proof());
    ReportContent whole =
        new ReportContent(
            content.body(),
            content.referential(),
            content.sheet(),
            content.score(),
            Optional.of(longer),
            content.limits(),
            content.curve(),
            content.date(),
            false);
    byte[] pdf = Reports.pdf(whole, Language.FR, Level.WHOLE);
    // Gauge, bars, curve, and sixty steps in three parts.
    assertThat(structure(pdf)).filteredOn("Figure"::equals).hasSize(6);
    check(pdf);
  }

  private static List<String> structure(byte[] bytes) throws Exception {
    List<String> types = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      walk(pdf.getDocumentCatalog().getStructureTreeRoot(), types);
    }
    return types;
  }

  private static void walk(PDStructureNode node, List<String> types) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        types.add(element.getStructureType());
        walk(element, types);
      }
    }
  }

  static void check(byte[] pdf) throws Exception {
    List<String> failures = new ArrayList<>();
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      ValidationResult result = validator.validate(parser);
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          failures.add(assertion.getRuleId().getClause() + ": " + assertion.getMessage());
        }
      }
      assertThat(failures).isEmpty();
      assertThat(result.isCompliant()).isTrue();
      assertThat(result.getTotalAssertions()).isGreaterThan(500);
    }
  }
}

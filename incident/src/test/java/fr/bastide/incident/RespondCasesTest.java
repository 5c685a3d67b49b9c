package fr.bastide.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.bastide.incident.followup.FollowUp;
import fr.bastide.incident.obligation.Due;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.incident.obligation.Verdict;
import fr.bastide.incident.severity.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Seven real incidents, replayed from their facts, against what is expected of each. The
/// expectations are read from the corpus; `docs/incident-cases.md` argues where they can be read in
/// two ways.
class RespondCasesTest {

  private static final Path CORPUS = Path.of("../../shared/corpora/respond/cases");

  static final List<String> NAMES = CaseFiles.NAMES;

  /// What the corpus calls our duties.
  private static final Map<String, List<String>> DUTIES =
      Map.of(
          "PLAINTE", List.of("complaint"),
          "LOPMI72", List.of("complaint-insurance"),
          "CNIL72", List.of("cnil-initial"),
          "ARS_CERTSANTE", List.of("health-report"),
          "NIS2", List.of("nis2-early-warning", "nis2-notification", "nis2-final-report"),
          "TRESOR", List.of("payments-alert"));

  @BeforeAll
  static void corpus() {
    assumeTrue(
        Files.isDirectory(CORPUS), "skipped: the corpus of real incidents is not there: " + CORPUS);
  }

  private static JsonNode expected(String name) throws IOException {
    return new JsonMapper()
        .readTree(Files.readString(CORPUS.resolve(name + ".json")))
        .path("expected");
  }

  private static Qualification qualify(Facts facts) {
    return Qualification.of(facts, Instant.parse("2026-11-25T12:00:00Z"), Switches.NONE);
  }

  private static Verdict verdict(Qualification qualification, String duty) {
    return qualification.verdicts().stream()
        .filter(v -> v.obligation().id().equals(duty))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void obligationsAreAsExpected(String name) throws IOException {
    Qualification qualification = qualify(CaseFiles.facts(CaseFiles.text(name)));
    for (Map.Entry<String, JsonNode> one : expected(name).path("obligations").properties()) {
      for (String duty : DUTIES.getOrDefault(one.getKey(), List.of(one.getKey()))) {
        Verdict verdict = verdict(qualification, duty);
        String said = one.getValue().asString();
        String as =
            name + ": " + duty + ", expected \"" + said + "\", got " + verdict.grounds().why();
        assertThat(kind(verdict)).as(as).isIn(allowed(said));
        instants(said).forEach(instant -> assertThat(due(verdict)).as(as).contains(instant));
        if (said.toLowerCase(Locale.ROOT).startsWith("done")) {
          assertThat(((Verdict.Applies) verdict).state()).as(as).isEqualTo(Verdict.State.DONE);
        }
      }
    }
  }

  /// "Assess" is what one says while a question is open, or when the exception is still to be
  /// shown.
  private static List<String> allowed(String said) {
    String word = said.toLowerCase(Locale.ROOT);
    if (word.startsWith("no")) {
      return List.of("no");
    }
    return word.startsWith("assess") ? List.of("applies", "unknown") : List.of("applies");
  }

  private static String kind(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Applies _ -> "applies";
      case Verdict.Unknown _ -> "unknown";
      case Verdict.DoesNotApply _ -> "no";
    };
  }

  private static Optional<Instant> due(Verdict verdict) {
    Due due =
        switch (verdict) {
          case Verdict.Applies applies -> applies.due();
          case Verdict.Unknown unknown -> unknown.due();
          case Verdict.DoesNotApply _ -> new Due.Standing();
        };
    return due instanceof Due.At at ? Optional.of(at.at()) : Optional.empty();
  }

  private static List<Instant> instants(String said) {
    List<Instant> found = new ArrayList<>();
    for (String word : said.split(" ", -1)) {
      try {
        found.add(OffsetDateTime.parse(word).toInstant());
      } catch (DateTimeParseException notInstant) {
        assertThat(word).doesNotContain("T0");
      }
    }
    return found;
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void classificationIsAsExpected(String name) throws IOException {
    String said = expected(name).path("rsit").asString("");
    List<String> types =
        qualify(CaseFiles.facts(CaseFiles.text(name))).classification().stream()
            .map(one -> one.type().id())
            .toList();
    int primary = 0;
    for (String part : words(said)) {
      if (part.indexOf('/') > 0 && !part.equals("availability/sabotage")) {
        assertThat(types).as(name).contains(part);
        assertThat(types.indexOf(part))
            .as(name + ": order of " + part)
            .isGreaterThanOrEqualTo(primary);
        primary = types.indexOf(part);
      }
    }
    if (!said.isEmpty()) {
      assertThat(said).startsWith(types.getFirst());
    }
    assertThat(types)
        .as("an attacker who wants money is no saboteur")
        .doesNotContain("availability/sabotage");
  }

  private static List<String> words(String said) {
    String plain = said.replace('(', ' ').replace(')', ' ').replace(',', ' ').replace(';', ' ');
    return List.of(plain.split(" ", -1));
  }

  @Test
  void theAlertChainDecidesTheSeverityOfAFireService() throws IOException {
    String said = expected("sdis24-2019").path("severity").asString();
    assertThat(said).isEqualTo("critical if alert chain touched; high otherwise");
    String text = CaseFiles.text("sdis24-2019");
    String touched = text.replace("emergency-calls: none", "emergency-calls: degraded");
    assertThat(touched).isNotEqualTo(text);
    assertThat(qualify(CaseFiles.facts(touched)).severity().known()).isEqualTo(Severity.CRITICAL);
    assertThat(qualify(CaseFiles.facts(text)).severity().known()).isEqualTo(Severity.HIGH);
    assertThat(qualify(CaseFiles.facts(text)).severity().possible()).isEqualTo(Severity.HIGH);
  }

  @Test
  void theCentreComesBackAtThreeAndSixMonths() throws IOException {
    List<String> said = new ArrayList<>();
    expected("frontignan-2022").path("followups").forEach(one -> said.add(one.asString()));
    List<FollowUp> returns =
        qualify(CaseFiles.facts(CaseFiles.text("frontignan-2022"))).followUps();
    assertThat(returns.stream().map(one -> "+" + one.months() + " months")).isEqualTo(said);
    assertThat(returns)
        .extracting(FollowUp::due)
        .containsExactly(LocalDate.of(2023, 1, 27), LocalDate.of(2023, 4, 27));
  }

  @Test
  void aCaseBeforeTheCourtStaysLinkedBeyondSixMonths() {
    assertThat(qualify(CaseFiles.facts(CaseFiles.text("franquevielle-2021"))).followUps())
        .extracting(FollowUp::months)
        .containsExactly(3, 6, 12);
  }

  @Test
  void theClockOfTheInsurerStartsOnMondayNotWhenTheAttackDid() {
    String today = CaseFiles.text("grand-cognac-2019").replace("2019-10-1", "2026-10-1");
    Verdict verdict = verdict(qualify(CaseFiles.facts(today)), "complaint-insurance");
    assertThat(due(verdict)).contains(Instant.parse("2026-10-17T07:00:00Z"));
  }

  @Test
  void bothClocksOfMarseilleStandSideBySide() {
    Verdict verdict =
        verdict(qualify(CaseFiles.facts(CaseFiles.text("marseille-2020"))), "cnil-initial");
    Due.At due = (Due.At) ((Verdict.Applies) verdict).due();
    assertThat(due.at()).isEqualTo(Instant.parse("2020-03-17T09:31:00Z"));
    assertThat(due.cautious()).contains(Instant.parse("2020-03-17T06:31:00Z"));
    assertThat(verdict.grounds().standIn()).contains("clocks.certain");
    Verdict.Contest contest = verdict.grounds().contests().getFirst();
    assertThat(contest.read().source()).isEqualTo("another magazine");
    assertThat(contest.others()).extracting(Claim::source).containsExactly("a magazine");
  }
}

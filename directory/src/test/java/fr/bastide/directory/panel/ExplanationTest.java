package fr.bastide.directory.panel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.directory.Small;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.internal.BuiltinReasons;
import fr.bastide.directory.sourcing.SourcingPolicy;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

  private static final Draw DRAW =
      Draw.of(
          Small.need(),
          Small.directory(
              List.of(
                  Small.provider("rempart"),
                  Small.controlled(Small.provider("merlon"), Small.origin("RU")))),
          SourcingPolicy.builtin(),
          1,
          Ledger.EMPTY);
  private static final Explanation EXPLANATION = new Explanation(DRAW, Vocabulary.builtin());

  private static final Map<String, String> SAMPLES =
      Map.ofEntries(
          Map.entry("text", "le centre"),
          Map.entry("date", "2026-11-24"),
          Map.entry("number", "3"),
          Map.entry("number2", "12"),
          Map.entry("skill", "soc"),
          Map.entry("label", "passi"),
          Map.entry("hours", "AROUND_THE_CLOCK"),
          Map.entry("form", "COMMUNE"),
          Map.entry("area", "09"),
          Map.entry("km", "42"),
          Map.entry("money", "90000"),
          Map.entry("rank", "EUROPEAN"),
          Map.entry("link", "OWNER"),
          Map.entry("country", "RU"),
          Map.entry("provider", "rempart"),
          Map.entry("solution", "produit"),
          Map.entry("measure", "backups.keep-offline-copy"));

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonIsASentenceInBothLanguagesWithAllItsValues(Reason reason) {
    Text wording = BuiltinReasons.get().getOrDefault(reason, new Text("?", "?"));
    for (String parameter : reason.parameters()) {
      assertThat(wording.fr()).contains("{" + parameter + "}");
      assertThat(wording.en()).contains("{" + parameter + "}");
    }
    Text said =
        EXPLANATION.text(
            new Check(reason, reason.parameters().stream().map(SAMPLES::get).toList()));
    for (String sentence : List.of(said.fr(), said.en())) {
      assertThat(sentence).endsWith(".").doesNotContain("{", "}", "?", "'");
    }
  }

  @Test
  void valuesAreSaidAsPeopleSayThem() {
    Check insured = new Check(Reason.INSURED, List.of("25000000", "2026-12-31"));
    assertThat(EXPLANATION.text(insured).fr())
        .contains("250", "€", "31 décembre 2026")
        .doesNotContain("25000000");
    Check label = new Check(Reason.LABEL_IN_FORCE, List.of("passi", "2026-12-31"));
    assertThat(EXPLANATION.text(label).en()).contains("PASSI", "31 December 2026");
    Check first = new Check(Reason.VALIDATED_LATER, List.of("2026-12-01"));
    assertThat(EXPLANATION.text(first).fr()).contains("le 1er décembre 2026");
  }

  @Test
  void anExcludedOriginIsFollowedByTheReasonOfThePolicy() {
    Check russian = DRAW.candidates().getFirst().checks().getFirst();
    assertThat(russian.reason()).isEqualTo(Reason.ORIGIN_EXCLUDED);
    assertThat(EXPLANATION.text(russian).fr()).contains("Russie", "Ukraine");
    assertThat(EXPLANATION.text(russian).en()).contains("Russia", "NATO");
  }

  @Test
  void saysWhatAloneIsInTheWay() {
    assertThat(EXPLANATION.aloneInTheWay()).isEqualTo(Map.of(Criterion.SOURCING, 1));
  }
}

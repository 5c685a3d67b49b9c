package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "disarm a.txt b.pdf | pas compris | not understood: b.pdf",
        "disarm a.txt --outt x | --outt | --outt",
        "airlock keys low | il manque DIR | DIR is missing",
        "airlock resnd | Vouliez-vous dire | Did you mean",
        "detect --tlp green --tlp red | une fois | once only",
        "directory sample --count many | «\u00a0many\u00a0» ne convient pas | 'many' does not fit"
      })
  void areSaidInTheReadersLanguageWithTheHelpAndNothingElse(String line, String fr, String en) {
    for (String language : new String[] {"fr", "en"}) {
      Ran ran = Ran.of((line + " --lang " + language).split(" "));
      assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.USAGE);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err())
          .contains(language.equals("fr") ? fr : en)
          .contains("--help")
          .doesNotContain("Unmatched", "Missing required", "Unknown option", "Invalid value");
      assertThat(ran.err().lines().count()).isLessThanOrEqualTo(3);
    }
  }
}

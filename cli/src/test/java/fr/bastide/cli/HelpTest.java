package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assess",
        "assess template",
        "assess check",
        "assess score",
        "assess plan",
        "assess report",
        "detect",
        "rules",
        "rules check",
        "rules test",
        "rules blind",
        "db",
        "db backup",
        "db restore",
        "audit",
        "audit verify",
        "audit export",
        "detect",
        "rules",
        "rules check",
        "rules test",
        "rules coverage",
        "rules import"
      })
  void everyCommandExplainsItselfInBothLanguages(String command) {
    for (String language : List.of("fr", "en")) {
      String[] words = (command + " --help --lang " + language).split(" ");
      Ran help = Ran.of(words);
      assertThat(help.code()).isZero();
      assertThat(help.out()).startsWith(header(command, language));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "assess score, FILE, Fichier de réponses",
    "assess check, [FILE...], Fichiers de réponses",
    "db backup, FILE, Fichier de sauvegarde à écrire",
    "db restore, FILE, Fichier de sauvegarde à relire",
    "audit export, FILE, Fichier à écrire",
    "rules check, DIR..., 'Fichiers, dossiers ou archives'",
    "rules test, [builtin|DIR], Dossier de règles",
    "rules import, SOURCE, Dossier ou archive zip"
  })
  void parametersAreExplained(String command, String label, String text) {
    String help = Ran.of((command + " --help --lang fr").split(" ")).out();
    assertThat(help.lines().map(String::strip))
        .anyMatch(line -> line.startsWith(label + " ") && line.contains(text));
  }

  @Test
  void helpAndVersionAreThere() {
    assertThat(Ran.of("help").out()).contains("assess", "db", "audit", "serve");
    assertThat(Ran.of().out()).contains("assess");
    assertThat(Ran.of("--version").out()).contains("bastide ", "referential 2026.1");
    assertThat(Ran.of("generate-completion").out()).contains("complete ");
  }

  @Test
  void serveNamesItsOptionsInHelpAndCompletion() {
    for (String where : List.of("help serve", "generate-completion")) {
      assertThat(Ran.of(where.split(" ")).out())
          .as(where)
          .contains(
              "--data",
              "--listen",
              "--management",
              "--database-url",
              "--tls-cert",
              "--tls-key",
              "--territory",
              "--demo");
    }
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    ResourceBundle french = ResourceBundle.getBundle("fr.bastide.cli.help", Locale.FRANCE);
    ResourceBundle english = ResourceBundle.getBundle("fr.bastide.cli.help", Locale.UK);
    assertThat(english.keySet()).isEqualTo(french.keySet());
    for (String key : french.keySet()) {
      assertThat(french.getString(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  private static String header(String command, String language) {
    Locale locale = language.equals("fr") ? Locale.FRANCE : Locale.UK;
    return ResourceBundle.getBundle("fr.bastide.cli.help", locale)
        .getString("bastide." + command.replace(' ', '.') + ".usage.header");
  }
}

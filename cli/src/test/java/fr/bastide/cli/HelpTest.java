package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class HelpTest {

  @ParameterizedTest
  @CsvSource({
    "assess score, FILE, Fichier de réponses",
    "assess check, [FILE...], Fichiers de réponses",
    "db backup, FILE, Fichier de sauvegarde à écrire",
    "db restore, FILE, Fichier de sauvegarde à relire",
    "audit export, FILE, Fichier à écrire",
    "rules check, DIR..., 'Fichiers, dossiers ou archives'",
    "rules test, [builtin|DIR], Dossier de règles",
    "rules import, SOURCE, Dossier ou archive zip",
    "incident dossier, [KIND], 'Document, comme complaint'",
    "incident message, [FACTS], Fichier de faits"
  })
  void parametersAreExplained(String command, String label, String text) {
    String help = Ran.of((command + " --help --lang fr").split(" ")).out();
    assertThat(help.lines().map(String::strip))
        .anyMatch(line -> line.startsWith(label + " ") && line.contains(text));
  }

  @Test
  void everyCommandExplainsItselfInBothLanguages() {
    for (Language language : Language.values()) {
      for (String command : commands()) {
        Ran help = Ran.of((command + " --help --lang " + language.tag()).split(" "));
        assertThat(help.code()).as(command).isZero();
        assertThat(help.out().replace('\n', ' ')).as(command).startsWith(header(command, language));
      }
    }
  }

  @Test
  void noLineOfTheHelpEndsInsideAWord() {
    for (Language language : Language.values()) {
      for (String command : commands()) {
        String help = Ran.of((command + " --help --lang " + language.tag()).split(" ")).out();
        assertThat(help.lines())
            .as(command)
            .noneMatch(line -> line.endsWith("’") || line.endsWith("(."))
            .noneMatch(line -> line.chars().anyMatch(c -> c >= 0x13A0 && c <= 0x13FF));
      }
    }
  }

  @Test
  void theEntranceHelpAndCompletionKnowTheSameCommands() throws IOException {
    List<String> doors = doors(Path.of("..", "bastide"));
    assertThat(doors).contains("serve", "test", "build", "bench");
    List<String> first = commands().stream().filter(c -> c.indexOf(' ') < 0).toList();
    assertThat(first).containsAll(doors);
    String help = Ran.of("help").out();
    for (String command : first) {
      assertThat(help.lines().map(String::strip))
          .as(command)
          .anyMatch(line -> line.startsWith(command + " "));
    }
    String completion = Ran.of("generate-completion").out();
    for (String command : commands()) {
      String function = "_picocli_bastide_" + command.replace(" ", "_").replace("-", "");
      assertThat(completion).contains("function " + function + "()");
    }
  }

  /// The words that the launcher takes for itself.
  private static List<String> doors(Path launcher) throws IOException {
    return Files.readAllLines(launcher).stream()
        .dropWhile(line -> !line.startsWith("case \"${1:-help}\""))
        .filter(line -> line.startsWith("  ") && line.endsWith(")") && line.charAt(2) != ' ')
        .map(line -> line.substring(2, line.length() - 1))
        .filter(label -> !label.equals("*"))
        .toList();
  }

  /// All commands that are not hidden, such as `assess` and `assess score`.
  private static List<String> commands() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    List<String> found = new ArrayList<>();
    collect(Bastide.commands(new Console(nowhere, nowhere, Language.FR)), "", found);
    return found;
  }

  private static void collect(CommandLine command, String path, List<String> found) {
    command
        .getSubcommands()
        .forEach((name, one) -> {
          if (!one.getCommandSpec().usageMessage().hidden()) {
            found.add(path + name);
            collect(one, path + name + " ", found);
          }
        });
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

  private static String header(String command, Language language) {
    return ResourceBundle.getBundle("fr.bastide.cli.help", language.locale())
        .getString("bastide." + command.replace(' ', '.') + ".usage.header");
  }
}

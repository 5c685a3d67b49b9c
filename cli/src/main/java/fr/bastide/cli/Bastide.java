package fr.bastide.cli;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `bastide` and all its subcommands.
@Command(
    name = "bastide",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    subcommands = {
      AssessCommand.class,
      DetectCommand.class,
      RulesCommand.class,
      IncidentCommand.class,
      DirectoryCommand.class,
      DisarmCommand.class,
      AirlockCommand.class,
      DbCommand.class,
      AuditCommand.class,
      ServeHelp.class,
      BuildHelp.class,
      TestHelp.class,
      BenchHelp.class,
      CommandLine.HelpCommand.class,
      AutoComplete.GenerateCompletion.class,
      Rehearsal.class
    })
public final class Bastide implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Bastide(Console console) {
    this.console = console;
  }

  /// Runs one command and ends the process with its exit code: 0 done, 1 findings, 2 usage, 3
  /// failure.
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /// Runs one command.
  ///
  /// @return the exit code
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    Language language = language(arguments, System.getenv().getOrDefault("LANG", ""));
    Locale.setDefault(language.locale());
    return commands(new Console(out, err, language)).execute(arguments);
  }

  /// The whole tree of commands.
  static CommandLine commands(Console console) {
    return new CommandLine(new Bastide(console), new Commands(console))
        .setResourceBundle(
            new WholeWords(
                ResourceBundle.getBundle("fr.bastide.cli.help", console.language().locale())))
        .setOut(console.help())
        .setErr(WholeWords.restored(console.err()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(new Mistakes(console))
        .setExecutionExceptionHandler((failure, command, parsed) -> failed(console, failure));
  }

  /// Checks the language asked for; it was chosen before anything was parsed.
  @Option(names = "--lang", paramLabel = "fr|en", scope = ScopeType.INHERIT)
  void lang(String tag) {
    if (!tag.equals("fr") && !tag.equals("en")) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--lang: fr | en");
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.help());
  }

  /// The language asked for by `--lang`, else the one of the environment; French when it says
  /// nothing.
  static Language language(String[] arguments, String environment) {
    int option = Arrays.asList(arguments).indexOf("--lang");
    if (option >= 0 && option + 1 < arguments.length) {
      return Language.of(arguments[option + 1]);
    }
    return Arrays.stream(arguments)
        .filter(a -> a.startsWith("--lang="))
        .findFirst()
        .map(a -> Language.of(a.substring("--lang=".length())))
        .orElseGet(() -> Language.of(environment));
  }

  private static int failed(Console console, Exception failure) throws Exception {
    Text text =
        switch (failure) {
          case BastideException known -> known.text();
          case java.nio.file.NoSuchFileException missing ->
              new Text(
                  "Fichier introuvable\u00a0: " + missing.getMessage(),
                  "No such file: " + missing.getMessage());
          case java.nio.file.AccessDeniedException refused ->
              new Text(
                  "Accès refusé à\u00a0: " + refused.getMessage(),
                  "Access denied to: " + refused.getMessage());
          case java.io.IOException io ->
              new Text(
                  "Lecture ou écriture impossible\u00a0: " + io.getMessage(),
                  "Cannot read or write: " + io.getMessage());
          default -> throw failure;
        };
    console.error(text);
    return failure instanceof UsageError ? ExitCode.USAGE : ExitCode.FAILURE;
  }
}

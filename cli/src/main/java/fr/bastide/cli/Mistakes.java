package fr.bastide.cli;

import fr.bastide.kernel.Text;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// Says in the reader's language what was mistyped, and where the help is; picocli speaks English.
final class Mistakes implements CommandLine.IParameterExceptionHandler {

  private final Console console;

  Mistakes(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    console.error(what(mistake));
    if (mistake instanceof CommandLine.UnmatchedArgumentException unknown) {
      List<String> near = unknown.getSuggestions();
      if (!near.isEmpty()) {
        String names = String.join(", ", near);
        console.error(
            new Text(
                "Vouliez-vous dire\u00a0: " + names + "\u202f?", "Did you mean: " + names + "?"));
      }
    }
    String help = command.getCommandSpec().qualifiedName() + " --help";
    console.error(new Text("L’aide\u00a0: " + help, "Help: " + help));
    return ExitCode.USAGE;
  }

  private static Text what(ParameterException mistake) {
    if (mistake instanceof CommandLine.UnmatchedArgumentException unknown) {
      String words = String.join(" ", unknown.getUnmatched());
      return new Text(
          "ceci n’est pas compris\u00a0: «\u00a0%s\u00a0».".formatted(words),
          "this is not understood: %s.".formatted(words));
    }
    if (mistake instanceof CommandLine.MissingParameterException missing) {
      String names =
          missing.getMissing().stream().map(Mistakes::name).collect(Collectors.joining(", "));
      return new Text("il manque %s.".formatted(names), "%s is missing.".formatted(names));
    }
    if (mistake instanceof CommandLine.OverwrittenOptionException twice) {
      String name = name(twice.getOverwritten());
      return new Text(
          "%s ne se donne qu’une fois.".formatted(name), "%s is given once only.".formatted(name));
    }
    ArgSpec asked = mistake.getArgSpec();
    if (asked == null) {
      String said = String.valueOf(mistake.getMessage());
      return new Text(said, said);
    }
    String value = String.valueOf(mistake.getValue());
    return new Text(
        "%s\u00a0: «\u00a0%s\u00a0» ne convient pas.".formatted(name(asked), value),
        "%s: '%s' does not fit.".formatted(name(asked), value));
  }

  private static String name(ArgSpec asked) {
    return asked instanceof OptionSpec option ? option.longestName() : asked.paramLabel();
  }
}

package fr.bastide.cli;

import fr.bastide.detection.Refusal;
import fr.bastide.detection.pack.BuiltinPack;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.kernel.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The rules a command works with: those that come with Bastide, or files.
///
/// @param library what was read
record RuleSource(RuleLibrary library) {

  /// The word for the rules that come with Bastide.
  static final String BUILTIN = "builtin";

  /// Reads these words: `builtin` alone, or files, folders and archives.
  static RuleSource of(List<String> words) {
    if (words.equals(List.of(BUILTIN))) {
      return new RuleSource(BuiltinPack.get().library());
    }
    List<Path> paths = words.stream().map(Path::of).toList();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new UsageError(
            "--rules : il n’y a rien à %s ; « builtin » désigne les règles de Bastide."
                .formatted(path),
            "--rules: there is nothing at %s; \"builtin\" means the rules of Bastide."
                .formatted(path));
      }
    }
    return new RuleSource(new RuleReader().read(paths));
  }

  /// Tells what was not taken, on the error stream: the others run.
  void tellRefusals(Console console) {
    library.book().refusals().forEach(refusal -> console.err().println(line(refusal, console)));
  }

  /// One refusal as a line: place, title, reason.
  static String line(Refusal refusal, Console console) {
    String colon = console.language() == Language.FR ? "\u00a0: " : ": ";
    String title = refusal.title().isEmpty() ? "" : " (" + refusal.title() + ")";
    return refusal.place() + title + colon + refusal.reason().in(console.language());
  }
}

package fr.bastide.cli;

import fr.bastide.detection.Refusal;
import fr.bastide.detection.imports.ImportedRules;
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

  /// The word for the rules imported into the data directory.
  static final String IMPORTED = "imported";

  /// Reads these words: `builtin`, `imported`, files, folders and archives, as one set.
  static RuleSource of(List<String> words, Path data) {
    if (words.equals(List.of(BUILTIN))) {
      return new RuleSource(BuiltinPack.get().library());
    }
    List<Path> paths =
        words.stream()
            .filter(word -> !word.equals(BUILTIN))
            .map(word -> word.equals(IMPORTED) ? imported(data) : Path.of(word))
            .toList();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new UsageError(
            "--rules\u00a0: il n’y a rien à %s\u202f; «\u00a0builtin\u00a0» désigne les règles de Bastide."
                .formatted(path),
            "--rules: there is nothing at %s; \"builtin\" means the rules of Bastide."
                .formatted(path));
      }
    }
    boolean builtin = words.contains(BUILTIN);
    return new RuleSource(
        new RuleReader().read(paths, builtin ? BuiltinPack.get().files() : List.of()));
  }

  private static Path imported(Path data) {
    ImportedRules rules = new ImportedRules(data);
    return rules
        .archive()
        .orElseThrow(() ->
            new UsageError(
                "--rules imported : rien n’a été importé dans %s ; essayez « bastide rules import »."
                    .formatted(data),
                "--rules imported: nothing was imported into %s; try \"bastide rules import\"."
                    .formatted(data)));
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

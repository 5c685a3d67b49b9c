package fr.bastide.cli;

import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Words;
import fr.bastide.airlock.receipt.Receipt;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tells what became of each file and, at the end, of all.
final class DisarmPrinter {

  private static final int MOST_NAMED = 4;

  private final Console console;
  private final int total;
  private final boolean json;
  private final boolean live = System.console() != null && System.console().isTerminal();
  private final Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
  private final Map<Threat, Integer> removed = new EnumMap<>(Threat.class);
  private final long started = System.nanoTime();
  private int told;
  private int whole;
  private int disarmed;
  private int unreadable;

  /// @param total how many files there are
  /// @param json whether sealed receipts are printed instead of lines
  DisarmPrinter(Console console, int total, boolean json) {
    this.console = console;
    this.total = total;
    this.json = json;
  }

  void tell(DisarmRun.Done done) {
    Receipt receipt = done.receipt();
    String path = OutFolder.plain(done.file().name());
    String shown =
        done.file().folder().toString().isEmpty()
            ? path
            : shown(done.file().folder().toString()) + "/" + path;
    receipt.findings().forEach(f -> removed.merge(f.threat(), f.count(), Integer::sum));
    Text line;
    if (receipt.refusal().isPresent()) {
      Outcome.Refused refusal = receipt.refusal().orElseThrow();
      refused.merge(refusal.reason(), 1, Integer::sum);
      Words.OfReason words = Words.of(refusal.reason());
      line =
          new Text(
              "refusé   %s\u00a0: %s %s".formatted(shown, words.what().fr(), words.ask().fr()),
              "refused  %s: %s %s".formatted(shown, words.what().en(), words.ask().en()));
    } else if (receipt.findings().isEmpty()) {
      whole++;
      line = new Text("passé    " + shown, "passed   " + shown);
    } else {
      disarmed++;
      line =
          new Text(
              "désarmé  %s\u00a0: %s".formatted(shown, names(receipt.findings(), Language.FR)),
              "disarmed %s: %s".formatted(shown, names(receipt.findings(), Language.EN)));
    }
    clear();
    if (json) {
      console.out().print(done.sealed().orElse(""));
    } else {
      console.say(line);
    }
    progress(shown);
  }

  /// One file that could not be read.
  void unreadable(DisarmRun.UnreadableFile file) {
    unreadable++;
    clear();
    console.error(
        new Text(
            "Lecture impossible\u00a0: " + shown(String.valueOf(file.getMessage())),
            "Cannot read: " + shown(String.valueOf(file.getMessage()))));
    progress("");
  }

  private static String shown(String path) {
    return path.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String names(List<Finding> findings, Language language) {
    Map<Threat, Integer> counts = new EnumMap<>(Threat.class);
    findings.forEach(f -> counts.merge(f.threat(), f.count(), Integer::sum));
    String first =
        counts.entrySet().stream()
            .limit(MOST_NAMED)
            .map(e ->
                Words.of(e.getKey()).name().in(language)
                    + (e.getValue() > 1 ? " ×\u00a0" + e.getValue() : ""))
            .collect(Collectors.joining(", "));
    return counts.size() > MOST_NAMED ? first + "…" : first;
  }

  private void progress(String name) {
    told++;
    if (live && told < total) {
      String line = "%d/%d %s".formatted(told, total, name);
      console.err().print(line.length() > 78 ? line.substring(0, 78) : line);
      console.err().flush();
    }
  }

  private void clear() {
    if (live) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }

  /// Prints the table at the end.
  ///
  /// @return the exit code
  int finish() {
    clear();
    console.out().flush();
    int held = refused.values().stream().mapToInt(Integer::intValue).sum();
    if (!json) {
      table(held);
    }
    if (unreadable > 0) {
      return ExitCode.FAILURE;
    }
    return disarmed + held > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private void table(int held) {
    console.out().println();
    row(new Text("Passés sans rien retirer", "Passed with nothing removed"), whole);
    row(new Text("Passés désarmés", "Passed disarmed"), disarmed);
    removed.forEach((threat, count) -> row(indented(Words.of(threat).name()), count));
    row(new Text("Refusés", "Refused"), held);
    refused.forEach((reason, count) -> row(indented(Words.of(reason).what()), count));
    if (unreadable > 0) {
      row(new Text("Illisibles", "Unreadable"), unreadable);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    console.say(
        "%d fichiers en %.1f s".formatted(told, seconds),
        "%d files in %.1f s".formatted(told, seconds));
  }

  private static Text indented(Text text) {
    return new Text("  " + text.fr(), "  " + text.en());
  }

  private void row(Text what, int count) {
    String label = what.in(console.language());
    console.out().printf(console.language().locale(), "%8d  %s%n", count, label);
  }
}

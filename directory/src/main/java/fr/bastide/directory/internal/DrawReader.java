package fr.bastide.directory.internal;

import fr.bastide.directory.Directory;
import fr.bastide.directory.DirectoryException;
import fr.bastide.directory.file.DrawFiles;
import fr.bastide.directory.file.Reading;
import fr.bastide.directory.panel.Draw;
import fr.bastide.directory.panel.Ledger;
import fr.bastide.directory.panel.Need;
import fr.bastide.directory.panel.Snapshot;
import fr.bastide.directory.sourcing.SourcingPolicy;
import fr.bastide.document.Findings;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Draws again what a file holds. Of the outcome in the file nothing is read: the new one is
/// written, and the bytes are compared.
public final class DrawReader {

  private static final Text WHOLE =
      new Text("Il faut un nombre entier.", "A whole number is needed.");

  private DrawReader() {}

  /// See [DrawFiles#replay].
  public static Reading<Draw> replay(byte[] json) {
    Findings findings = new Findings("");
    Optional<Draw> draw =
        YamlReader.read(json, DrawFiles.MAX_BYTES, findings)
            .flatMap(yaml -> draw(Fields.of(yaml, "", findings)));
    if (draw.isPresent() && !findings.anyError()) {
      compare(json, DrawFiles.json(draw.get()).getBytes(StandardCharsets.UTF_8), findings);
    }
    return Reading.of(draw, findings);
  }

  private static Optional<Draw> draw(Fields fields) {
    fields.known(
        "bastide",
        "algorithm",
        "seed",
        "need",
        "policy",
        "snapshot",
        "history",
        "result",
        "digest");
    Heads.check(fields, "draw/1");
    String algorithm = fields.text("algorithm", 60);
    if (!algorithm.isEmpty() && !algorithm.equals(Draw.ALGORITHM)) {
      fields
          .findings()
          .unknown(fields.lineOf("algorithm"), "algorithm", algorithm, List.of(Draw.ALGORITHM));
    }
    List.of("seed", "need", "policy", "snapshot", "history").forEach(fields::need);
    Optional<Long> seed = fields.parsed("seed", DrawReader::whole, WHOLE);
    Optional<Need> need =
        fields.inner("need").flatMap(inner -> NeedReader.read(inner, Words.any()));
    Optional<SourcingPolicy> policy = fields.inner("policy").flatMap(PolicyReader::policy);
    Optional<Directory> directory = fields.inner("snapshot").flatMap(DrawReader::directory);
    Optional<Ledger> history = fields.inner("history").map(DrawReader::history);
    if (fields.findings().anyError()
        || seed.isEmpty()
        || need.isEmpty()
        || policy.isEmpty()
        || directory.isEmpty()
        || history.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Draw.of(
              need.get(), Snapshot.of(directory.get()), policy.get(), seed.get(), history.get()));
    } catch (DirectoryException impossible) {
      fields.error("need", impossible.text());
      return Optional.empty();
    }
  }

  private static Optional<Directory> directory(Fields snapshot) {
    snapshot.known("digest", "directory");
    snapshot.need("directory");
    return snapshot
        .inner("directory")
        .map(fields -> DirectoryReader.read(fields.at(""), Words.any()));
  }

  private static Ledger history(Fields fields) {
    fields.known("draws", "digest", "credits");
    SortedMap<String, Long> credits = new TreeMap<>();
    fields
        .inner("credits")
        .ifPresent(owed -> {
          for (String contender : owed.names()) {
            owed.need(contender);
            owed.parsed(contender, DrawReader::owed, WHOLE)
                .ifPresent(credit -> credits.put(contender, credit));
          }
        });
    int draws = fields.whole("draws", 0, 1_000_000_000).orElse(0);
    return new Ledger(credits, draws, fields.textOr("digest", 64).orElse(""));
  }

  private static Optional<Long> whole(String text) {
    try {
      return text.startsWith("+") ? Optional.empty() : Optional.of(Long.valueOf(text));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  /// What is owed: so much less than the largest number that sums cannot overflow.
  private static Optional<Long> owed(String text) {
    return whole(text).filter(credit -> Math.abs(credit / 2) < Long.MAX_VALUE / 8);
  }

  private static void compare(byte[] read, byte[] drawn, Findings findings) {
    int differs = Arrays.mismatch(read, drawn);
    if (differs < 0) {
      return;
    }
    int line = 1;
    for (int i = 0; i < Math.min(differs, read.length); i++) {
      line += read[i] == '\n' ? 1 : 0;
    }
    findings.error(
        line,
        "",
        "Refait, ce tirage ne donne pas la même chose\u00a0: la première différence est à cette"
            + " ligne. Le fichier a été modifié.",
        "Drawn again, this draw does not give the same: the first difference is on this line. The"
            + " file has been altered.");
  }
}

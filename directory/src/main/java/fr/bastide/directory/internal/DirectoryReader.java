package fr.bastide.directory.internal;

import static java.util.stream.Collectors.toSet;

import fr.bastide.directory.Directory;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Outcome;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Solution;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.DirectoryFiles;
import fr.bastide.directory.file.Reading;
import fr.bastide.document.Findings;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads a directory and checks what no entry can check alone.
public final class DirectoryReader {

  private static final int MOST = 2_000;

  private final Words words;
  private final Findings findings;
  private final Map<String, Integer> lines = new HashMap<>();

  private DirectoryReader(Words words, Findings findings) {
    this.words = words;
    this.findings = findings;
  }

  /// See [DirectoryFiles#read].
  public static Reading<Directory> read(byte[] bytes, Vocabulary vocabulary) {
    Findings findings = new Findings("");
    Optional<Directory> directory =
        YamlReader.read(bytes, DirectoryFiles.MAX_BYTES, findings)
            .map(yaml -> Fields.of(yaml, "", findings))
            .map(fields -> read(fields, Words.of(vocabulary)));
    return Reading.of(directory, findings);
  }

  /// The directory in these fields; what is wrong goes to their findings.
  static Directory read(Fields fields, Words words) {
    return new DirectoryReader(words, fields.findings()).directory(fields);
  }

  private Directory directory(Fields fields) {
    fields.known("bastide", "version", "providers", "solutions", "outcomes");
    Heads.check(fields, "directory/1");
    String version = fields.text("version", 40);
    words
        .vocabulary()
        .filter(vocabulary -> !version.isEmpty() && !vocabulary.version().equals(version))
        .ifPresent(vocabulary ->
            EntryParts.warn(
                fields,
                "version",
                new Text(
                    "Ce fichier suit la version "
                        + Findings.clip(version)
                        + " des compétences et labels\u202f; il est lu selon la version "
                        + vocabulary.version()
                        + ".",
                    "This file follows version "
                        + Findings.clip(version)
                        + " of skills and labels; it is read under version "
                        + vocabulary.version()
                        + ".")));
    List<Provider> providers =
        entries(fields, "providers", new ProviderReader(words)::read, Provider::id);
    List<Solution> solutions =
        entries(fields, "solutions", new SolutionReader(words)::read, Solution::id);
    List<Outcome> outcomes = outcomes(fields, providers);
    checkSirens(providers);
    checkNames(providers);
    checkSolutions(providers, solutions);
    return new Directory(version, providers, solutions, outcomes);
  }

  private <T> List<T> entries(
      Fields fields, String key, Function<Fields, Optional<T>> read, Function<T, EntryId> id) {
    Map<EntryId, T> byId = new HashMap<>();
    for (Fields item : fields.mappings(key, MOST)) {
      Optional<T> entry = read.apply(item);
      if (entry.isPresent()) {
        EntryId known = id.apply(entry.get());
        if (byId.putIfAbsent(known, entry.get()) != null) {
          findings.duplicate(item.line(), key + "." + known, known.value());
        } else {
          lines.put(key + "." + known, item.line());
        }
      }
    }
    return new ArrayList<>(byId.values());
  }

  private int line(EntryId id) {
    return lines.getOrDefault("providers." + id, 0);
  }

  private void checkSirens(List<Provider> providers) {
    Map<String, EntryId> seen = new HashMap<>();
    for (Provider provider : inOrder(providers)) {
      provider
          .identity()
          .siren()
          .ifPresent(siren -> {
            EntryId other = seen.putIfAbsent(siren.value(), provider.id());
            if (other != null) {
              findings.error(
                  line(provider.id()),
                  "providers." + provider.id() + ".siren",
                  "Le SIREN "
                      + siren
                      + " est déjà celui de "
                      + Findings.fr(other.value())
                      + " (ligne "
                      + line(other)
                      + ")\u00a0: gardez une seule fiche.",
                  "The SIREN "
                      + siren
                      + " is already that of "
                      + Findings.en(other.value())
                      + " (line "
                      + line(other)
                      + "): keep one entry.");
            }
          });
    }
  }

  /// Two entries with one name may well be one firm.
  private void checkNames(List<Provider> providers) {
    Map<String, EntryId> seen = new HashMap<>();
    for (Provider provider : inOrder(providers)) {
      String name = SameName.key(provider.identity().name());
      EntryId other = seen.putIfAbsent(name, provider.id());
      if (other != null) {
        findings.warning(
            line(provider.id()),
            "providers." + provider.id() + ".name",
            "Ce nom est aussi celui de "
                + Findings.fr(other.value())
                + " (ligne "
                + line(other)
                + ")\u00a0: est-ce la même entreprise\u202f?",
            "This name is also that of "
                + Findings.en(other.value())
                + " (line "
                + line(other)
                + "): is it the same firm?");
      }
    }
  }

  private List<Provider> inOrder(List<Provider> providers) {
    return providers.stream()
        .sorted(java.util.Comparator.comparingInt(provider -> line(provider.id())))
        .toList();
  }

  private void checkSolutions(List<Provider> providers, List<Solution> solutions) {
    Map<EntryId, Solution> known = new HashMap<>();
    solutions.forEach(solution -> known.put(solution.id(), solution));
    List<String> names = solutions.stream().map(s -> s.id().value()).toList();
    for (Provider provider : inOrder(providers)) {
      for (EntryId offered : provider.offer().solutions()) {
        if (!known.containsKey(offered)) {
          findings.unknown(
              line(provider.id()),
              "providers." + provider.id() + ".solutions",
              offered.value(),
              names);
        }
      }
    }
  }

  private List<Outcome> outcomes(Fields file, List<Provider> providers) {
    Set<String> known = providers.stream().map(p -> p.id().value()).collect(toSet());
    List<Outcome> outcomes = new ArrayList<>();
    for (Fields fields : file.mappings("outcomes", 100_000)) {
      fields.known("provider", "need", "on", "result", "satisfaction");
      List.of("provider", "on", "result").forEach(fields::need);
      Optional<EntryId> provider = fields.id("provider");
      if (provider.isPresent() && !known.contains(provider.get().value())) {
        findings.unknown(fields.line(), fields.placeOf("provider"), provider.get().value(), known);
      }
      String need = fields.text("need", 80);
      Optional<LocalDate> on = fields.date("on");
      Optional<Outcome.Result> result = fields.constant("result", Outcome.Result.values());
      Optional<Integer> satisfaction = fields.whole("satisfaction", 1, 5);
      if (provider.isPresent() && on.isPresent() && result.isPresent()) {
        outcomes.add(new Outcome(provider.get(), need, on.get(), result.get(), satisfaction));
      }
    }
    return outcomes;
  }

  /// Names that people would take for the same.
  private static final class SameName {
    static String key(String name) {
      StringBuilder letters = new StringBuilder();
      java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
          .toLowerCase(Locale.ROOT)
          .codePoints()
          .filter(Character::isLetterOrDigit)
          .forEach(letters::appendCodePoint);
      return letters.toString();
    }
  }
}

package fr.bastide.detection.rule;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.Place;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.internal.rule.Assembly;
import fr.bastide.detection.internal.rule.DocumentReader;
import fr.bastide.detection.internal.rule.Drafts;
import fr.bastide.kernel.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads Sigma rules, correlations and filters (specification 2.1.0) and checks them whole.
///
/// What cannot be taken is refused with its place and a reason; the rest is taken. Reading never
/// follows symbolic links and is bounded: one megabyte a file, 100,000 files. Safe to share between
/// threads.
public final class RuleReader {

  private final Placeholders placeholders;
  private final boolean retired;

  /// Takes rules without placeholders, and leaves out those that are deprecated or unsupported.
  public RuleReader() {
    this(Placeholders.NONE, false);
  }

  private RuleReader(Placeholders placeholders, boolean retired) {
    this.placeholders = placeholders;
    this.retired = retired;
  }

  /// The same with values for placeholders such as `%Servers%`.
  public RuleReader with(Placeholders values) {
    return new RuleReader(values, retired);
  }

  /// The same, taking rules of status `deprecated` and `unsupported` too.
  public RuleReader withRetired() {
    return new RuleReader(placeholders, true);
  }

  /// Reads a file, a folder with all it holds (`*.yml`, `*.yaml`, sorted), or a zip archive.
  ///
  /// @throws DetectionException when there is nothing at this path
  public RuleLibrary read(Path path) {
    return read(List.of(path));
  }

  /// Reads several files, folders or archives as one set: correlations may name rules of another.
  ///
  /// @throws DetectionException when there is nothing at one of these paths
  public RuleLibrary read(List<Path> paths) {
    return read(paths, List.of());
  }

  /// Reads files whose content is at hand, then several files, folders or archives, as one set.
  ///
  /// @throws DetectionException when there is nothing at one of these paths
  public RuleLibrary read(List<Path> paths, List<RuleFile> files) {
    RulePaths found = RulePaths.find(paths);
    DocumentReader reader = reader();
    List<Drafts> drafts = new ArrayList<>();
    files.forEach(file -> drafts.add(reader.read(file.name(), file.bytes())));
    drafts.addAll(found.sources().parallelStream().map(source -> source.read(reader)).toList());
    return assemble(drafts, found.refusals());
  }

  /// Reads files whose content is at hand.
  public RuleLibrary readFiles(List<RuleFile> files) {
    DocumentReader reader = reader();
    return assemble(
        files.stream().map(file -> reader.read(file.name(), file.bytes())).toList(), List.of());
  }

  /// Reads one text.
  ///
  /// @param name how messages call it
  public RuleLibrary readText(String name, String yaml) {
    return readFiles(List.of(RuleFile.of(name, yaml)));
  }

  private DocumentReader reader() {
    return new DocumentReader(placeholders.values(), retired);
  }

  private static RuleLibrary assemble(List<Drafts> drafts, List<Refusal> refusals) {
    Assembly assembly = new Assembly();
    drafts.forEach(assembly::add);
    refusals.forEach(refusal -> assembly.add(Drafts.refused(refusal)));
    return new RuleLibrary(assembly.book(), assembly.guidance(), assembly.retired(), drafts.size());
  }

  static Refusal refusal(String file, Text reason) {
    return new Refusal(new Place(file, 0), "", reason);
  }
}

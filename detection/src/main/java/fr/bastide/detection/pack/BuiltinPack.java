package fr.bastide.detection.pack;

import fr.bastide.detection.Level;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.rule.RuleFile;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.detection.rule.RuleReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rules that come with Bastide, and what they and their levels say to people. Read once, on
/// first use; safe to share between threads.
public final class BuiltinPack {

  private static final String FOLDER = "/fr/bastide/detection/pack/";

  private final PackIndex index;
  private final LevelReader levels;
  private final List<RuleFile> files;
  private final RuleLibrary library;
  private final Map<String, Advice> advice;

  private BuiltinPack() {
    List<Refusal> refusals = new ArrayList<>();
    try {
      index = PackIndex.read(resource("index.yaml"), refusals);
      levels = LevelReader.read(resource("levels.yaml"), refusals);
      files = index.rules().stream().map(name -> resource("rules/" + name + ".yaml")).toList();
      library = new RuleReader().readFiles(files);
      refusals.addAll(library.book().refusals());
      advice = AdviceReader.read(files, library, levels, refusals);
    } catch (Malformed malformed) {
      throw new IllegalStateException(
          "the built-in rules are wrong: " + malformed.reason().en(), malformed);
    }
    if (!refusals.isEmpty()) {
      throw new IllegalStateException(
          refusals.stream()
              .map(refusal -> refusal.place() + " " + refusal.reason().en())
              .collect(Collectors.joining("\n", "the built-in rules are wrong:\n", "")));
    }
  }

  private static final class Holder {
    static final BuiltinPack PACK = new BuiltinPack();
  }

  /// The pack.
  public static BuiltinPack get() {
    return Holder.PACK;
  }

  /// Which version of the pack it is, such as `2026.1`.
  public String version() {
    return index.version();
  }

  /// The rules and correlations, read and checked.
  public RuleLibrary library() {
    return library;
  }

  /// The rule files as they are, for who reads them together with others. Their bytes are not to be
  /// changed.
  public List<RuleFile> files() {
    return files;
  }

  /// What a rule of the pack says to those who have no analyst; empty for a rule of others.
  ///
  /// @param id [RuleInfo#id()]
  public Optional<Advice> advice(String id) {
    return Optional.ofNullable(advice.get(id));
  }

  /// What a level of alert means to a person.
  public LevelText level(Level level) {
    return levels.level(level);
  }

  /// Everybody whom levels and rules name, in the order of the file.
  public List<Contact> contacts() {
    return levels.contacts();
  }

  /// The samples on which the pack is tried.
  public Samples samples() {
    return Samples.readFiles(
        index.samples().stream().map(name -> resource("samples/" + name + ".yaml")).toList());
  }

  private static RuleFile resource(String name) {
    try (InputStream input = BuiltinPack.class.getResourceAsStream(FOLDER + name)) {
      if (input == null) {
        throw new IllegalStateException("missing from this build: " + name);
      }
      return new RuleFile(name, input.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

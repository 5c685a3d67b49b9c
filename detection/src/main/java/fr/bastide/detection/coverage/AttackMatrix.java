package fr.bastide.detection.coverage;

import fr.bastide.detection.Refusal;
import fr.bastide.detection.internal.rule.PlainYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tactics and techniques of ATT&CK for Enterprise: identifiers alone, from `attack.yaml`. Safe to
/// share between threads.
///
/// @see <a href="https://attack.mitre.org/matrices/enterprise/">MITRE ATT&CK, Enterprise matrix</a>
public final class AttackMatrix {

  private static final String RESOURCE = "/fr/bastide/detection/attack.yaml";

  private static final class Builtin {
    static final AttackMatrix MATRIX = new AttackMatrix(document());
  }

  private final String version;
  private final List<String> tactics;
  private final Map<String, List<String>> formerly = new HashMap<>();
  private final Map<String, Technique.Known> known = new LinkedHashMap<>();
  private final Map<String, String> revoked = new HashMap<>();
  private final Set<String> deprecated = new HashSet<>();

  private AttackMatrix(Map<?, ?> document) {
    version = String.valueOf(document.get("version"));
    tactics = words(get(document, "tactics"));
    map(get(document, "formerly")).forEach((old, now) -> formerly.put(text(old), words(now)));
    map(get(document, "techniques")).forEach((id, about) -> add(text(id), map(about)));
    map(get(document, "revoked")).forEach((old, now) -> revoked.put(text(old), text(now)));
    deprecated.addAll(words(get(document, "deprecated")));
  }

  /// The matrix that comes with the engine.
  public static AttackMatrix builtin() {
    return Builtin.MATRIX;
  }

  /// Which version of ATT&CK it is, such as `19.2`.
  public String version() {
    return version;
  }

  /// The short names of the tactics, in the order of the matrix.
  public List<String> tactics() {
    return tactics;
  }

  /// All techniques and sub-techniques in force, by identifier.
  public Collection<Technique.Known> techniques() {
    return List.copyOf(known.values());
  }

  /// The tactics a rule means by a name: itself, or what an older name was split into; none when
  /// there is no such tactic. Underscores count as hyphens.
  public List<String> tactic(String name) {
    String plain = name.replace('_', '-');
    return tactics.contains(plain) ? List.of(plain) : formerly.getOrDefault(plain, List.of());
  }

  /// What this identifier, such as `T1059.001`, is.
  public Technique find(String id) {
    Technique.Known technique = known.get(id);
    if (technique != null) {
      return technique;
    }
    Technique.Known by = known.get(revoked.getOrDefault(id, ""));
    if (by != null) {
      return new Technique.Revoked(id, by);
    }
    return deprecated.contains(id) ? new Technique.Deprecated(id) : new Technique.Unknown(id);
  }

  private void add(String id, Map<?, ?> about) {
    List<String> serves = words(get(about, "tactics"));
    known.put(id, new Technique.Known(id, serves));
    if (about.get("sub") instanceof List<?> numbers) {
      for (Object number : numbers) {
        String part = String.format("%s.%03d", id, ((BigDecimal) number).intValueExact());
        known.put(part, new Technique.Known(part, serves));
      }
    }
  }

  private static Map<?, ?> document() {
    List<Refusal> refusals = new ArrayList<>();
    try (InputStream input = AttackMatrix.class.getResourceAsStream(RESOURCE)) {
      if (input == null) {
        throw new IllegalStateException(RESOURCE + " is absent");
      }
      List<Object> documents = PlainYaml.read(RESOURCE, input.readAllBytes(), refusals::add);
      if (documents.size() == 1) {
        return map(documents.getFirst());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    throw new IllegalStateException(RESOURCE + " cannot be read: " + refusals);
  }

  private static Object get(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalStateException(RESOURCE + ": " + key + " is missing");
    }
    return value;
  }

  private static Map<?, ?> map(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalStateException(RESOURCE + ": a map is wanted: " + value);
  }

  private static List<String> words(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(AttackMatrix::text).toList();
    }
    throw new IllegalStateException(RESOURCE + ": a list is wanted: " + value);
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }
}

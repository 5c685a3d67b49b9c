package fr.bastide.detection.internal.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The documents of one file, what they share put into each of them: `action: global`, `reset` and
/// `repeat` of old rule collections.
final class RuleCollections {

  private Yaml.Mapping global = nothing();
  private Yaml.Mapping previous = nothing();
  private int copies;
  private final List<Yaml.Mapping> whole = new ArrayList<>();

  private RuleCollections() {}

  /// @param documents maps only
  static List<Yaml.Mapping> unfold(List<Yaml.Mapping> documents) throws Refused {
    RuleCollections collections = new RuleCollections();
    boolean shared = false;
    for (Yaml.Mapping document : documents) {
      shared |= collections.take(document);
    }
    if (shared && collections.whole.isEmpty()) {
      throw new Refused(
          documents.getFirst().line(),
          "«\u00a0action: global\u00a0» n’est suivi d’aucune règle\u00a0: ajoutez-en une, ou ôtez "
              + "cette ligne.",
          "'action: global' is followed by no rule: add one, or take that line away.");
    }
    return collections.whole;
  }

  /// Whether the document is only for others.
  private boolean take(Yaml.Mapping document) {
    String action =
        Optional.ofNullable(document.entries().get("action"))
            .map(Yaml.Entry::value)
            .map(value -> value instanceof Yaml.Scalar scalar ? scalar.text() : "")
            .orElse("");
    switch (action) {
      case "global" -> {
        global = merge(global, without(document));
        return true;
      }
      case "reset" -> {
        global = nothing();
        return true;
      }
      case "repeat" -> add(merge(previous, without(document)), document);
      default -> add(merge(global, document), document);
    }
    return false;
  }

  private void add(Yaml.Mapping merged, Yaml.Mapping document) {
    Yaml.Mapping complete = merged;
    Yaml.Entry id = merged.entries().get("id");
    boolean shared = !document.entries().containsKey("id");
    if (shared && id != null && ++copies > 1 && id.value() instanceof Yaml.Scalar scalar) {
      // Every document of a collection needs an id of its own.
      Map<String, Yaml.Entry> entries = new LinkedHashMap<>(merged.entries());
      Yaml own = new Yaml.Scalar(scalar.text() + "#" + copies, false, scalar.line());
      entries.put("id", new Yaml.Entry(id.line(), own));
      complete = new Yaml.Mapping(entries, merged.line());
    }
    whole.add(complete);
    previous = merged;
  }

  private static Yaml.Mapping nothing() {
    return new Yaml.Mapping(Map.of(), 1);
  }

  private static Yaml.Mapping without(Yaml.Mapping document) {
    Map<String, Yaml.Entry> entries = new LinkedHashMap<>(document.entries());
    entries.remove("action");
    return new Yaml.Mapping(entries, document.line());
  }

  /// The second over the first; maps within maps are merged, anything else replaced. As deep as the
  /// documents are, which is bounded.
  private static Yaml.Mapping merge(Yaml.Mapping first, Yaml.Mapping second) {
    if (first.entries().isEmpty()) {
      return second;
    }
    Map<String, Yaml.Entry> entries = new LinkedHashMap<>(first.entries());
    for (Map.Entry<String, Yaml.Entry> entry : second.entries().entrySet()) {
      Yaml.Entry below = entries.get(entry.getKey());
      Yaml value = entry.getValue().value();
      if (below != null
          && below.value() instanceof Yaml.Mapping lower
          && value instanceof Yaml.Mapping upper) {
        value = merge(lower, upper);
      }
      entries.put(entry.getKey(), new Yaml.Entry(entry.getValue().line(), value));
    }
    return new Yaml.Mapping(entries, second.line());
  }
}

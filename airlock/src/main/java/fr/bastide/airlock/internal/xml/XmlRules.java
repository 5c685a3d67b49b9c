package fr.bastide.airlock.internal.xml;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Lists;
import fr.bastide.airlock.internal.Resources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What happens to elements and attributes that have a known name but can hurt, from a resource
/// `rules.yaml` of a format.
public final class XmlRules {

  /// What to do with an element or attribute.
  public sealed interface Rule {
    /// It goes; `threat` is what it is to people, empty when it is not worth a word.
    record Drop(Optional<Threat> threat) implements Rule {}

    /// It goes, and what is in it stays.
    record Unwrap() implements Rule {}

    /// It stays.
    record Keep() implements Rule {}
  }

  private static final Rule KEEP = new Rule.Keep();

  private final XmlNames names;
  private final Map<String, Rule> elements = new HashMap<>();
  private final Map<String, Rule> attributes = new HashMap<>();
  private final Set<String> attributeNames = new HashSet<>();
  private final Set<String> needsContent;
  private final Map<String, Set<String>> needsChild = new HashMap<>();
  private final Set<String> sparesReference;
  private final Set<String> understood;
  private final Set<String> quietNamespaces;

  /// The rules in a resource.
  ///
  /// @param names the names they speak of
  public XmlRules(XmlNames names, String resource) {
    this.names = names;
    Map<String, Object> data = Resources.document(resource);
    fill(elements, Resources.mapping(data, "elements"));
    put(elements, Resources.string(data, "quiet"), new Rule.Drop(Optional.empty()));
    if (data.containsKey("quiet-inside")) {
      put(elements, Resources.string(data, "quiet-inside"), new Rule.Drop(Optional.empty()));
    }
    put(elements, Resources.string(data, "unwrap"), new Rule.Unwrap());
    fill(attributes, Resources.mapping(data, "attributes"));
    for (String key : attributes.keySet()) {
      attributeNames.add(key.substring(key.indexOf('@') + 1));
    }
    needsContent = words(data, "needs-content");
    if (data.containsKey("needs-child")) {
      Map<String, Object> needs = Resources.mapping(data, "needs-child");
      needs
          .keySet()
          .forEach(key -> needsChild.put(key, XmlSpace.words(Resources.string(needs, key))));
    }
    sparesReference = words(data, "spares-reference");
    understood = words(data, "understood");
    quietNamespaces = Set.copyOf(Lists.strings(data, "quiet-namespaces"));
  }

  private static Set<String> words(Map<String, Object> data, String key) {
    return data.containsKey(key) ? XmlSpace.words(Resources.string(data, key)) : Set.of();
  }

  /// The threat that a list names `active-control`.
  public static Threat threat(String name) {
    return Threat.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static void fill(Map<String, Rule> rules, Map<String, Object> data) {
    for (String threat : data.keySet()) {
      Optional<Threat> told =
          threat.equals("quiet") ? Optional.empty() : Optional.of(threat(threat));
      put(rules, Resources.string(data, threat), new Rule.Drop(told));
    }
  }

  private static void put(Map<String, Rule> rules, String words, Rule rule) {
    for (String word : XmlSpace.words(words)) {
      if (rules.put(word, rule) != null) {
        throw new IllegalStateException("two rules for " + word);
      }
    }
  }

  public Rule element(String label) {
    return elements.getOrDefault(label, KEEP);
  }

  /// The rule for an attribute of an element.
  ///
  /// @param name `name`, or `prefix:name` as rules call it
  public Rule attribute(String label, String name) {
    if (!attributeNames.contains(name)) {
      return KEEP;
    }
    Rule rule = attributes.get(label + "@" + name);
    return rule != null ? rule : attributes.getOrDefault("*@" + name, KEEP);
  }

  /// Whether an element means nothing, or damage, with what is left in it.
  public boolean isHollow(String label, XmlElement element) {
    if (needsContent.contains(label) && !element.hasElements()) {
      return true;
    }
    Set<String> wanted = needsChild.get(label);
    if (wanted == null) {
      return false;
    }
    for (XmlNode child : element.children()) {
      if (child instanceof XmlElement inner && wanted.contains(inner.name())) {
        return false;
      }
    }
    return true;
  }

  public boolean sparesReference(String label) {
    return sparesReference.contains(label);
  }

  /// Whether common programs show what a choice requires.
  public boolean isUnderstood(String namespace) {
    return understood.contains(names.prefix(namespace));
  }

  public boolean isQuiet(String namespace) {
    return quietNamespaces.contains(namespace);
  }

  /// All elements and attributes that rules speak of, for the test of the list.
  public Set<String> spokenOf() {
    Set<String> all = new HashSet<>(elements.keySet());
    all.addAll(attributes.keySet());
    all.addAll(needsContent);
    all.addAll(needsChild.keySet());
    all.addAll(sparesReference);
    return all;
  }
}

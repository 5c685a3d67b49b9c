package fr.bastide.detection.stix;

import fr.bastide.detection.Level;
import fr.bastide.detection.RuleInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes the objects of a bundle that are not observables, each once.
final class StixObjects {

  /// When the objects that are the same in every bundle were first made.
  private static final String BORN = "2026-11-25T00:00:00.000Z";

  private static final String ATTACK = "attack.";
  private static final int LONGEST_TEXT = 4_096;

  private final Function<RuleInfo, String> patterns;
  private final Optional<TlpMarking> marking;
  private final Instant made;
  private final String tool = StixIds.named("identity", "system/Bastide");
  private final Map<String, Map<String, Object>> all = new LinkedHashMap<>();
  private final Map<String, String> indicators = new LinkedHashMap<>();
  private final List<String> sighted = new ArrayList<>();

  StixObjects(Function<RuleInfo, String> patterns, Optional<TlpMarking> marking, Instant made) {
    this.patterns = patterns;
    this.marking = marking;
    this.made = made;
    marking.ifPresent(tlp -> all.put(tlp.id(), tlp.object()));
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("name", "Bastide");
    identity.put("identity_class", "system");
    identity.put("description", "Detection engine of the Bastide platform.");
    keep(tool, BORN, BORN, identity);
  }

  /// Somebody or something by its name.
  String identity(String name, String kind) {
    String id = StixIds.named("identity", kind + "/" + name);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", cut(name));
    properties.put("identity_class", kind);
    keep(id, BORN, BORN, properties);
    return id;
  }

  /// A rule. One with a date of its own is the same object in every bundle.
  String indicator(RuleInfo rule, Instant firstSeen) {
    String known = indicators.get(rule.id());
    if (known != null) {
      return known;
    }
    Optional<Instant> date = StixMoments.date(rule.date());
    String created = StixMoments.text(date.orElse(made));
    Instant changed = StixMoments.date(rule.modified()).or(() -> date).orElse(made);
    String modified = StixMoments.text(changed);
    String id =
        date.isPresent() ? StixIds.named("indicator", rule.id()) : StixIds.fresh("indicator");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", cut(rule.title()));
    properties.put("description", cut(description(rule)));
    properties.put("indicator_types", List.of(kind(rule.level())));
    properties.put("pattern", patterns.apply(rule));
    properties.put("pattern_type", "sigma");
    properties.put("pattern_version", "2.1.0");
    properties.put("valid_from", StixMoments.text(date.orElse(firstSeen)));
    List<Map<String, Object>> phases = phases(rule);
    if (!phases.isEmpty()) {
      properties.put("kill_chain_phases", phases);
    }
    properties.put(
        "labels", List.of("sigma-level-" + rule.level().name().toLowerCase(Locale.ROOT)));
    properties.put("external_references", references(rule));
    keep(id, created, modified.compareTo(created) < 0 ? created : modified, properties);
    indicators.put(rule.id(), id);
    techniques(rule).forEach(technique -> indicates(id, technique));
    return id;
  }

  private static String kind(Level level) {
    return level.compareTo(Level.HIGH) >= 0 ? "malicious-activity" : "anomalous-activity";
  }

  private static String description(RuleInfo rule) {
    String author = rule.author().isBlank() ? "not said" : rule.author();
    String license = rule.license().isBlank() ? "not said" : rule.license();
    String credit = "Author: " + author + ". Licence: " + license + ".";
    return rule.description().isBlank() ? credit : rule.description().strip() + "\n\n" + credit;
  }

  private static List<Map<String, Object>> references(RuleInfo rule) {
    List<Map<String, Object>> references = new ArrayList<>();
    references.add(reference("sigma", "external_id", rule.id()));
    for (String address : rule.references()) {
      if (WebNames.url(address)) {
        references.add(reference("sigma", "url", address));
      }
    }
    return references;
  }

  private static Map<String, Object> reference(String source, String property, String value) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("source_name", source);
    reference.put(property, value);
    return reference;
  }

  private static List<Map<String, Object>> phases(RuleInfo rule) {
    List<Map<String, Object>> phases = new ArrayList<>();
    for (String tag : rule.tags()) {
      String word = tag.startsWith(ATTACK) ? tag.substring(ATTACK.length()) : "";
      String phase = word.toLowerCase(Locale.ROOT).replace('_', '-');
      boolean plain =
          !phase.isEmpty() && phase.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '-');
      if (plain) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kill_chain_name", "mitre-attack");
        one.put("phase_name", phase);
        phases.add(one);
      }
    }
    return phases;
  }

  private static List<String> techniques(RuleInfo rule) {
    return rule.tags().stream()
        .filter(tag -> tag.startsWith("attack.t") && tag.length() > 8)
        .filter(tag -> tag.substring(8).chars().allMatch(c -> c >= '0' && c <= '9' || c == '.'))
        .map(tag -> tag.substring(ATTACK.length()).toUpperCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private void indicates(String indicator, String technique) {
    String pattern = StixIds.named("attack-pattern", "mitre-attack/" + technique);
    Map<String, Object> reference = reference("mitre-attack", "external_id", technique);
    reference.put(
        "url", "https://attack.mitre.org/techniques/" + technique.replace('.', '/') + "/");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", technique);
    properties.put("external_references", List.of(reference));
    keep(pattern, BORN, BORN, properties);
    Map<String, Object> relation = new LinkedHashMap<>();
    relation.put("relationship_type", "indicates");
    relation.put("source_ref", indicator);
    relation.put("target_ref", pattern);
    String now = StixMoments.text(made);
    keep(StixIds.fresh("relationship"), now, now, relation);
  }

  /// What was observed in one event; of an event without a time, when it was read.
  String observed(Instant time, boolean timed, List<String> refs) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("first_observed", StixMoments.text(time));
    properties.put("last_observed", StixMoments.text(time));
    properties.put("number_observed", 1);
    properties.put("object_refs", refs);
    if (!timed) {
      properties.put("labels", List.of("time-of-reading"));
    }
    String id = StixIds.fresh("observed-data");
    String now = StixMoments.text(made);
    keep(id, now, now, properties);
    return id;
  }

  void sighting(Map<String, Object> properties) {
    String id = StixIds.fresh("sighting");
    String now = StixMoments.text(made);
    keep(id, now, now, properties);
    sighted.add(id);
  }

  /// Says something of the whole bundle.
  void note(String content) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("content", content);
    properties.put("object_refs", List.of(tool));
    String now = StixMoments.text(made);
    keep(StixIds.fresh("note"), now, now, properties);
  }

  /// Everything, the observables last; sightings are grouped so that they stay together.
  Map<String, Object> bundle(Collection<Map<String, Object>> observables) {
    if (!sighted.isEmpty()) {
      Map<String, Object> grouping = new LinkedHashMap<>();
      grouping.put("name", "Alerts found by Bastide");
      grouping.put("context", "suspicious-activity");
      grouping.put("object_refs", List.copyOf(sighted));
      String now = StixMoments.text(made);
      keep(StixIds.fresh("grouping"), now, now, grouping);
    }
    List<Object> objects = new ArrayList<>(all.values());
    for (Map<String, Object> observable : observables) {
      Map<String, Object> marked = new LinkedHashMap<>(observable);
      mark(marked);
      objects.add(marked);
    }
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("type", "bundle");
    bundle.put("id", StixIds.fresh("bundle"));
    bundle.put("objects", objects);
    return bundle;
  }

  private void keep(String id, String created, String modified, Map<String, Object> properties) {
    if (all.containsKey(id)) {
      return;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", id.substring(0, id.indexOf("--")));
    object.put("spec_version", "2.1");
    object.put("id", id);
    if (!id.equals(tool)) {
      object.put("created_by_ref", tool);
    }
    object.put("created", created);
    object.put("modified", modified);
    object.putAll(properties);
    mark(object);
    all.put(id, object);
  }

  private void mark(Map<String, Object> object) {
    marking.ifPresent(tlp -> object.put("object_marking_refs", List.of(tlp.id())));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end =
        Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
    return text.substring(0, end) + "…";
  }
}

package fr.bastide.incident.rsit;

import fr.bastide.incident.Facts;
import fr.bastide.incident.Reading;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.condition.Truth;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The reference taxonomy, and the rules that choose types in it from the facts of a case.
///
/// @param version the version of the taxonomy, as its authors number it
/// @param types every type by its identifier
/// @param rules when a type fits, the one that names the case best first
/// @param undetermined the type of a case about which too little is known
/// @param uncategorised the type of a case that fits nowhere
public record Taxonomy(
    String version,
    Map<String, IncidentType> types,
    List<Rule> rules,
    IncidentType undetermined,
    IncidentType uncategorised) {

  /// When a type fits.
  ///
  /// @param type which
  /// @param when what must be so
  /// @param confidence how sure it then is
  /// @param reason why, in plain words
  public record Rule(IncidentType type, Condition when, Confidence confidence, Text reason) {}

  public Taxonomy {
    types = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(types));
    rules = List.copyOf(rules);
  }

  /// The taxonomy that comes with Bastide.
  public static Taxonomy builtin() {
    return Knowledge.builtin().taxonomy();
  }

  /// The types that fit a case, the primary one first; never empty. Where credible facts contradict
  /// each other, a type that only some readings give is one step less sure.
  public List<Classification> classify(Facts facts) {
    Map<String, Classification> found = new LinkedHashMap<>();
    boolean open = false;
    for (Rule rule : rules) {
      int holds = 0;
      List<Reading> readings = facts.readings(rule.when().questions());
      for (Reading reading : readings) {
        Truth truth = rule.when().evaluate(reading).truth();
        holds += truth == Truth.TRUE ? 1 : 0;
        open |= truth == Truth.UNKNOWN;
      }
      if (holds > 0) {
        Confidence confidence =
            holds == readings.size() ? rule.confidence() : rule.confidence().less();
        found.putIfAbsent(
            rule.type().id(), new Classification(rule.type(), confidence, rule.reason()));
      }
    }
    return found.isEmpty() ? List.of(none(open)) : new ArrayList<>(found.values());
  }

  private Classification none(boolean open) {
    return open
        ? new Classification(
            undetermined,
            Confidence.POSSIBLE,
            new Text("Trop peu de faits sont connus.", "Too few facts are known."))
        : new Classification(
            uncategorised,
            Confidence.LIKELY,
            new Text("Les faits ne correspondent à aucun type.", "The facts fit no type."));
  }
}

package fr.bastide.incident;

import fr.bastide.kernel.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What is known of a case. Contradictory claims stand side by side; the engine reads all of those
/// that are credible.
///
/// @param body the name of the victim
/// @param claims what is claimed about each question; a question that is not there is unknown
/// @param done what was already done, by the obligation it answers
public record Facts(String body, Map<String, List<Claim>> claims, Map<String, Done> done) {

  /// The most readings that contradictory facts may give together; past it nobody can check the
  /// result.
  public static final int MOST_READINGS = 1024;

  /// Something the victim did.
  ///
  /// @param at when, to the minute
  /// @param proof what proves it, such as a receipt number; may be empty
  public record Done(Instant at, String proof) {}

  /// @throws IncidentException when the contradictions give more than [#MOST_READINGS] readings
  public Facts {
    Map<String, List<Claim>> copy = new LinkedHashMap<>();
    claims.forEach((id, all) -> copy.put(id, List.copyOf(all)));
    claims = java.util.Collections.unmodifiableMap(copy);
    done = Map.copyOf(done);
    long readings = 1;
    for (List<Claim> all : claims.values()) {
      readings *= Math.max(1, distinct(all).size());
      if (readings > MOST_READINGS) {
        throw new IncidentException(
            new Text(
                "Trop de faits se contredisent : écartez d’abord ceux qui ne sont pas crédibles.",
                "Too many facts contradict each other: first set aside those that are not"
                    + " credible."));
      }
    }
  }

  /// The claims about a question that count, one for each value: the credible ones, or all when
  /// none is.
  public List<Claim> credible(String question) {
    return distinct(claims.getOrDefault(question, List.of()));
  }

  /// The claims about a question that are not believed because credible ones say otherwise.
  public List<Claim> setAside(String question) {
    List<Value> kept = credible(question).stream().map(Claim::value).toList();
    return claims.getOrDefault(question, List.of()).stream()
        .filter(claim -> !kept.contains(claim.value()))
        .toList();
  }

  /// Every way of reading the answers to some questions: one claim for each contested one.
  public List<Reading> readings(Collection<String> questions) {
    List<Map<String, Claim>> readings = new ArrayList<>();
    readings.add(Map.of());
    for (String question : new LinkedHashSet<>(questions)) {
      List<Claim> choices = credible(question);
      if (choices.isEmpty()) {
        continue;
      }
      List<Map<String, Claim>> longer = new ArrayList<>();
      for (Map<String, Claim> one : readings) {
        for (Claim claim : choices) {
          Map<String, Claim> more = new LinkedHashMap<>(one);
          more.put(question, claim);
          longer.add(more);
        }
      }
      readings = longer;
    }
    return readings.stream().map(Reading::new).toList();
  }

  private static List<Claim> distinct(List<Claim> all) {
    boolean anyCredible = all.stream().anyMatch(Claim::credible);
    Map<Value, Claim> byValue = new LinkedHashMap<>();
    for (Claim claim : all) {
      if (!anyCredible || claim.credible()) {
        byValue.putIfAbsent(claim.value(), claim);
      }
    }
    return List.copyOf(byValue.values());
  }
}

package fr.bastide.incident.dossier;

import fr.bastide.incident.Facts;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.condition.Truth;
import fr.bastide.incident.internal.dossier.RecoveryReader;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What may have let an incident happen, and which measures of the referential answer it.
///
/// @param causes in the order in which one shows them
public record Causes(List<Cause> causes) {

  /// A cause.
  ///
  /// @param id its name
  /// @param name for people
  /// @param why how it let the incident happen
  /// @param when which facts make it likely; [Condition#NEVER] when only an answer can tell
  /// @param confirm the question of the interview that settles it, if there is one
  /// @param measures the measures that answer it, what helps most first
  public record Cause(
      String id,
      Text name,
      Text why,
      Condition when,
      Optional<String> confirm,
      List<String> measures) {
    public Cause {
      measures = List.copyOf(measures);
    }
  }

  /// How sure a cause is.
  public enum Certainty {
    /// The victim said so.
    ESTABLISHED,
    /// The facts point to it; nobody has confirmed it.
    LIKELY
  }

  /// A cause of a case.
  public record Found(Cause cause, Certainty certainty) {}

  public Causes {
    causes = List.copyOf(causes);
  }

  /// The causes that come with Bastide.
  public static Causes builtin() {
    return RecoveryReader.builtin().causes();
  }

  /// The causes of a case: those that the interview confirms, and those that some credible reading
  /// of the facts makes likely unless the interview sets them aside.
  ///
  /// @param answers the answers of the interview, by question
  public List<Found> of(Facts facts, Map<String, String> answers) {
    List<Found> found = new ArrayList<>();
    for (Cause cause : causes) {
      Optional<Boolean> said =
          cause
              .confirm()
              .flatMap(question -> Optional.ofNullable(answers.get(question)))
              .flatMap(Interview::flag);
      if (said.isPresent()) {
        if (said.get()) {
          found.add(new Found(cause, Certainty.ESTABLISHED));
        }
      } else if (likely(cause.when(), facts)) {
        found.add(new Found(cause, Certainty.LIKELY));
      }
    }
    return found;
  }

  private static boolean likely(Condition when, Facts facts) {
    return facts.readings(when.questions()).stream()
        .anyMatch(reading -> when.evaluate(reading).truth() == Truth.TRUE);
  }

  /// The identifiers of every measure, so that a caller can give their names.
  public Set<String> measures() {
    Set<String> all = new LinkedHashSet<>();
    causes.forEach(cause -> all.addAll(cause.measures()));
    return all;
  }
}

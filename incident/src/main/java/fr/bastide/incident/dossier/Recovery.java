package fr.bastide.incident.dossier;

import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was rebuilt since the incident, and what is planned.
///
/// @param measures the measures of the plan and those that the causes call for, by identifier of
///   the referential; those of the plan in its order first
/// @param answers what was answered in the interview, by question
/// @param before the grade and score before the incident; may be empty
/// @param now the grade and score today; may be empty
public record Recovery(
    Map<String, Measure> measures, Map<String, String> answers, String before, String now) {

  /// Nothing known.
  public static final Recovery NONE = new Recovery(Map.of(), Map.of(), "", "");

  /// A measure of the referential.
  ///
  /// @param name what it is
  /// @param firstStep how to begin
  /// @param rank its place in the plan, from 1, when the plan has it
  /// @param state how far it is
  /// @param due by when, when that is decided
  /// @param cost what it costs, tax excluded, when that is known
  public record Measure(
      Text name,
      Text firstStep,
      Optional<Integer> rank,
      State state,
      Optional<LocalDate> due,
      Optional<Money> cost) {}

  /// How far a measure is.
  public enum State {
    TO_DO,
    DOING,
    DONE
  }

  public Recovery {
    measures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    answers = Map.copyOf(answers);
  }

  /// The identifiers of the measures that are in the plan, in its order.
  public List<String> planned() {
    return measures.entrySet().stream()
        .filter(one -> one.getValue().rank().isPresent())
        .sorted(java.util.Comparator.comparing(one -> one.getValue().rank().orElseThrow()))
        .map(Map.Entry::getKey)
        .toList();
  }
}

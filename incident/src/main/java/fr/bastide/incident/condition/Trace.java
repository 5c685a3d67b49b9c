package fr.bastide.incident.condition;

import fr.bastide.incident.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a condition came out, part by part, down to the answers.
///
/// @param condition what was asked
/// @param truth how it came out
/// @param parts how its parts came out, in order
/// @param claim the answer that was read, when the condition looks at one
public record Trace(Condition condition, Truth truth, List<Trace> parts, Optional<Claim> claim) {

  public Trace {
    parts = List.copyOf(parts);
  }

  /// The answers that suffice for the outcome: those without which it could be another. For an
  /// unknown outcome, the missing ones that could settle it.
  public List<Trace> decisive() {
    List<Trace> found = new ArrayList<>();
    collect(found);
    return found.stream().distinct().toList();
  }

  private void collect(List<Trace> found) {
    switch (condition) {
      case Condition.Is _, Condition.Within _ -> found.add(this);
      case Condition.Not _, Condition.Named _ -> parts.getFirst().collect(found);
      case Condition.All _ -> collect(found, Truth.FALSE);
      case Condition.Any _ -> collect(found, Truth.TRUE);
    }
  }

  /// One part of the `settling` truth is enough for it; otherwise all parts of the outcome count.
  private void collect(List<Trace> found, Truth settling) {
    for (Trace part : parts) {
      if (part.truth == truth) {
        part.collect(found);
        if (truth == settling) {
          return;
        }
      }
    }
  }

  /// The questions without an answer that leave it unknown; none when it is known.
  public List<String> missing() {
    if (truth != Truth.UNKNOWN) {
      return List.of();
    }
    return decisive().stream()
        .flatMap(leaf -> leaf.condition().questions().stream())
        .distinct()
        .toList();
  }
}

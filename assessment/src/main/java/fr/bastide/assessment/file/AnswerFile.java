package fr.bastide.assessment.file;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Siren;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an auditor fills in with a text editor: a body, its answers, and its wishes for the plan.
/// Written as YAML; the shape is in `answers.schema.json`.
///
/// @param referential the version of the referential it answers to
/// @param body who is assessed
/// @param sheet the answers
/// @param wishes what the body wants of its plan
public record AnswerFile(String referential, AssessedBody body, AnswerSheet sheet, Wishes wishes) {

  /// Who is assessed.
  ///
  /// @param name as on its letterhead
  /// @param siren its SIREN, if given
  /// @param form what kind of body it is
  /// @param population inhabitants, if given
  public record AssessedBody(
      String name, Optional<Siren> siren, BodyForm form, Optional<Integer> population) {}

  /// What the body wants of its plan; each can be overridden on the command line.
  ///
  /// @param done measures already done
  /// @param refused measures it does not want, with the reason
  /// @param forced measures it wants
  /// @param budget euros over the horizon, if given
  /// @param days person-days, if given
  public record Wishes(
      Set<String> done,
      Map<String, String> refused,
      Set<String> forced,
      Optional<Money> budget,
      Optional<Double> days) {

    public Wishes {
      done = Set.copyOf(done);
      refused = Map.copyOf(refused);
      forced = Set.copyOf(forced);
    }

    /// No wish at all.
    public static final Wishes NONE =
        new Wishes(Set.of(), Map.of(), Set.of(), Optional.empty(), Optional.empty());
  }
}

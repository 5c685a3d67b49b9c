package fr.bastide.directory.panel;

import fr.bastide.directory.Coordinates;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Hours;
import fr.bastide.directory.Price;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a body needs somebody for.
///
/// @param reference its reference, unique in the territory: a case number, say. It takes part in
///   the draw, the rest of the wording does not
/// @param kind what it is for
/// @param date the day on which labels, insurance and validations must hold
/// @param exercise a rehearsal: only fictional providers are drawn; never otherwise
/// @param body for whom
/// @param size how many providers to show, 1 to 10
/// @param wishes what they must be and have
/// @param ties who has worked for the body before, and who has said no
public record Need(
    String reference,
    Kind kind,
    LocalDate date,
    boolean exercise,
    Body body,
    int size,
    Wishes wishes,
    Ties ties) {

  /// The most providers a panel shows.
  public static final int LARGEST = 10;

  /// How many it shows unless asked otherwise.
  public static final int USUAL = 3;

  public Need {
    if (reference.isBlank() || size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("a need has a reference and 1 to 10 places");
    }
  }

  /// What a need is for.
  public enum Kind {
    /// Something is burning.
    INCIDENT,
    /// A measure of the body's plan.
    MEASURE,
    /// An independent look.
    AUDIT
  }

  /// For whom.
  ///
  /// @param name its name
  /// @param form what kind of body it is
  /// @param departement code of its département
  /// @param region code of its region
  /// @param at where it is, if known
  public record Body(
      String name, BodyForm form, String departement, String region, Optional<Coordinates> at) {}

  /// What the providers must be and have; what is left out is not asked.
  ///
  /// @param skills all of these
  /// @param labels all of these, in force on the day
  /// @param hours at least these
  /// @param withinKm not farther than this by the great circle
  /// @param price not dearer than this
  /// @param insurance insured for at least this on the day
  /// @param knowsSector has worked for this form of body
  /// @param measure the measure of the plan it is about
  /// @param solution offers a solution that serves the measure and that the policy admits
  public record Wishes(
      List<String> skills,
      List<String> labels,
      Optional<Hours> hours,
      Optional<Integer> withinKm,
      Optional<PriceLimit> price,
      Optional<Money> insurance,
      boolean knowsSector,
      Optional<String> measure,
      boolean solution) {

    public Wishes {
      skills = List.copyOf(skills);
      labels = List.copyOf(labels);
      if (solution && measure.isEmpty()) {
        throw new IllegalArgumentException("a solution serves a measure");
      }
    }
  }

  /// The most a body will pay, tax excluded.
  ///
  /// @param unit for what
  /// @param most how much; a provider passes when its lowest price does not exceed it
  public record PriceLimit(Price.Unit unit, Money most) {}

  /// Who has worked for the body before, and who has said no.
  ///
  /// @param auditedBy who made the audit from which the measure comes
  /// @param suppliedBy who supplied or runs what is to be audited or has failed
  /// @param declined who has already declined this need, with the reason given
  public record Ties(List<Tie> auditedBy, List<Tie> suppliedBy, Map<EntryId, String> declined) {

    /// Nobody has.
    public static final Ties NONE = new Ties(List.of(), List.of(), Map.of());

    public Ties {
      auditedBy = List.copyOf(auditedBy);
      suppliedBy = List.copyOf(suppliedBy);
      declined = Collections.unmodifiableSortedMap(new TreeMap<>(declined));
    }
  }

  /// A provider with an interest.
  ///
  /// @param provider who
  /// @param declared the body knows and accepts it: in whose words and since when, if so
  public record Tie(EntryId provider, Optional<String> declared) {}
}

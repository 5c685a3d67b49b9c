package fr.bastide.directory.panel;

import java.util.List;
import java.util.Locale;

/// Everything that can be said of a provider before a need, as a word that never changes: wordings
/// may improve, a draw must read the same in ten years.
///
/// The parameters say what the values of a [Check] are, in order; the wording in `reasons.yaml`
/// names them between braces.
public enum Reason {
  REAL_IN_EXERCISE(Criterion.EXERCISE, Bearing.FAILED),
  FICTIONAL_IN_EARNEST(Criterion.EXERCISE, Bearing.FAILED),
  HAS_DECLINED(Criterion.DECLINED, Bearing.FAILED, "text"),
  VALIDATED(Criterion.VALIDATION, Bearing.MET, "text", "date"),
  NEVER_VALIDATED(Criterion.VALIDATION, Bearing.FAILED),
  VALIDATED_LATER(Criterion.VALIDATION, Bearing.FAILED, "date"),
  VALIDATION_TOO_OLD(Criterion.VALIDATION, Bearing.FAILED, "date", "number"),
  SKILL_THERE(Criterion.SKILL, Bearing.MET, "skill"),
  SKILL_MISSING(Criterion.SKILL, Bearing.FAILED, "skill"),
  LABEL_IN_FORCE(Criterion.LABEL, Bearing.MET, "label", "date"),
  LABEL_MISSING(Criterion.LABEL, Bearing.FAILED, "label"),
  LABEL_EXPIRED(Criterion.LABEL, Bearing.FAILED, "label", "date"),
  LABEL_NOT_YET(Criterion.LABEL, Bearing.FAILED, "label", "date"),
  LABEL_UNDATED(Criterion.LABEL, Bearing.FAILED, "label"),
  HOURS_ENOUGH(Criterion.HOURS, Bearing.MET, "hours"),
  HOURS_TOO_SHORT(Criterion.HOURS, Bearing.FAILED, "hours"),
  HOURS_NOT_SAID(Criterion.HOURS, Bearing.FAILED),
  SECTOR_KNOWN(Criterion.SECTOR, Bearing.MET, "form"),
  SECTOR_NOT_KNOWN(Criterion.SECTOR, Bearing.FAILED, "form"),
  AREA_SERVED(Criterion.AREA, Bearing.MET, "area"),
  AREA_NOT_SERVED(Criterion.AREA, Bearing.FAILED, "area"),
  AREA_NOT_SAID(Criterion.AREA, Bearing.FAILED),
  NEAR(Criterion.DISTANCE, Bearing.MET, "km", "text"),
  TOO_FAR(Criterion.DISTANCE, Bearing.FAILED, "km", "text"),
  PLACE_NOT_SAID(Criterion.DISTANCE, Bearing.FAILED),
  PRICE_WITHIN(Criterion.PRICE, Bearing.MET, "skill", "money"),
  PRICE_ABOVE(Criterion.PRICE, Bearing.FAILED, "skill", "money"),
  PRICE_NOT_SAID(Criterion.PRICE, Bearing.TOLD, "skill"),
  INSURED(Criterion.INSURANCE, Bearing.MET, "money", "date"),
  INSURED_FOR_LESS(Criterion.INSURANCE, Bearing.FAILED, "money"),
  INSURANCE_OVER(Criterion.INSURANCE, Bearing.FAILED, "date"),
  INSURANCE_NOT_SAID(Criterion.INSURANCE, Bearing.FAILED),
  UNAVAILABLE(Criterion.AVAILABILITY, Bearing.FAILED, "date"),
  ORIGIN_ADMITTED(Criterion.SOURCING, Bearing.MET, "rank"),
  ORIGIN_TO_ASK(Criterion.SOURCING, Bearing.TOLD, "link"),
  ORIGIN_EXCLUDED(Criterion.SOURCING, Bearing.FAILED, "link", "country"),
  ORIGIN_TOO_FAR(Criterion.SOURCING, Bearing.FAILED, "link", "country", "rank"),
  ORIGIN_NOT_SAID(Criterion.SOURCING, Bearing.FAILED, "link"),
  HAS_AUDITED(Criterion.CONFLICT, Bearing.FAILED, "provider"),
  HAS_AUDITED_DECLARED(Criterion.CONFLICT, Bearing.TOLD, "provider", "text"),
  HAS_SUPPLIED(Criterion.CONFLICT, Bearing.FAILED, "provider"),
  HAS_SUPPLIED_DECLARED(Criterion.CONFLICT, Bearing.TOLD, "provider", "text"),
  HAS_SUPPLIED_WHAT_FAILED(Criterion.CONFLICT, Bearing.TOLD, "provider"),
  SOLUTION_OFFERED(Criterion.SOLUTION, Bearing.MET, "solution", "rank"),
  SOLUTION_TO_ASK(Criterion.SOLUTION, Bearing.TOLD, "solution", "link"),
  SOLUTION_EXCLUDED(Criterion.SOLUTION, Bearing.TOLD, "solution", "link", "country"),
  SOLUTION_TOO_FAR(Criterion.SOLUTION, Bearing.TOLD, "solution", "link", "country", "rank"),
  SOLUTION_NOT_SAID(Criterion.SOLUTION, Bearing.TOLD, "solution", "link"),
  SOLUTION_MISSING(Criterion.SOLUTION, Bearing.FAILED, "measure"),
  SEATED(Criterion.ROTATION, Bearing.MET, "number", "number2"),
  OTHERS_WAITED_LONGER(Criterion.ROTATION, Bearing.TOLD, "number", "number2"),
  NEARER_ORIGINS_FIRST(Criterion.ROTATION, Bearing.TOLD, "rank"),
  GROUP_SEATED(Criterion.ROTATION, Bearing.TOLD, "provider");

  /// What a reason does to a provider.
  public enum Bearing {
    /// For it.
    MET,
    /// To be known, and excludes nobody.
    TOLD,
    /// Excludes it.
    FAILED
  }

  private final Criterion criterion;
  private final Bearing bearing;
  private final List<String> parameters;

  Reason(Criterion criterion, Bearing bearing, String... parameters) {
    this.criterion = criterion;
    this.bearing = bearing;
    this.parameters = List.of(parameters);
  }

  /// What it is about.
  public Criterion criterion() {
    return criterion;
  }

  /// What it does.
  public Bearing bearing() {
    return bearing;
  }

  /// The names of its values, in order.
  public List<String> parameters() {
    return parameters;
  }

  /// How it is written in files: lower case, hyphens.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

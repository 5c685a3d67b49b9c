package fr.bastide.directory.panel;

import fr.bastide.kernel.Text;

/// What a provider is looked at for, in the order in which it is.
public enum Criterion {
  EXERCISE(new Text("exercice", "exercise")),
  DECLINED(new Text("refus", "declined")),
  VALIDATION(new Text("validation", "validation")),
  SKILL(new Text("compétence", "skill")),
  LABEL(new Text("label", "label")),
  HOURS(new Text("horaires", "hours")),
  SECTOR(new Text("secteur", "sector")),
  AREA(new Text("zone", "area")),
  DISTANCE(new Text("distance", "distance")),
  PRICE(new Text("prix", "price")),
  INSURANCE(new Text("assurance", "insurance")),
  AVAILABILITY(new Text("disponibilité", "availability")),
  SOURCING(new Text("origine", "origin")),
  CONFLICT(new Text("conflit d’intérêts", "conflict of interest")),
  SOLUTION(new Text("solution", "solution")),
  ROTATION(new Text("tour de rôle", "rotation"));

  private final Text label;

  Criterion(Text label) {
    this.label = label;
  }

  /// The name of this criterion for people.
  public Text label() {
    return label;
  }
}

package fr.bastide.kernel;

/// What kind of legal person a body is; decides which law binds it and what it cannot stop doing.
public enum BodyForm {
  COMMUNE(new Text("commune", "municipality")),
  EPCI(new Text("intercommunalité (EPCI)", "intercommunal body (EPCI)")),
  DEPARTEMENT(new Text("département", "département")),
  REGION(new Text("région", "region")),
  HOSPITAL(new Text("établissement de santé", "hospital")),
  CARE_HOME(new Text("établissement médico-social", "care home")),
  FIRE_SERVICE(new Text("service d’incendie et de secours (SDIS)", "fire and rescue service")),
  SYNDICATE(new Text("syndicat (eau, déchets, énergie…)", "syndicate (water, waste, energy…)")),
  SCHOOL(new Text("établissement d’enseignement", "school")),
  ASSOCIATION(new Text("association", "association")),
  FIRM(new Text("entreprise", "firm")),
  OTHER(new Text("autre organisme", "other body"));

  private final Text label;

  BodyForm(Text label) {
    this.label = label;
  }

  /// The name of this form for people.
  public Text label() {
    return label;
  }
}

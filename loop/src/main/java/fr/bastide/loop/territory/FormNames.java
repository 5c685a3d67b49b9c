package fr.bastide.loop.territory;

import fr.bastide.kernel.BodyForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form of a body by the words that people write for it, in French and English.
final class FormNames {

  private static final Map<String, BodyForm> FORMS = new HashMap<>();

  static {
    for (BodyForm form : BodyForm.values()) {
      names(form, form.name(), form.label().fr(), form.label().en());
    }
    names(BodyForm.COMMUNE, "mairie", "ville", "town hall");
    names(BodyForm.EPCI, "intercommunalité", "communauté de communes", "métropole");
    names(BodyForm.HOSPITAL, "hôpital", "centre hospitalier", "clinique", "CH", "CHU", "GHT");
    names(BodyForm.CARE_HOME, "EHPAD", "ESMS", "médico-social", "maison de retraite");
    names(BodyForm.FIRE_SERVICE, "SDIS", "SIS", "pompiers", "fire service", "fire brigade");
    names(BodyForm.SYNDICATE, "syndicat", "syndicat mixte", "syndicat intercommunal", "SIVU");
    names(
        BodyForm.SYNDICATE, "SIVOM", "syndicat d’eau", "syndicat des eaux", "syndicat de déchets");
    names(BodyForm.SCHOOL, "école", "collège", "lycée", "université", "EPLE", "university");
    names(BodyForm.ASSOCIATION, "asso", "fondation", "charity", "foundation");
    names(BodyForm.FIRM, "société", "SARL", "SAS", "SA", "TPE", "PME", "company", "business");
    names(BodyForm.OTHER, "autre", "CCAS", "CIAS", "other");
  }

  private FormNames() {}

  /// The form meant, or nothing.
  static Optional<BodyForm> find(String written) {
    return Optional.ofNullable(FORMS.get(SearchKey.of(written).value()));
  }

  private static void names(BodyForm form, String... names) {
    List.of(names).forEach(name -> FORMS.put(SearchKey.of(name).value(), form));
  }
}

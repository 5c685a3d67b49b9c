package fr.bastide.loop.territory;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.Siren;
import java.util.Optional;

/// A body that the official register does not hold, as brought in from outside: a hospital, a fire
/// service, a syndicate, an association, a firm.
///
/// @param name as on its letterhead, 1 to [#MAX_NAME] characters
/// @param form what kind of body it is
/// @param siren its SIREN, if known
/// @param insee the commune where it sits, if known
/// @param population the inhabitants it serves, if known
/// @param email where to write to it, if known
/// @param workstations how many workstations it has, if somebody counted
public record NewBody(
    String name,
    BodyForm form,
    Optional<Siren> siren,
    Optional<InseeCode> insee,
    Optional<Integer> population,
    Optional<String> email,
    Optional<Integer> workstations) {

  /// The longest name, in characters.
  public static final int MAX_NAME = 200;

  private static final int MAX_ID = 60;

  public NewBody {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + MAX_NAME + " characters");
    }
  }

  /// Its identifier: the form and the SIREN (`hospital-260900018`), or, without a SIREN, the form,
  /// the commune and the name (`association-09194-les-amis-du-marche`). The same body brought in
  /// twice has the same identifier.
  public BodyId id() {
    String prefix = prefix(form);
    if (siren.isPresent()) {
      return new BodyId(prefix + "-" + siren.get().value());
    }
    String where = insee.map(code -> "-" + code.value()).orElse("");
    String slug = slug();
    String whole = prefix + where + "-" + slug;
    return new BodyId(whole.length() <= MAX_ID ? whole : shortened(whole));
  }

  /// A name too long for an identifier keeps its beginning and a check of the whole.
  private static String shortened(String whole) {
    return whole.substring(0, MAX_ID - 9) + "-" + hex(whole);
  }

  private static String hex(String text) {
    return String.format("%08x", text.hashCode());
  }

  private String slug() {
    StringBuilder slug = new StringBuilder();
    String key = SearchKey.of(name).value();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        slug.append(c);
      } else if (c == ' ' && !slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    return slug.isEmpty() ? hex(name) : slug.toString();
  }

  private static String prefix(BodyForm form) {
    return switch (form) {
      case COMMUNE -> "commune";
      case EPCI -> "epci";
      case DEPARTEMENT -> "departement";
      case REGION -> "region";
      case HOSPITAL -> "hospital";
      case CARE_HOME -> "care-home";
      case FIRE_SERVICE -> "fire-service";
      case SYNDICATE -> "syndicate";
      case SCHOOL -> "school";
      case ASSOCIATION -> "association";
      case FIRM -> "firm";
      case OTHER -> "other";
    };
  }
}

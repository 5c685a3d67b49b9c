package fr.bastide.kernel;

/// The identifier of a public body, readable in a URL: its form and its official code, such as
/// `commune-09194`, `epci-200070464`, `hospital-260900018`.
///
/// @param value 3 to 60 characters: lower-case letters, digits and hyphens; capitals only in codes
public record BodyId(String value) {

  public BodyId {
    if (value.length() < 3 || value.length() > 60 || !allowed(value)) {
      throw new InvalidIdentifier(
          new Text("Cet identifiant d’organisme n’existe pas.", "There is no such body."));
    }
  }

  private static boolean allowed(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!allowed(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean allowed(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
  }

  @Override
  public String toString() {
    return value;
  }
}

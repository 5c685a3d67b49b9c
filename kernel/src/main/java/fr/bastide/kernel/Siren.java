package fr.bastide.kernel;

/// The nine-digit number of a legal unit in the French national register (SIRENE), with a valid
/// check digit.
///
/// The check is Luhn's (ISO/IEC 7812-1 annex B), as INSEE prescribes.
///
/// @param value nine decimal digits, without spaces
public record Siren(String value) {

  public Siren {
    if (value.length() != 9 || !digits(value)) {
      throw new InvalidIdentifier(
          new Text(
              "Un numéro SIREN compte neuf chiffres\u202f; reçu\u00a0: «\u00a0"
                  + value
                  + "\u00a0».",
              "A SIREN number has nine digits; got: \"" + value + "\"."));
    }
    if (!luhn(value)) {
      throw new InvalidIdentifier(
          new Text(
              "Le numéro SIREN "
                  + value
                  + " contient une faute de frappe\u00a0: sa clé est fausse.",
              "The SIREN number " + value + " has a typing error: its check digit is wrong."));
    }
  }

  /// Reads a SIREN as people write it, spaces allowed (`211 102 338`).
  ///
  /// @throws InvalidIdentifier when it is not one
  public static Siren parse(String written) {
    StringBuilder digits = new StringBuilder(9);
    for (int i = 0; i < written.length() && digits.length() < 20; i++) {
      char c = written.charAt(i);
      if (!Character.isWhitespace(c) && c != '\u00a0' && c != '\u202f') {
        digits.append(c);
      }
    }
    return new Siren(digits.toString());
  }

  private static boolean digits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  @Override
  public String toString() {
    return value;
  }
}

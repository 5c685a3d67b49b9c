package fr.bastide.kernel;

/// The five-character code of a French commune in the official geographic code of INSEE, such as
/// `09194` or `2A004`.
///
/// @param value five characters: two of departement (`2A` and `2B` for Corsica), three digits
public record InseeCode(String value) {

  public InseeCode {
    if (!valid(value)) {
      throw new InvalidIdentifier(
          new Text(
              "Un code INSEE compte cinq caractères, comme 09194 ou 2A004\u202f; reçu\u00a0: «\u00a0"
                  + value
                  + "\u00a0».",
              "An INSEE code has five characters, such as 09194 or 2A004; got: \""
                  + value
                  + "\"."));
    }
  }

  private static boolean valid(String value) {
    if (value.length() != 5) {
      return false;
    }
    for (int i = 0; i < 5; i++) {
      char c = value.charAt(i);
      boolean corsica = i == 1 && value.charAt(0) == '2' && (c == 'A' || c == 'B');
      if (!corsica && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return value;
  }
}

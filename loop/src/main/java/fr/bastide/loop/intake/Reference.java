package fr.bastide.loop.intake;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/// How people name a report on the phone: eight characters such as `K7M4-2RWX`.
///
/// The seventeen characters used look and sound unlike each other in French and English: no vowel,
/// so that no word appears; neither 0 nor 1, which look like letters; of B, C, D, G, P, T and V, of
/// M and N, of F and S none but M and F. The last one is a check character: since 17 is prime and
/// every place has a weight of its own, one wrong character and any two exchanged are always seen.
/// It is no secret: it opens nothing.
///
/// @param value eight characters, without the hyphen
public record Reference(String value) {

  /// The characters, in the order of their figures.
  static final String ALPHABET = "23456789FHKLMRWXY";

  private static final int LENGTH = 8;
  private static final int HALF = LENGTH / 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  public Reference {
    if (!sound(value)) {
      throw new IllegalArgumentException("not a reference");
    }
  }

  /// A new one.
  public static Reference random() {
    String body = characters(LENGTH - 1);
    int sum = 0;
    for (int place = 0; place < body.length(); place++) {
      sum += (place + 2) * ALPHABET.indexOf(body.charAt(place));
    }
    int check = Math.floorMod(-sum, ALPHABET.length());
    return new Reference(body + ALPHABET.charAt(check));
  }

  /// The reference somebody typed or dictated: capitals, spaces and hyphens do not matter; nothing
  /// when it is none.
  public static Optional<Reference> parse(String written) {
    if (written.length() > 4 * LENGTH) {
      return Optional.empty();
    }
    StringBuilder kept = new StringBuilder();
    written
        .toUpperCase(Locale.ROOT)
        .chars()
        .filter(c -> !Character.isWhitespace(c) && c != '-' && c != '.' && c != '\u00a0')
        .forEach(c -> kept.append((char) c));
    String value = kept.toString();
    return sound(value) ? Optional.of(new Reference(value)) : Optional.empty();
  }

  /// So many random characters of the alphabet, about four bits each.
  static String characters(int many) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < many; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static boolean sound(String value) {
    if (value.length() != LENGTH) {
      return false;
    }
    int sum = 0;
    for (int place = 0; place < LENGTH; place++) {
      int figure = ALPHABET.indexOf(value.charAt(place));
      if (figure < 0) {
        return false;
      }
      int weight = place == LENGTH - 1 ? 1 : place + 2;
      sum += weight * figure;
    }
    return sum % ALPHABET.length() == 0;
  }

  /// As one writes it, in two halves.
  @Override
  public String toString() {
    return value.substring(0, HALF) + "-" + value.substring(HALF);
  }
}

package fr.bastide.web.api;

import fr.bastide.loop.access.TokenScope;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How the API spells the constants of the house: `BACK_TESTED` is `back-tested`; grades stay
/// capitals, and scopes have a spelling of their own.
final class Spelling {

  private Spelling() {}

  /// The spelling of a constant.
  static String of(Enum<?> constant) {
    if (constant instanceof TokenScope scope) {
      return scope.label();
    }
    String name = constant.name();
    return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The spelling of a type that belongs to a closed family: `NotEnoughDays` is `not-enough-days`.
  static String of(Class<?> kind) {
    StringBuilder words = new StringBuilder();
    for (char c : kind.getSimpleName().toCharArray()) {
      if (Character.isUpperCase(c) && !words.isEmpty()) {
        words.append('-');
      }
      words.append(Character.toLowerCase(c));
    }
    return words.toString();
  }

  /// The constant that is spelt like this, if there is one.
  static Optional<Enum<?>> read(Class<?> type, String written) {
    return constants(type).filter(constant -> of(constant).equals(written)).findFirst();
  }

  /// All constants of a type.
  static Stream<Enum<?>> constants(Class<?> type) {
    return Stream.of(type.getEnumConstants()).map(constant -> (Enum<?>) constant);
  }
}

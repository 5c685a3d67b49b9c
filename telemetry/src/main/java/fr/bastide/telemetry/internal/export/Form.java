package fr.bastide.telemetry.internal.export;

import fr.bastide.telemetry.ValueKind;
import java.util.Locale;
import java.util.Optional;

/// The forms that values take in other schemas; a value that has not the form gives nothing.
enum Form {
  /// As the event has it: text, number or truth.
  ASIS,
  /// Text, whatever the event has.
  TEXT,
  /// A whole number; hexadecimal ones too.
  LONG,
  /// An address of IPv4 or IPv6.
  IP,
  /// `true` or `false`.
  TRUTH,
  /// The last part of a path.
  BASENAME,
  /// What stands before the last part of a path.
  FOLDER,
  /// The user of `DOMAIN\\user`.
  USER,
  /// The domain of `DOMAIN\\user`.
  DOMAIN,
  /// Lower case.
  LOWER;

  private static final int LONGEST_NUMBER = 40;

  /// Whether only the first value of a field counts: what stands there is one number or one part.
  boolean single() {
    return this != ASIS && this != TEXT && this != IP;
  }

  Optional<Object> of(String text, ValueKind kind) {
    return switch (this) {
      case ASIS -> Optional.of(asIs(text, kind));
      case TEXT -> Optional.of(text);
      case LONG -> whole(text);
      case IP -> isAddress(text) ? Optional.of(text) : Optional.empty();
      case TRUTH ->
          text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
              ? Optional.of(text.equalsIgnoreCase("true"))
              : Optional.empty();
      case BASENAME -> nonEmpty(text.substring(slash(text) + 1));
      case FOLDER -> nonEmpty(text.substring(0, Math.max(0, slash(text))));
      case USER -> nonEmpty(text.substring(text.lastIndexOf('\\') + 1));
      case DOMAIN -> nonEmpty(text.substring(0, Math.max(0, text.lastIndexOf('\\'))));
      case LOWER -> Optional.of(text.toLowerCase(Locale.ROOT));
    };
  }

  private static Object asIs(String text, ValueKind kind) {
    return switch (kind) {
      case NUMBER -> number(text);
      case TRUTH -> Boolean.valueOf(text);
      case TEXT, NULL, STRUCTURE -> text;
    };
  }

  private static Object number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return text;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return fraction(text); // not whole, or larger than 64 bits
    }
  }

  private static Object fraction(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) && text.indexOf('.') > 0 ? value : text;
    } catch (NumberFormatException e) {
      return text; // shown as it was written
    }
  }

  private static Optional<Object> whole(String text) {
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    try {
      return Optional.of(
          hex ? Long.parseUnsignedLong(text, 2, text.length(), 16) : Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty(); // the place is for numbers alone
    }
  }

  private static boolean isAddress(String text) {
    boolean six = text.indexOf(':') >= 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = Character.digit(c, six ? 16 : 10) >= 0;
      if (!digit && c != '.' && c != ':') {
        return false;
      }
      digits += digit ? 1 : 0;
    }
    long dots = text.chars().filter(c -> c == '.').count();
    return six
        ? text.length() <= 45 && text.indexOf(':') != text.lastIndexOf(':')
        : dots == 3 && digits >= 4 && text.length() <= 15;
  }

  private static int slash(String text) {
    return Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
  }

  private static Optional<Object> nonEmpty(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}

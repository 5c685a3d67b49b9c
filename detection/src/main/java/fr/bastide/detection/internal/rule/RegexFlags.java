package fr.bastide.detection.internal.rule;

/// How a regular expression is read: `i`, `m`, `s` and `x` of PCRE.
///
/// @param insensitive letters in either case are the same
/// @param multiline `^` and `$` stand at every line
/// @param dotAll a dot takes the end of a line too
/// @param extended blanks and comments do not count
record RegexFlags(boolean insensitive, boolean multiline, boolean dotAll, boolean extended) {

  /// These flags with one changed; the same for letters that change nothing of what is found.
  RegexFlags with(char letter, boolean on) {
    return switch (letter) {
      case 'i' -> new RegexFlags(on, multiline, dotAll, extended);
      case 'm' -> new RegexFlags(insensitive, on, dotAll, extended);
      case 's' -> new RegexFlags(insensitive, multiline, on, extended);
      case 'x' -> new RegexFlags(insensitive, multiline, dotAll, on);
      default -> this;
    };
  }
}

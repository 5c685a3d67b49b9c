package fr.bastide.directory.internal;

import java.util.Locale;

/// How constants are written in files: lower case with hyphens.
final class Spelling {

  private Spelling() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

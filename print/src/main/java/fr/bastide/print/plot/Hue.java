package fr.bastide.print.plot;

import fr.bastide.assessment.Grade;
import java.util.Locale;

/// The colours of the house, by their names in the page's tokens.
enum Hue {
  INK("#1d2433"),
  PAPER("#fbf9f5"),
  STONE("#ece6da"),
  WALL("#8a2232"),
  SUN("#b97a12"),
  LEAF("#2f6b4f"),
  RIVER("#245f8a"),
  NONE("none");

  private final String light;

  Hue(String light) {
    this.light = light;
  }

  /// The colour as the value of an SVG attribute.
  String in(Palette palette) {
    if (this == NONE || palette == Palette.PAPER) {
      return light;
    }
    return "var(--" + name().toLowerCase(Locale.ROOT) + ", " + light + ")";
  }

  /// The colour that goes with a grade; the letter is always written as well.
  static Hue of(Grade grade) {
    return switch (grade) {
      case A -> LEAF;
      case B -> RIVER;
      case C -> SUN;
      case D -> WALL;
      case E -> INK;
    };
  }
}

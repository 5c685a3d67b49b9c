package fr.bastide.web.frame;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How light the pages are: as the device says, or as the visitor chose.
public enum Theme {
  AUTO,
  LIGHT,
  DARK;

  /// The name in URLs, cookies and style sheets, such as `dark`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The theme of a tag; empty when there is none.
  public static Optional<Theme> of(String tag) {
    return Stream.of(values()).filter(theme -> theme.tag().equals(tag)).findFirst();
  }
}

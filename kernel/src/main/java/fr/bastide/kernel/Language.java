package fr.bastide.kernel;

import java.util.Locale;

/// A language in which Bastide speaks; French first, English complete.
public enum Language {
  FR(Locale.FRANCE),
  EN(Locale.UK);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /// The locale with which dates, numbers and money are written in this language.
  public Locale locale() {
    return locale;
  }

  /// The BCP 47 tag, `fr` or `en`, as written in `<html lang>` and in URLs.
  public String tag() {
    return locale.getLanguage();
  }

  /// The language of a BCP 47 tag such as `en-GB`; French for any tag that is not English.
  public static Language of(String tag) {
    return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : FR;
  }
}

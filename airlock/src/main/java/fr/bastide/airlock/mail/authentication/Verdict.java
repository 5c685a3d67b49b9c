package fr.bastide.airlock.mail.authentication;

import java.util.Locale;

/// What a check gave, in the words of RFC 8601.
public enum Verdict {
  PASS,
  FAIL,
  SOFTFAIL,
  NEUTRAL,
  NONE,
  POLICY,
  TEMPERROR,
  PERMERROR;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Verdict of(String word) {
    for (Verdict one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    return NONE;
  }
}

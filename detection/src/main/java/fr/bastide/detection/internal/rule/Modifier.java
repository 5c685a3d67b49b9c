package fr.bastide.detection.internal.rule;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can follow a field name after `|` (Sigma modifiers appendix 2.1.0).
enum Modifier {
  ALL(Kind.JOIN),
  NEQ(Kind.JOIN),
  CASED(Kind.CASE),
  CONTAINS(Kind.PLACE),
  STARTSWITH(Kind.PLACE),
  ENDSWITH(Kind.PLACE),
  WINDASH(Kind.CHANGE),
  EXPAND(Kind.CHANGE),
  BASE64(Kind.CHANGE),
  BASE64OFFSET(Kind.CHANGE),
  UTF16(Kind.CHANGE),
  UTF16LE(Kind.CHANGE),
  UTF16BE(Kind.CHANGE),
  WIDE(Kind.CHANGE),
  RE(Kind.TYPE),
  CIDR(Kind.TYPE),
  EXISTS(Kind.TYPE),
  FIELDREF(Kind.TYPE),
  I(Kind.FLAG),
  M(Kind.FLAG),
  S(Kind.FLAG),
  GT(Kind.ORDER),
  GTE(Kind.ORDER),
  LT(Kind.ORDER),
  LTE(Kind.ORDER),
  MINUTE(Kind.TIME),
  HOUR(Kind.TIME),
  DAY(Kind.TIME),
  WEEK(Kind.TIME),
  MONTH(Kind.TIME),
  YEAR(Kind.TIME);

  /// What a modifier does.
  enum Kind {
    /// Changes how the values of a list are joined.
    JOIN,
    /// Makes letter case count.
    CASE,
    /// Says where in the field the value stands.
    PLACE,
    /// Makes other values of a value.
    CHANGE,
    /// Makes the value something else than a text.
    TYPE,
    /// Goes with a regular expression.
    FLAG,
    /// Compares numbers.
    ORDER,
    /// Takes a part of a date.
    TIME
  }

  private static final Map<String, Modifier> BY_NAME = byName();

  private final Kind kind;

  Modifier(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /// The name as rules write it.
  String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The modifier of this name, as rules write it.
  static @Nullable Modifier named(String name) {
    return BY_NAME.get(name);
  }

  private static Map<String, Modifier> byName() {
    Map<String, Modifier> names = new HashMap<>();
    for (Modifier modifier : values()) {
      names.put(modifier.written(), modifier);
    }
    return names;
  }
}

package fr.bastide.airlock.internal.audit;

import java.util.List;
import java.util.Map;

/// A value of a PDF as the auditor reads it.
sealed interface PdfValue {

  /// @param text its characters, `#xx` decoded, one a byte
  record Name(String text) implements PdfValue {}

  /// @param text its bytes, one a character
  record Text(String text) implements PdfValue {}

  record Whole(long whole) implements PdfValue {}

  record Reference(long number) implements PdfValue {}

  record Array(List<PdfValue> items) implements PdfValue {}

  /// @param twice whether a key stands in it more than once
  record Dictionary(Map<String, PdfValue> entries, boolean twice) implements PdfValue {

    /// The name under a key; empty when there is none.
    String name(String key) {
      return entries.get(key) instanceof Name name ? name.text() : "";
    }

    boolean has(String key) {
      return entries.containsKey(key);
    }
  }

  /// A word of the syntax: `obj`, `true`, `stream`.
  record Word(String text) implements PdfValue {}

  /// A closing bracket, or the end of the bytes.
  record Close(Kind kind) implements PdfValue {
    enum Kind {
      ARRAY,
      DICTIONARY,
      END
    }
  }
}

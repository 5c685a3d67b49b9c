package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.ValueKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A value made of others. When it cannot be made, nothing is.
sealed interface Derivation {

  /// Conditions beyond those of the entry.
  List<Condition> when();

  /// One text of one text, under a name.
  sealed interface OfText extends Derivation {

    /// The name the value gets.
    int field();

    /// Whether it goes before the values the field has; otherwise there must be none.
    boolean ahead();

    /// The value, if it can be made of this event.
    Optional<String> of(Event event);
  }

  /// The first text found in one of these fields, changed.
  record Changed(List<Condition> when, int field, boolean ahead, List<Integer> from, Change change)
      implements OfText {
    @Override
    public Optional<String> of(Event event) {
      return first(event, from).flatMap(change::of);
    }
  }

  /// A text by a table.
  record Mapped(
      List<Condition> when, int field, boolean ahead, List<Integer> from, Map<String, String> map)
      implements OfText {
    @Override
    public Optional<String> of(Event event) {
      return first(event, from)
          .flatMap(text -> Optional.ofNullable(map.get(text.toLowerCase(Locale.ROOT))));
    }
  }

  /// Several fields with something between; all must be there.
  record Joined(List<Condition> when, int field, boolean ahead, List<Integer> from, String between)
      implements OfText {
    @Override
    public Optional<String> of(Event event) {
      StringBuilder joined = new StringBuilder();
      for (int k = 0; k < from.size(); k++) {
        Optional<String> part = first(event, List.of(from.get(k)));
        if (part.isEmpty()) {
          return Optional.empty();
        }
        joined.append(k == 0 ? "" : between).append(part.get());
      }
      return Optional.of(joined.toString());
    }
  }

  /// Always the same text.
  record Constant(List<Condition> when, int field, boolean ahead, String value) implements OfText {
    @Override
    public Optional<String> of(Event event) {
      return Optional.of(value);
    }
  }

  /// A text such as `SHA1=…,MD5=…` cut into fields, without copies.
  ///
  /// @param keys folded, in the order of `fields`
  record Pairs(List<Condition> when, int from, List<byte[]> keys, List<Integer> fields)
      implements Derivation {}

  /// A text that is JSON itself.
  ///
  /// @param under the field it is read below; -1 at top level
  record Embedded(List<Condition> when, List<Integer> from, int under) implements Derivation {}

  /// How a text is changed.
  enum Change {
    HEX_TO_DECIMAL {
      @Override
      Optional<String> of(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        try {
          return Optional.of(
              hex
                  ? Long.toUnsignedString(Long.parseUnsignedLong(text, 2, text.length(), 16))
                  : text);
        } catch (NumberFormatException e) {
          return Optional.empty(); // not a number: there is nothing to show in decimal
        }
      }
    },
    DECIMAL_TO_HEX {
      @Override
      Optional<String> of(String text) {
        try {
          return Optional.of("0x" + Long.toHexString(Long.parseUnsignedLong(text)));
        } catch (NumberFormatException e) {
          return Optional.empty(); // not a number: there is nothing to show in hexadecimal
        }
      }
    },
    LOWER {
      @Override
      Optional<String> of(String text) {
        return Optional.of(text.toLowerCase(Locale.ROOT));
      }
    };

    abstract Optional<String> of(String text);
  }

  private static Optional<String> first(Event event, List<Integer> fields) {
    for (int k = 0; k < fields.size(); k++) {
      int i = event.find(fields.get(k), 0);
      if (i >= 0 && event.kind(i) != ValueKind.NULL) {
        return Optional.of(event.text(i));
      }
    }
    return Optional.empty();
  }
}

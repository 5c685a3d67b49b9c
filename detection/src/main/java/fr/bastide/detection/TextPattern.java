package fr.bastide.detection;

import java.util.ArrayList;
import java.util.List;

/// A text with wildcards, escapes already understood: literal parts, `*` (any run of characters,
/// even none) and `?` (any one character).
///
/// @param parts never two literals or two runs side by side; empty for the empty text
public record TextPattern(List<Part> parts) {

  public TextPattern {
    parts = List.copyOf(parts);
  }

  /// One part of a pattern.
  public sealed interface Part {}

  /// These characters.
  ///
  /// @param text not empty
  public record Literal(String text) implements Part {}

  /// Any run of characters, even none.
  public record AnyRun() implements Part {}

  /// Any one code point.
  public record AnyOne() implements Part {}

  /// Exactly this text, which has no wildcard.
  public static TextPattern exactly(String text) {
    return new TextPattern(text.isEmpty() ? List.of() : List.of(new Literal(text)));
  }

  /// This pattern between two runs of anything: `contains`.
  public TextPattern anywhere() {
    return startingHere().endingHere();
  }

  /// This pattern and then anything: `startswith`.
  public TextPattern startingHere() {
    if (!parts.isEmpty() && parts.getLast() instanceof AnyRun) {
      return this;
    }
    List<Part> more = new ArrayList<>(parts);
    more.add(new AnyRun());
    return new TextPattern(more);
  }

  /// Anything and then this pattern: `endswith`.
  public TextPattern endingHere() {
    if (!parts.isEmpty() && parts.getFirst() instanceof AnyRun) {
      return this;
    }
    List<Part> more = new ArrayList<>(parts.size() + 1);
    more.add(new AnyRun());
    more.addAll(parts);
    return new TextPattern(more);
  }

  /// Whether there is no wildcard in it.
  public boolean literal() {
    return parts.isEmpty() || (parts.size() == 1 && parts.getFirst() instanceof Literal);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case AnyRun() -> text.append('*');
        case AnyOne() -> text.append('?');
        case Literal(String literal) ->
            text.append(literal.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?"));
      }
    }
    return text.toString();
  }
}

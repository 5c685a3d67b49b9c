package fr.bastide.detection.internal.rule;

import fr.bastide.detection.TextPattern;
import java.util.ArrayList;
import java.util.List;

/// Puts a pattern together so that no two literals and no two runs stand side by side.
final class PatternBuilder {

  private final List<TextPattern.Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  PatternBuilder text(char unit) {
    literal.append(unit);
    return this;
  }

  PatternBuilder text(String text) {
    literal.append(text);
    return this;
  }

  PatternBuilder wildcard(TextPattern.Part part) {
    flush();
    boolean again =
        part instanceof TextPattern.AnyRun
            && !parts.isEmpty()
            && parts.getLast() instanceof TextPattern.AnyRun;
    if (!again) {
      parts.add(part);
    }
    return this;
  }

  PatternBuilder all(TextPattern pattern) {
    for (TextPattern.Part part : pattern.parts()) {
      if (part instanceof TextPattern.Literal(String text)) {
        literal.append(text);
      } else {
        wildcard(part);
      }
    }
    return this;
  }

  TextPattern build() {
    flush();
    return new TextPattern(parts);
  }

  private void flush() {
    if (!literal.isEmpty()) {
      parts.add(new TextPattern.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}

package fr.bastide.detection.internal.match;

import fr.bastide.detection.TextPattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A pattern with wildcards against the whole value, both folded unless letter case counts.
record GlobTest(List<Part> parts, boolean cased) implements ValueTest {

  /// What a part of the pattern stands for.
  private enum Kind {
    TEXT,
    ONE,
    RUN
  }

  /// A part of the pattern; the text is empty for wildcards.
  private record Part(Kind kind, Literal text) {}

  /// A pattern that only the empty text matches.
  static final GlobTest NONE = new GlobTest(List.of(), false);

  private static final Literal NOTHING = Literal.folded("");

  static GlobTest of(TextPattern pattern, boolean cased) {
    List<Part> parts = new ArrayList<>();
    for (TextPattern.Part part : pattern.parts()) {
      parts.add(
          switch (part) {
            case TextPattern.AnyRun() -> new Part(Kind.RUN, NOTHING);
            case TextPattern.AnyOne() -> new Part(Kind.ONE, NOTHING);
            case TextPattern.Literal(String text) ->
                new Part(Kind.TEXT, cased ? Literal.exactly(text) : Literal.folded(text));
          });
    }
    return new GlobTest(List.copyOf(parts), cased);
  }

  @Override
  public boolean holds(Values values, int i) {
    if (cased) {
      byte[] bytes = values.text(i).getBytes(StandardCharsets.UTF_8);
      return matches(bytes, 0, bytes.length);
    }
    values.fold(i);
    return matches(values.folded(), values.from(i), values.to(i));
  }

  @Override
  public int cost() {
    return 4;
  }

  /// Takes the shortest text for each run, and one code point more for the last run after each
  /// mismatch: earlier runs need not be tried again.
  private boolean matches(byte[] bytes, int from, int to) {
    int at = from;
    int part = 0;
    int runPart = -1;
    int runAt = from;
    while (part < parts.size() || at < to) {
      if (part < parts.size() && parts.get(part).kind() == Kind.RUN) {
        if (part == parts.size() - 1) {
          return true;
        }
        runPart = part++;
        runAt = at;
        continue;
      }
      int next = part < parts.size() ? step(parts.get(part), bytes, at, to) : -1;
      if (next >= 0) {
        at = next;
        part++;
      } else if (runPart >= 0 && runAt < to) {
        runAt += Utf8.length(bytes[runAt]);
        at = runAt;
        part = runPart + 1;
      } else {
        return false;
      }
    }
    return true;
  }

  /// Where the text goes on behind this part; -1 when the part is not there.
  private static int step(Part part, byte[] bytes, int at, int to) {
    if (part.kind() == Kind.ONE) {
      return at < to ? at + Utf8.length(bytes[at]) : -1;
    }
    int end = at + part.text().length();
    return end <= to && Words.standAt(part.text().bytes(), bytes, at) ? end : -1;
  }
}

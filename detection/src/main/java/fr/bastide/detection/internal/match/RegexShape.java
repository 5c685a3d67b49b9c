package fr.bastide.detection.internal.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What a regular expression cannot do without, read from how it is written (RE2 syntax).
///
/// Careful rather than complete: only ASCII counts, and what is not understood yields nothing.
/// Letter case is not told apart, since flags may ask for that.
final class RegexShape {

  private static final int MOST = 64;
  private static final int DEEPEST = 80;

  private final RegexText text;

  private RegexShape(String regex) {
    this.text = new RegexText(regex);
  }

  /// Windows of which at least one stands in whatever the expression finds; empty when none is
  /// known.
  static List<Window> of(String regex) {
    RegexShape shape = new RegexShape(regex);
    List<Window> windows = shape.alternatives(0);
    return shape.text.lost() || shape.text.more() ? List.of() : windows;
  }

  private List<Window> alternatives(int depth) {
    List<Window> windows = new ArrayList<>();
    boolean known = true;
    do {
      List<Window> branch = sequence(depth);
      known &= !branch.isEmpty();
      windows.addAll(branch);
    } while (text.takes('|'));
    return known && windows.size() <= MOST ? windows : List.of();
  }

  /// The best of the windows between parts that can be many things.
  private static final class Best {
    private final List<AsciiSet> run = new ArrayList<>();
    private List<Window> windows = List.of();

    void cut() {
      if (!run.isEmpty()) {
        offer(List.of(new Window(run)));
        run.clear();
      }
    }

    void offer(List<Window> others) {
      if (bits(others) > bits(windows)) {
        windows = others;
      }
    }

    /// A character of this set, so many times at least, and no more when `exactly`.
    void add(AsciiSet set, int least, boolean exactly) {
      int copies = Math.min(least, Window.LONGEST);
      if (run.size() + copies > Window.LONGEST) {
        cut();
      }
      run.addAll(Collections.nCopies(copies, set));
      if (!exactly || copies < least) {
        cut();
        run.addAll(Collections.nCopies(copies, set));
      }
    }

    private static double bits(List<Window> windows) {
      return windows.stream().mapToDouble(Window::bits).min().orElse(0);
    }
  }

  private List<Window> sequence(int depth) {
    Best best = new Best();
    while (text.more() && !text.sees('|') && !text.sees(')')) {
      if (text.quantified()) {
        // it repeats what stands before flags alone, such as the dot of `.(?i)*`
        text.lose();
      } else if (text.takes('(')) {
        best.cut();
        group(best, depth);
      } else {
        one(best);
      }
    }
    best.cut();
    return best.windows;
  }

  private void one(Best best) {
    char c = text.next();
    boolean mark = c == '^' || c == '$' || (c == '\\' && marks());
    AsciiSet set = mark ? AsciiSet.NONE : set(c);
    RegexText.Times times = text.times();
    if (set.size() > 0) {
      best.add(set, times.least(), times.exactly());
    } else if (!mark) {
      best.cut();
    }
  }

  /// Whether a mark that takes no character follows the backslash.
  private boolean marks() {
    return text.takes('b') || text.takes('B') || text.takes('A') || text.takes('z');
  }

  private AsciiSet set(char c) {
    return switch (c) {
      case '.' -> AsciiSet.NONE;
      case '[' -> RegexBrackets.read(text);
      case '\\' -> text.escaped(text.next());
      default -> {
        if (Character.isHighSurrogate(c)) {
          text.next();
        }
        yield RegexText.ascii(c);
      }
    };
  }

  private void group(Best best, int depth) {
    if (text.flagsAlone()) {
      return;
    }
    if (depth >= DEEPEST) {
      text.lose();
      return;
    }
    List<Window> inside = alternatives(depth + 1);
    if (!text.takes(')')) {
      text.lose();
      return;
    }
    if (text.times().least() > 0) {
      best.offer(inside);
    }
  }
}

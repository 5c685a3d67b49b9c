package fr.bastide.detection.internal.match;

import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A regular expression found anywhere in the value. What it cannot do without is looked for first:
/// that takes a nanosecond a byte and nearly always answers.
final class RegexTest implements ValueTest {

  private final Pattern pattern;
  private final List<Window> windows;
  private final @Nullable WindowScan scan;

  RegexTest(Pattern pattern) {
    this.pattern = pattern;
    this.windows = RegexShape.of(pattern.pattern());
    this.scan = windows.isEmpty() || !WindowScan.fits(windows) ? null : WindowScan.of(windows);
  }

  /// Windows of which at least one stands in every folded value that passes; empty when none are
  /// known.
  List<Window> windows() {
    return windows;
  }

  @Override
  public boolean holds(Values values, int i) {
    if (scan != null) {
      values.fold(i);
      if (!scan.finds(values.folded(), values.from(i), values.to(i))) {
        return false;
      }
    }
    return pattern.matcher(values.text(i)).find();
  }

  @Override
  public int cost() {
    return 30;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegexTest that && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }
}

package fr.bastide.directory.internal;

import fr.bastide.directory.file.Finding;
import fr.bastide.directory.file.Finding.Gravity;
import fr.bastide.directory.file.Reading;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Collects what is to be said about a file while it is read.
final class Findings {

  /// Past this many, more would help nobody.
  private static final int MOST = 500;

  private static final int CLIP = 60;

  /// So many names cannot be searched for the nearest in good time.
  private static final int SEARCHED = 300;

  private final List<Finding> errors = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();

  boolean anyError() {
    return !errors.isEmpty();
  }

  /// Errors first, then by line.
  List<Finding> sorted() {
    return Stream.concat(errors.stream(), warnings.stream())
        .sorted(Comparator.comparing(Finding::gravity).thenComparing(Finding::line))
        .toList();
  }

  /// What reading gave: the value with warnings, or nothing of it when there is any error.
  <T> Reading<T> reading(Optional<T> value) {
    return value.isPresent() && !anyError()
        ? new Reading.Usable<>(value.get(), sorted())
        : new Reading.Refused<>(sorted());
  }

  void error(int line, String place, String fr, String en) {
    add(Gravity.ERROR, line, place, fr, en);
  }

  void warning(int line, String place, String fr, String en) {
    add(Gravity.WARNING, line, place, fr, en);
  }

  void add(Gravity gravity, int line, String place, String fr, String en) {
    if (!full(gravity)) {
      kept(gravity).add(new Finding(gravity, line, clip(place), new Text(fr, en)));
    }
  }

  private boolean full(Gravity gravity) {
    return kept(gravity).size() >= MOST;
  }

  private List<Finding> kept(Gravity gravity) {
    return gravity == Gravity.ERROR ? errors : warnings;
  }

  void missing(int line, String place, String key) {
    error(line, place, "Il manque " + fr(key) + ".", en(key) + " is missing.");
  }

  void duplicate(int line, String place, String key) {
    error(
        line,
        place,
        fr(key) + " figure deux fois\u00a0: gardez-en un.",
        en(key) + " is there twice: keep one.");
  }

  /// Something named that does not exist; suggests what was perhaps meant.
  void unknown(Gravity gravity, int line, String place, String name, Collection<String> known) {
    if (full(gravity)) {
      return;
    }
    Optional<String> nearest = known.size() > SEARCHED ? Optional.empty() : Nearest.of(name, known);
    String fr = fr(name) + " n’existe pas ici";
    String en = en(name) + " does not exist here";
    if (nearest.isPresent()) {
      fr += "\u00a0; vouliez-vous dire " + fr(nearest.get()) + "\u00a0?";
      en += "; did you mean " + en(nearest.get()) + "?";
    } else if (!known.isEmpty() && known.size() <= 12) {
      fr += "\u00a0; possibles\u00a0: " + String.join(", ", known) + ".";
      en += "; possible: " + String.join(", ", known) + ".";
    } else {
      fr += ".";
      en += ".";
    }
    add(gravity, line, place, fr, en);
  }

  void unknown(int line, String place, String name, Collection<String> known) {
    unknown(Gravity.ERROR, line, place, name, known);
  }

  /// A name quoted in French, cut when long.
  static String fr(String name) {
    return "«\u00a0" + clip(name) + "\u00a0»";
  }

  /// A name quoted in English, cut when long.
  static String en(String name) {
    return "\"" + clip(name) + "\"";
  }

  /// Text from a file made safe to show on one line.
  static String clip(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && shown.length() < CLIP; i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? ' ' : c);
    }
    return text.length() > CLIP ? shown.append('…').toString() : shown.toString();
  }
}

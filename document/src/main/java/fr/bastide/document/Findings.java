package fr.bastide.document;

import fr.bastide.document.Finding.Gravity;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Collects what is to be said about files while they are read.
public final class Findings {

  /// Past this many of one gravity, more would help nobody; warnings never crowd out errors.
  private static final int MOST = 500;

  /// So many names cannot be searched for the nearest in good time.
  private static final int SEARCHED = 300;

  private static final int CLIP = 60;

  private final List<Finding> all;
  private final String file;

  /// Findings about one file, or about a folder when `file` is empty.
  public Findings(String file) {
    this(file, new ArrayList<>());
  }

  private Findings(String file, List<Finding> all) {
    this.file = file;
    this.all = all;
  }

  /// Findings about another file, added to the same list.
  public Findings in(String other) {
    return new Findings(other, all);
  }

  public boolean anyError() {
    return all.stream().anyMatch(finding -> finding.gravity() == Gravity.ERROR);
  }

  /// Errors first, then by file in the order read, then by line.
  public List<Finding> sorted() {
    List<String> files = all.stream().map(Finding::file).distinct().toList();
    return all.stream()
        .sorted(
            Comparator.comparing(Finding::gravity)
                .thenComparing(finding -> files.indexOf(finding.file()))
                .thenComparing(Finding::line))
        .toList();
  }

  public void error(int line, String place, String fr, String en) {
    add(Gravity.ERROR, line, place, fr, en);
  }

  public void warning(int line, String place, String fr, String en) {
    add(Gravity.WARNING, line, place, fr, en);
  }

  public void add(Gravity gravity, int line, String place, String fr, String en) {
    if (!full(gravity)) {
      all.add(new Finding(gravity, file, line, clip(place), new Text(fr, en)));
    }
  }

  private boolean full(Gravity gravity) {
    return all.stream().filter(finding -> finding.gravity() == gravity).count() >= MOST;
  }

  public void missing(int line, String place, String key) {
    error(line, place, "Il manque " + fr(key) + ".", en(key) + " is missing.");
  }

  public void duplicate(int line, String place, String key) {
    error(
        line,
        place,
        fr(key) + " figure deux fois\u00a0: gardez-en un.",
        en(key) + " is there twice: keep one.");
  }

  /// Something named that does not exist; suggests what was perhaps meant.
  public void unknown(
      Gravity gravity, int line, String place, String name, Collection<String> known) {
    if (full(gravity)) {
      return;
    }
    Optional<String> nearest = known.size() > SEARCHED ? Optional.empty() : Nearest.of(name, known);
    String fr = fr(name) + " n’existe pas ici";
    String en = en(name) + " does not exist here";
    if (nearest.isPresent()) {
      fr += "\u202f; vouliez-vous dire " + fr(nearest.get()) + "\u202f?";
      en += "; did you mean " + en(nearest.get()) + "?";
    } else if (!known.isEmpty() && known.size() <= 12) {
      fr += "\u202f; possibles\u00a0: " + String.join(", ", known) + ".";
      en += "; possible: " + String.join(", ", known) + ".";
    } else {
      fr += ".";
      en += ".";
    }
    add(gravity, line, place, fr, en);
  }

  public void unknown(int line, String place, String name, Collection<String> known) {
    unknown(Gravity.ERROR, line, place, name, known);
  }

  /// A name quoted in French, cut when long.
  public static String fr(String name) {
    return "«\u00a0" + clip(name) + "\u00a0»";
  }

  /// A name quoted in English, cut when long.
  public static String en(String name) {
    return "\"" + clip(name) + "\"";
  }

  /// Text from a file made safe to show on one line.
  public static String clip(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && shown.length() < CLIP; i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? ' ' : c);
    }
    return text.length() > CLIP ? shown.append('…').toString() : shown.toString();
  }
}

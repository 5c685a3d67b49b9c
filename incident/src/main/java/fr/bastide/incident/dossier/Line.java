package fr.bastide.incident.dossier;

import fr.bastide.kernel.Language;
import java.util.ArrayList;
import java.util.List;

/// A text in which blanks are told from words. As plain text a blank is written `[à compléter : le
/// nom]`, and is read back from it.
///
/// @param pieces in order
public record Line(List<Piece> pieces) {

  /// Nothing at all.
  public static final Line EMPTY = new Line(List.of());

  public Line {
    pieces = List.copyOf(pieces);
  }

  /// A text without blanks.
  public static Line of(String text) {
    return text.isEmpty() ? EMPTY : new Line(List.of(new Piece.Words(text)));
  }

  /// A blank alone.
  public static Line blank(String label) {
    return new Line(List.of(new Piece.Blank(label)));
  }

  /// The text, or a blank when there is none.
  public static Line orBlank(String text, String label) {
    return text.isBlank() ? blank(label) : of(text);
  }

  /// What stands before the label of a blank in plain text.
  public static String opening(Language language) {
    return switch (language) {
      case FR -> "[à compléter\u00a0: ";
      case EN -> "[to fill in: ";
    };
  }

  /// The line as plain text.
  public String plain(Language language) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words words -> text.append(words.text());
        case Piece.Blank blank -> text.append(opening(language)).append(blank.label()).append(']');
      }
    }
    return text.toString();
  }

  /// A line from plain text; what is no well-formed blank stays words.
  public static Line read(String plain, Language language) {
    String opening = opening(language);
    List<Piece> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < plain.length()) {
      int end = plain.startsWith(opening, at) ? plain.indexOf(']', at) : -1;
      String label = end < 0 ? "" : plain.substring(at + opening.length(), end);
      if (label.isBlank() || label.indexOf('[') >= 0) {
        words.append(plain.charAt(at));
        at++;
      } else {
        add(pieces, words);
        pieces.add(new Piece.Blank(label));
        at = end + 1;
      }
    }
    add(pieces, words);
    return new Line(pieces);
  }

  private static void add(List<Piece> pieces, StringBuilder words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece.Words(words.toString()));
      words.setLength(0);
    }
  }

  /// The labels of what is still to be filled in.
  public List<String> blanks() {
    List<String> labels = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Blank blank) {
        labels.add(blank.label());
      }
    }
    return labels;
  }

  /// Whether nothing is there, not even a blank.
  public boolean empty() {
    return pieces.isEmpty();
  }
}

package fr.bastide.detection.internal.rule;

import java.util.List;

/// A piece of a regular expression, already in RE2's words where it is a leaf.
sealed interface RegexNode {

  /// Something that takes one character.
  ///
  /// @param text in RE2's words
  /// @param complement what takes any other character; empty when nothing does
  /// @param insensitive whether letters in either case are the same
  record One(String text, String complement, boolean insensitive) implements RegexNode {

    /// What takes any other character.
    One others() {
      String others = complement;
      return new One(others, text, insensitive);
    }
  }

  /// Something that takes nothing or is already whole: an anchor, a word boundary.
  ///
  /// @param start whether it is the beginning of the text
  record Mark(String text, boolean start) implements RegexNode {}

  /// One after another.
  record Sequence(List<RegexNode> items) implements RegexNode {}

  /// One of several.
  record Choice(List<RegexNode> branches) implements RegexNode {}

  /// Again and again.
  ///
  /// @param most -1 for without end
  /// @param possessive whether what was taken is never given back
  record Repeat(RegexNode item, int least, int most, boolean possessive) implements RegexNode {}

  /// What never gives back what it took: `(?>...)`.
  record Atomic(RegexNode item) implements RegexNode {}

  /// A look at what follows or precedes.
  record Look(boolean ahead, boolean negative, RegexNode item) implements RegexNode {}
}

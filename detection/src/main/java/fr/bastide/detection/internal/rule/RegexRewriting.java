package fr.bastide.detection.internal.rule;

import java.util.ArrayList;
import java.util.List;

/// Says without looks, atomic groups and possessive repetitions what they say, where that is exact.
///
/// Only whether there is a match counts, not where. So at the end of an expression what is looked
/// at may as well be taken, and what was taken need not be given back; at the beginning the same
/// holds for a look behind.
final class RegexRewriting {

  private final RegexCursor cursor;

  RegexRewriting(RegexCursor cursor) {
    this.cursor = cursor;
  }

  /// @param head whether nothing stands before this node
  /// @param tail whether nothing stands after it
  RegexNode rewrite(RegexNode node, boolean head, boolean tail) throws Refused {
    return switch (node) {
      case RegexNode.One one -> one;
      case RegexNode.Mark mark -> mark;
      case RegexNode.Sequence(List<RegexNode> items) -> {
        List<RegexNode> rewritten = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
          rewritten.add(rewrite(items.get(i), head && i == 0, tail && i == items.size() - 1));
        }
        yield new RegexNode.Sequence(rewritten);
      }
      case RegexNode.Choice(List<RegexNode> branches) -> {
        List<RegexNode> rewritten = new ArrayList<>();
        for (RegexNode branch : branches) {
          rewritten.add(rewrite(branch, head, tail));
        }
        yield new RegexNode.Choice(rewritten);
      }
      case RegexNode.Repeat(RegexNode item, int least, int most, boolean possessive) -> {
        if (possessive && !tail) {
          throw cursor.unsupported("*+, ++, ?+");
        }
        yield new RegexNode.Repeat(rewrite(item, false, false), least, most, false);
      }
      case RegexNode.Atomic(RegexNode item) -> {
        if (!tail) {
          throw cursor.unsupported("(?>");
        }
        yield rewrite(item, head, true);
      }
      case RegexNode.Look look -> look(look, head, tail);
    };
  }

  private RegexNode look(RegexNode.Look look, boolean head, boolean tail) throws Refused {
    boolean atEdge = look.ahead() ? tail : head;
    if (atEdge && !look.negative()) {
      return rewrite(look.item(), !look.ahead(), look.ahead());
    }
    if (atEdge && look.item() instanceof RegexNode.One one && !one.complement().isEmpty()) {
      RegexNode other = one.others();
      RegexNode edge =
          look.ahead() ? new RegexNode.Mark("$", false) : new RegexNode.Mark("^", true);
      return new RegexNode.Choice(List.of(edge, other));
    }
    throw cursor.unsupported((look.ahead() ? "(?" : "(?<") + (look.negative() ? "!" : "="));
  }
}

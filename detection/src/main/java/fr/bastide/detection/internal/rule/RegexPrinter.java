package fr.bastide.detection.internal.rule;

import java.util.List;

/// Writes a rewritten expression in RE2's words.
final class RegexPrinter {

  private static final int MOST_OPTIONAL = 200;

  private final StringBuilder out = new StringBuilder();
  private boolean insensitive;

  private RegexPrinter(boolean insensitive) {
    this.insensitive = insensitive;
  }

  /// @param insensitive how the expression will be compiled
  static String print(RegexNode node, boolean insensitive) {
    RegexPrinter printer = new RegexPrinter(insensitive);
    printer.node(node);
    return printer.out.toString();
  }

  /// Whether there are characters and all of them are taken in either case.
  static boolean insensitive(RegexNode node) {
    return characters(node, true) && !characters(node, false);
  }

  /// Whether a character stands in it that is taken so.
  private static boolean characters(RegexNode node, boolean insensitive) {
    return switch (node) {
      case RegexNode.One one -> one.insensitive() == insensitive;
      case RegexNode.Mark _ -> false;
      case RegexNode.Sequence(List<RegexNode> items) ->
          items.stream().anyMatch(item -> characters(item, insensitive));
      case RegexNode.Choice(List<RegexNode> branches) ->
          branches.stream().anyMatch(branch -> characters(branch, insensitive));
      case RegexNode.Repeat repeat -> characters(repeat.item(), insensitive);
      case RegexNode.Atomic(RegexNode item) -> characters(item, insensitive);
      case RegexNode.Look look -> characters(look.item(), insensitive);
    };
  }

  /// How many steps a machine for it has, about; bounded above by [Integer#MAX_VALUE].
  static long size(RegexNode node) {
    return switch (node) {
      case RegexNode.One _, RegexNode.Mark _ -> 1;
      case RegexNode.Sequence(List<RegexNode> items) -> sum(items);
      case RegexNode.Choice(List<RegexNode> branches) -> sum(branches) + branches.size();
      case RegexNode.Repeat repeat ->
          Math.min(
              Integer.MAX_VALUE,
              (size(repeat.item()) + 1) * Math.max(Math.max(repeat.least(), repeat.most()), 1) + 1);
      case RegexNode.Atomic(RegexNode item) -> size(item);
      case RegexNode.Look look -> size(look.item());
    };
  }

  private static long sum(List<RegexNode> nodes) {
    return Math.min(Integer.MAX_VALUE, nodes.stream().mapToLong(RegexPrinter::size).sum() + 1);
  }

  /// How many steps of its machine take no character, at most: RE2/J follows a chain of them by
  /// recursion, so their number bounds the stack.
  static long idle(RegexNode node) {
    return switch (node) {
      case RegexNode.One _ -> 0;
      case RegexNode.Mark _ -> 1;
      case RegexNode.Sequence(List<RegexNode> items) -> items.isEmpty() ? 1 : sumOfIdle(items);
      case RegexNode.Choice(List<RegexNode> branches) -> sumOfIdle(branches) + branches.size();
      case RegexNode.Repeat repeat -> {
        long times = Math.max(Math.max(repeat.least(), repeat.most()), 1);
        long optional = Math.max(repeat.most() - repeat.least(), 0);
        yield Math.min(Integer.MAX_VALUE, idle(repeat.item()) * times + optional + 1);
      }
      case RegexNode.Atomic(RegexNode item) -> idle(item);
      case RegexNode.Look look -> idle(look.item());
    };
  }

  private static long sumOfIdle(List<RegexNode> nodes) {
    return Math.min(Integer.MAX_VALUE, nodes.stream().mapToLong(RegexPrinter::idle).sum());
  }

  private void node(RegexNode node) {
    switch (node) {
      case RegexNode.One one -> {
        if (one.insensitive() != insensitive) {
          insensitive = one.insensitive();
          out.append(insensitive ? "(?i)" : "(?-i)");
        }
        out.append(one.text());
      }
      case RegexNode.Mark mark -> out.append(mark.text());
      case RegexNode.Sequence(List<RegexNode> items) -> items.forEach(this::part);
      case RegexNode.Choice(List<RegexNode> branches) -> {
        for (int i = 0; i < branches.size(); i++) {
          out.append(i == 0 ? "" : "|");
          node(branches.get(i));
        }
      }
      case RegexNode.Repeat repeat -> repeat(repeat);
      case RegexNode.Atomic(RegexNode item) -> group(item);
      case RegexNode.Look look -> group(look.item());
    }
  }

  private void part(RegexNode item) {
    if (item instanceof RegexNode.Choice || item instanceof RegexNode.Sequence) {
      group(item);
    } else {
      node(item);
    }
  }

  private void group(RegexNode item) {
    boolean outside = insensitive;
    out.append("(?:");
    node(item);
    out.append(')');
    insensitive = outside;
  }

  /// RE2/J nests what is optional as deep as it may be repeated, and recurses into it: a long
  /// `x{0,500}` is written as `x{0,200}x{0,200}x{0,100}`, which takes the same texts.
  private void repeat(RegexNode.Repeat repeat) {
    int optional = repeat.most() - repeat.least();
    if (optional <= MOST_OPTIONAL) {
      once(repeat.item(), repeat.least(), repeat.most());
      return;
    }
    if (repeat.least() > 0) {
      once(repeat.item(), repeat.least(), repeat.least());
    }
    while (optional > 0) {
      int chunk = Math.min(optional, MOST_OPTIONAL);
      once(repeat.item(), 0, chunk);
      optional -= chunk;
    }
  }

  private void once(RegexNode item, int least, int most) {
    if (item instanceof RegexNode.One one && one.insensitive() == insensitive) {
      node(item);
    } else {
      group(item);
    }
    if (most < 0 && least < 2) {
      out.append(least == 0 ? '*' : '+');
    } else if (least == 0 && most == 1) {
      out.append('?');
    } else if (least == most) {
      out.append('{').append(least).append('}');
    } else {
      out.append('{').append(least).append(',');
      out.append(most < 0 ? "" : Integer.toString(most)).append('}');
    }
  }
}

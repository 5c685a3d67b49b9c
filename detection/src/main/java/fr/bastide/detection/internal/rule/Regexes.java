package fr.bastide.detection.internal.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import fr.bastide.detection.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Regular expressions of rules (PCRE, as the modifiers appendix asks) as linear-time ones.
///
/// What RE2 has no word for is translated where the translation is exact: looks ahead from the
/// beginning of the text become further expressions that must, or must not, be found too.
final class Regexes {

  private static final int MAX_CHARS = 16_384;
  private static final int MAX_SIZE = 20_000;
  private static final int MAX_IDLE = 2_000;

  private final RegexCursor cursor;
  private final Function<Pattern, Expression> leaf;

  private Regexes(RegexCursor cursor, Function<Pattern, Expression> leaf) {
    this.cursor = cursor;
    this.leaf = leaf;
  }

  /// @param leaf makes an expression of one linear-time pattern
  static Expression expression(
      String text, RegexFlags flags, int line, Function<Pattern, Expression> leaf) throws Refused {
    RegexCursor cursor = new RegexCursor(text, line);
    if (text.length() > MAX_CHARS) {
      throw tooLarge(cursor);
    }
    RegexNode node = RegexParser.parse(cursor, flags);
    return new Regexes(cursor, leaf).unfold(node);
  }

  private static Refused tooLarge(RegexCursor cursor) {
    return cursor.refuse(
        "elle est trop grande", "faites-en plusieurs", "it is too large", "make several of it");
  }

  private Expression unfold(RegexNode node) throws Refused {
    if (node instanceof RegexNode.Choice(List<RegexNode> branches)
        && branches.stream().anyMatch(branch -> leadingLooks(items(branch)) > 0)) {
      List<Expression> parts = new ArrayList<>();
      for (RegexNode branch : branches) {
        parts.add(unfold(branch));
      }
      return new Expression.Any(parts);
    }
    List<RegexNode> items = items(node);
    int looks = leadingLooks(items);
    return looks > 0 ? unfold(items, looks) : compile(node);
  }

  private static List<RegexNode> items(RegexNode node) {
    return node instanceof RegexNode.Sequence(List<RegexNode> items) ? items : List.of(node);
  }

  /// How many items at the front are looks ahead from the beginning of the text, its anchor
  /// included; 0 when there is no such look.
  private static int leadingLooks(List<RegexNode> items) {
    int count = 0;
    boolean anchored = false;
    boolean looked = false;
    while (count < items.size()) {
      RegexNode item = items.get(count);
      boolean anchor = item instanceof RegexNode.Mark mark && mark.start();
      boolean look = item instanceof RegexNode.Look ahead && ahead.ahead();
      if (!anchor && !look) {
        break;
      }
      anchored |= anchor;
      looked |= look;
      count++;
    }
    return anchored && looked ? count : 0;
  }

  private Expression unfold(List<RegexNode> items, int looks) throws Refused {
    List<Expression> parts = new ArrayList<>();
    for (RegexNode item : items.subList(0, looks)) {
      if (item instanceof RegexNode.Look look) {
        Expression found = unfold(anchored(List.of(look.item())));
        parts.add(look.negative() ? new Expression.Not(found) : found);
      }
    }
    if (looks < items.size()) {
      parts.add(compile(anchored(items.subList(looks, items.size()))));
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.All(parts);
  }

  private static RegexNode anchored(List<RegexNode> items) {
    List<RegexNode> all = new ArrayList<>();
    all.add(new RegexNode.Mark("^", true));
    all.addAll(items);
    return new RegexNode.Sequence(all);
  }

  private Expression compile(RegexNode node) throws Refused {
    RegexNode rewritten = new RegexRewriting(cursor).rewrite(node, true, true);
    boolean large =
        RegexPrinter.size(rewritten) > MAX_SIZE || RegexPrinter.idle(rewritten) > MAX_IDLE;
    if (large) {
      throw tooLarge(cursor);
    }
    boolean insensitive = RegexPrinter.insensitive(rewritten);
    String text = RegexPrinter.print(rewritten, insensitive);
    try {
      return leaf.apply(Pattern.compile(text, insensitive ? Pattern.CASE_INSENSITIVE : 0));
    } catch (PatternSyntaxException unknown) {
      throw cursor.unsupported(String.valueOf(unknown.getDescription()));
    }
  }
}

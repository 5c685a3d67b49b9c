package fr.bastide.detection.match;

import com.google.re2j.Pattern;
import fr.bastide.detection.Expression;
import fr.bastide.detection.Level;
import fr.bastide.detection.Matcher;
import fr.bastide.detection.Matcher.Comparison;
import fr.bastide.detection.Matcher.Position;
import fr.bastide.detection.Place;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.TextPattern;
import fr.bastide.telemetry.Logsource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random rules over few fields and few texts, so that many match.
final class RandomRules {

  static final List<String> FIELDS = List.of("a", "b", "c", "d.e", "f");
  static final List<Logsource> LOGSOURCES =
      List.of(
          Logsource.ANY,
          new Logsource("windows", "", ""),
          new Logsource("windows", "process_creation", ""),
          new Logsource("", "", "security"));

  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "A",
          "B",
          "\\",
          "/",
          "\"",
          "é",
          "É",
          "😀",
          "k",
          "\u212A",
          "ſ",
          "İ",
          "i",
          " ",
          "abc",
          "abcdefgh",
          "abcd",
          "efgh",
          "\\cmd.exe",
          "Windows",
          "\n",
          "ß",
          "Ⱥ",
          "1",
          "12",
          "0.5",
          "\u0000",
          "10.0.0.1",
          "true",
          "{\"x\":1}",
          ".",
          "\uFFFD",
          "2026-11-24T11:24:05Z");

  private static final List<String> REGEXES =
      List.of(
          "a+b",
          "(?i)ABC|k",
          "\\\\cmd\\.exe$",
          "^.b",
          "a{2,3}",
          "x*",
          "(abc)?def",
          "[ab]{2}c",
          "(?:abcd|Win)dows",
          "\\x61b",
          "\\Qa.b\\E+",
          "é",
          "(?i:É)",
          "\\s\\d",
          "^$",
          "ab?c",
          "(a|bc)(d|ef)g",
          "(?i)s",
          "W[i]ndows",
          "abc{0}d");

  private final RandomGenerator random;
  private int count;

  RandomRules(RandomGenerator random) {
    this.random = random;
  }

  List<Rule> rules(int most) {
    List<Rule> rules = new ArrayList<>();
    int size = 1 + random.nextInt(most);
    for (int i = 0; i < size; i++) {
      rules.add(rule(expression(3), pick(LOGSOURCES)));
    }
    return rules;
  }

  Rule rule(Expression condition, Logsource logsource) {
    String id = "rule-" + count++;
    RuleInfo info =
        new RuleInfo(
            id,
            "",
            id,
            "",
            "",
            Level.LOW,
            "",
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Place("test", 1));
    return new Rule(info, logsource, condition, List.of());
  }

  /// A text of a few pieces.
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(pick(PIECES));
    }
    return text.toString();
  }

  private Expression expression(int depth) {
    int kind = random.nextInt(depth == 0 ? 6 : 12);
    return switch (kind) {
      case 6, 7 -> new Expression.All(expressions(depth));
      case 8 -> new Expression.Any(expressions(depth));
      case 9 -> new Expression.AtLeast(random.nextInt(4), expressions(depth));
      case 10 -> new Expression.Not(expression(depth - 1));
      case 11 -> new Expression.Named("n", expression(depth - 1));
      case 0 -> new Expression.Keyword(valueMatcher());
      default -> new Expression.Field(pick(FIELDS), matcher());
    };
  }

  private List<Expression> expressions(int depth) {
    List<Expression> parts = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      parts.add(expression(depth - 1));
    }
    return parts;
  }

  private Matcher matcher() {
    return switch (random.nextInt(14)) {
      case 0 -> new Matcher.Exists(random.nextBoolean());
      case 1 -> new Matcher.Null();
      default -> valueMatcher();
    };
  }

  private Matcher valueMatcher() {
    return switch (random.nextInt(14)) {
      case 3 -> new Matcher.OtherField(pick(FIELDS), pick(Position.values()), random.nextBoolean());
      case 4 -> new Matcher.TimePart(pick(Matcher.Unit.values()), pick(Comparison.values()), 11);
      case 0 -> new Matcher.Regex(Pattern.compile(pick(REGEXES)));
      case 1 -> new Matcher.Cidr(List.of((byte) 10, (byte) 0, (byte) 0, (byte) 0), 8);
      case 2 -> new Matcher.Compare(pick(Comparison.values()), new BigDecimal(pick("1", "12")));
      default -> new Matcher.Like(pattern(), random.nextInt(6) == 0);
    };
  }

  private TextPattern pattern() {
    TextPattern literal = TextPattern.exactly(text());
    return switch (random.nextInt(6)) {
      case 0 -> literal;
      case 1 -> literal.startingHere();
      case 2 -> literal.endingHere();
      case 3, 4 -> literal.anywhere();
      default -> wildcards();
    };
  }

  private TextPattern wildcards() {
    List<TextPattern.Part> parts = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      TextPattern.Part part =
          switch (random.nextInt(3)) {
            case 0 -> new TextPattern.AnyRun();
            case 1 -> new TextPattern.AnyOne();
            default -> new TextPattern.Literal(pick(PIECES));
          };
      boolean twice =
          !parts.isEmpty()
              && parts.getLast().getClass() == part.getClass()
              && !(part instanceof TextPattern.AnyOne);
      if (!twice) {
        parts.add(part);
      }
    }
    return new TextPattern(parts);
  }

  @SafeVarargs
  private <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a condition (Sigma rules specification, "Condition"): `or` binds least, then `and`, `not`,
/// quantifiers, parentheses.
final class ConditionParser {

  private static final int MAX_DEPTH = 100;
  private static final int MAX_LEAVES = 500_000;

  private final List<String> words;
  private final Map<String, Expression.Named> names;
  private final Map<String, Integer> sizes;
  private final int line;
  private int at;
  private int depth;
  private long leaves;

  private ConditionParser(
      List<String> words,
      Map<String, Expression.Named> names,
      Map<String, Integer> sizes,
      int line) {
    this.words = words;
    this.names = names;
    this.sizes = sizes;
    this.line = line;
  }

  /// @param names the search identifiers of the rule
  /// @param sizes how many leaves each of them has
  static Expression parse(
      List<String> words, Map<String, Expression.Named> names, Map<String, Integer> sizes, int line)
      throws Refused {
    ConditionParser parser = new ConditionParser(words, names, sizes, line);
    Expression expression = parser.or();
    if (parser.at < words.size()) {
      throw parser.unexpected(words.get(parser.at));
    }
    return expression;
  }

  private Expression or() throws Refused {
    if (++depth > MAX_DEPTH) {
      throw new Refused(
          line,
          "Trop de parenthèses imbriquées\u00a0: simplifiez la condition.",
          "Too many nested parentheses: simplify the condition.");
    }
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(and());
    } while (takes("or"));
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new Expression.Any(parts);
  }

  private Expression and() throws Refused {
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(not());
    } while (takes("and"));
    return parts.size() == 1 ? parts.getFirst() : new Expression.All(parts);
  }

  private Expression not() throws Refused {
    boolean negated = false;
    while (takes("not")) {
      negated = !negated;
    }
    Expression expression = primary();
    return negated ? new Expression.Not(expression) : expression;
  }

  private Expression primary() throws Refused {
    String word = next();
    if (word.equals("(")) {
      Expression inside = or();
      if (!takes(")")) {
        throw new Refused(
            line,
            "Une parenthèse n’est pas fermée dans la condition\u00a0: ajoutez «\u00a0)\u00a0».",
            "A parenthesis is not closed in the condition: add ')'.");
      }
      return inside;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (word.equals(")") || lower.equals("and") || lower.equals("or")) {
      throw unexpected(word);
    }
    if (at < words.size() && words.get(at).equalsIgnoreCase("of")) {
      at++;
      return quantified(lower, next());
    }
    Expression.Named named = names.get(word);
    if (named == null) {
      throw unknown(word);
    }
    count(word);
    return named;
  }

  private Expression quantified(String quantity, String pattern) throws Refused {
    List<Expression> parts = new ArrayList<>();
    boolean them = pattern.equalsIgnoreCase("them");
    for (Map.Entry<String, Expression.Named> entry : names.entrySet()) {
      String name = entry.getKey();
      boolean hidden = name.startsWith("_") && !pattern.startsWith("_");
      if (!hidden && (them || matches(pattern, name))) {
        count(name);
        parts.add(entry.getValue());
      }
    }
    if (parts.isEmpty()) {
      throw unknown(pattern);
    }
    int wanted = quantity(quantity, parts.size());
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    if (wanted == 1) {
      return new Expression.Any(parts);
    }
    return wanted == parts.size()
        ? new Expression.All(parts)
        : new Expression.AtLeast(wanted, parts);
  }

  private int quantity(String quantity, int there) throws Refused {
    if (quantity.equals("all")) {
      return there;
    }
    if (quantity.equals("any")) {
      return 1;
    }
    int wanted = 0;
    for (int i = 0; i < quantity.length() && wanted <= there; i++) {
      int digit = quantity.charAt(i) - '0';
      wanted = digit < 0 || digit > 9 ? Integer.MAX_VALUE : 10 * wanted + digit;
    }
    if (wanted < 1 || wanted > there) {
      String shown = Refused.clip(quantity);
      throw new Refused(
          line,
          "«\u00a0"
              + shown
              + " of\u00a0» ne convient pas\u00a0: écrivez all, any, ou un nombre "
              + "de 1 à "
              + there
              + ".",
          "'" + shown + " of' does not fit: write all, any, or a number from 1 to " + there + ".");
    }
    return wanted;
  }

  /// Whether a name fits a pattern, in which `*` stands for any characters.
  static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /// A name used many times is unfolded many times: the whole must stay within reason.
  private void count(String name) throws Refused {
    leaves += sizes.getOrDefault(name, 1);
    if (leaves > MAX_LEAVES) {
      throw new Refused(
          line,
          "Cette condition reprend trop de valeurs\u00a0: faites plusieurs règles.",
          "This condition takes up too many values: make several rules.");
    }
  }

  private String next() throws Refused {
    if (at == words.size()) {
      throw new Refused(
          line,
          "La condition s’arrête trop tôt\u00a0: complétez-la.",
          "The condition stops too early: complete it.");
    }
    return words.get(at++);
  }

  private boolean takes(String word) {
    @Nullable String here = at < words.size() ? words.get(at) : null;
    if (here == null || !here.equalsIgnoreCase(word)) {
      return false;
    }
    at++;
    return true;
  }

  private Refused unexpected(String word) {
    String shown = Refused.clip(word);
    return new Refused(
        line,
        "«\u00a0"
            + shown
            + "\u00a0» n’est pas à sa place dans la condition\u00a0: reliez les "
            + "sélections par and, or, not.",
        "'" + shown + "' is out of place in the condition: join selections by and, or, not.");
  }

  private Refused unknown(String name) {
    String shown = Refused.clip(name);
    return new Refused(
        line,
        "La condition nomme «\u00a0"
            + shown
            + "\u00a0», qui ne désigne aucune sélection\u00a0: "
            + "vérifiez son orthographe.",
        "The condition names '" + shown + "', which is no selection: check its spelling.");
  }
}

package fr.bastide.detection.internal.rule;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.detection.Expression;
import fr.bastide.detection.Matcher;
import java.util.LinkedHashMap;
import java.util.Map;

/// Hostile conditions: an expression, or a reason.
class ConditionFuzz {

  private static final Map<String, Expression.Named> NAMES = new LinkedHashMap<>();
  private static final Map<String, Integer> SIZES = Map.of("sel_a", 3, "sel_b", 1, "_c", 1);

  static {
    for (String name : new String[] {"sel_a", "sel_b", "_c"}) {
      Expression field = new Expression.Field(name, new Matcher.Exists(true));
      NAMES.put(name, new Expression.Named(name, field));
    }
  }

  @FuzzTest(maxDuration = "60s")
  void readsOrRefuses(FuzzedDataProvider data) {
    String condition = data.consumeRemainingAsString();
    try {
      ConditionTokens tokens = ConditionTokens.of(new Yaml.Scalar(condition, true, 1));
      Expression read = ConditionParser.parse(tokens.words(), NAMES, SIZES, 1);
      if (Expressions.leaves(read) < 1) {
        throw new AssertionError("nothing left of " + condition);
      }
    } catch (Refused refused) {
      if (refused.line() != 1) {
        throw new AssertionError("refused without a line", refused);
      }
    }
  }
}

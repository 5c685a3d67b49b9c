package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The section `detection` of a rule, or `filter` of a filter: search identifiers and condition.
final class Detection {

  /// What a section says.
  ///
  /// @param expression the condition, names resolved
  /// @param aggregation the old syntax after `|`; empty when there is none
  /// @param line of the condition
  record Result(Expression expression, String aggregation, int line) {}

  private final FieldCompiler fields;
  private final Map<String, Expression.Named> names = new LinkedHashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();

  Detection(Placeholding placeholding) {
    this.fields = new FieldCompiler(placeholding);
  }

  /// @param others keys that are no search identifiers
  Result compile(Fields section, Set<String> others) throws Refused {
    for (Map.Entry<String, Yaml.Entry> entry : section.entries().entrySet()) {
      String name = entry.getKey();
      if (!others.contains(name)) {
        Expression part = selection(entry.getValue());
        names.put(name, new Expression.Named(name, part));
        sizes.put(name, Expressions.leaves(part));
      }
    }
    Yaml condition = section.need("condition");
    if (!(condition instanceof Yaml.Sequence list)) {
      return condition(condition);
    }
    List<Expression> parts = new ArrayList<>();
    for (Yaml item : list.items()) {
      Result part = condition(item);
      if (!part.aggregation().isEmpty()) {
        throw Aggregation.refused(item.line());
      }
      parts.add(part.expression());
    }
    if (parts.isEmpty()) {
      throw new Refused(
          condition.line(),
          "La liste des conditions est vide\u00a0: donnez-en une.",
          "The list of conditions is empty: give one.");
    }
    Expression all = parts.size() == 1 ? parts.getFirst() : new Expression.Any(parts);
    return new Result(all, "", condition.line());
  }

  private Result condition(Yaml condition) throws Refused {
    if (!(condition instanceof Yaml.Scalar scalar)) {
      throw new Refused(
          condition.line(),
          "La condition doit être un texte\u00a0: écrivez par exemple «\u00a0selection\u00a0».",
          "The condition must be a text: write for example 'selection'.");
    }
    ConditionTokens tokens = ConditionTokens.of(scalar);
    Expression expression = ConditionParser.parse(tokens.words(), names, sizes, scalar.line());
    return new Result(expression, tokens.aggregation(), scalar.line());
  }

  private Expression selection(Yaml.Entry entry) throws Refused {
    return switch (entry.value()) {
      case Yaml.Scalar scalar -> fields.keyword(scalar);
      case Yaml.Mapping map -> map(map);
      case Yaml.Sequence list -> {
        List<Expression> parts = new ArrayList<>();
        for (Yaml item : list.items()) {
          parts.add(item(item));
        }
        if (parts.isEmpty()) {
          throw empty(entry.line());
        }
        yield parts.size() == 1 ? parts.getFirst() : new Expression.Any(parts);
      }
    };
  }

  private Expression item(Yaml item) throws Refused {
    return switch (item) {
      case Yaml.Scalar scalar -> fields.keyword(scalar);
      case Yaml.Mapping map -> map(map);
      case Yaml.Sequence list ->
          throw new Refused(
              list.line(),
              "Une liste dans une liste n’a pas de sens ici\u00a0: ôtez un tiret.",
              "A list within a list has no meaning here: take a dash away.");
    };
  }

  private Expression map(Yaml.Mapping map) throws Refused {
    List<Expression> parts = new ArrayList<>();
    for (Map.Entry<String, Yaml.Entry> entry : map.entries().entrySet()) {
      parts.add(fields.compile(entry.getKey(), entry.getValue().line(), entry.getValue().value()));
    }
    if (parts.isEmpty()) {
      throw empty(map.line());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.All(parts);
  }

  private static Refused empty(int line) {
    return new Refused(
        line,
        "Cette sélection est vide\u00a0: donnez au moins un champ ou un mot-clé.",
        "This selection is empty: give at least one field or keyword.");
  }
}

package fr.bastide.detection;

import java.util.List;

/// When a rule matches one event: names resolved, modifiers applied, quantifiers unfolded.
public sealed interface Expression {

  /// Holds when every part does; an empty one always.
  record All(List<Expression> parts) implements Expression {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /// Holds when at least one part does; an empty one never.
  record Any(List<Expression> parts) implements Expression {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /// Holds when at least `least` parts do: `2 of them`.
  record AtLeast(int least, List<Expression> parts) implements Expression {
    public AtLeast {
      parts = List.copyOf(parts);
    }
  }

  /// Holds when its part does not.
  record Not(Expression part) implements Expression {}

  /// A search identifier of the rule, kept so that an explanation can name it.
  record Named(String name, Expression part) implements Expression {}

  /// Holds when at least one value of a field does. A field that is absent or null satisfies only
  /// what asks for that: [Matcher.Exists], [Matcher.Null].
  record Field(String field, Matcher matcher) implements Expression {}

  /// Holds when the matcher does for at least one value of any field, or for the whole record: a
  /// keyword.
  record Keyword(Matcher matcher) implements Expression {}
}

package fr.bastide.detection.internal.match;

import fr.bastide.detection.Expression;
import fr.bastide.detection.Matcher;
import fr.bastide.detection.Matcher.Position;
import java.util.ArrayList;
import java.util.List;

/// Turns the expressions of rules into nodes over shared checks.
final class NodeReader {

  private final Fields fields;
  private final Checks checks;

  NodeReader(Fields fields, Checks checks) {
    this.fields = fields;
    this.checks = checks;
  }

  Node read(Expression expression) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) -> all(read(parts));
      case Expression.Any(List<Expression> parts) -> any(read(parts));
      case Expression.AtLeast(int least, List<Expression> parts) -> atLeast(least, read(parts));
      case Expression.Not(Expression part) -> not(read(part));
      case Expression.Named named -> read(named.part());
      case Expression.Field(String field, Matcher matcher) -> field(fields.ask(field), matcher);
      case Expression.Keyword(Matcher matcher) -> keyword(matcher);
    };
  }

  private List<Node> read(List<Expression> parts) {
    List<Node> nodes = new ArrayList<>(parts.size());
    for (Expression part : parts) {
      nodes.add(read(part));
    }
    return nodes;
  }

  private static Node all(List<Node> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Node.All(parts);
  }

  private static Node not(Node part) {
    return part instanceof Node.Not(Node twice) ? twice : new Node.Not(part);
  }

  private static Node any(List<Node> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Node.Any(parts);
  }

  private static Node atLeast(int least, List<Node> parts) {
    if (least <= 0) {
      return new Node.All(List.of());
    }
    if (least > parts.size()) {
      return new Node.Any(List.of());
    }
    if (least == parts.size()) {
      return all(parts);
    }
    return least == 1 ? any(parts) : new Node.AtLeast(least, parts);
  }

  private Node field(int local, Matcher matcher) {
    return switch (matcher) {
      case Matcher.Exists(boolean expected) -> leaf(new Check.Presence(local, expected), List.of());
      case Matcher.Null() -> leaf(new Check.Nothing(local), List.of());
      default -> {
        ValueTest test = ValueTests.of(matcher, fields);
        List<Integer> required = new ArrayList<>();
        for (LiteralTest text : RequiredTexts.of(matcher, test)) {
          required.add(checks.number(new Check.OfField(local, text)));
        }
        yield leaf(new Check.OfField(local, test), required);
      }
    };
  }

  private Node keyword(Matcher matcher) {
    return switch (matcher) {
      // they ask for a field by name, which no value is
      case Matcher.Exists _, Matcher.Null _ -> new Node.Any(List.of());
      default -> {
        ValueTest test = ValueTests.of(matcher, fields);
        List<Integer> required = new ArrayList<>();
        for (LiteralTest text : RequiredTexts.of(matcher, test)) {
          LiteralTest anywhere = new LiteralTest(Position.ANYWHERE, text.literal());
          required.add(checks.number(new Check.OfAnything(anywhere)));
        }
        yield leaf(new Check.OfAnything(test), required);
      }
    };
  }

  private Node leaf(Check check, List<Integer> required) {
    int number = checks.number(check);
    required.forEach(checks::use);
    return new Node.Leaf(number, check.cost(), required);
  }
}

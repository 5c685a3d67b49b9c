package fr.bastide.detection.internal.match;

import fr.bastide.detection.Matcher.Position;

/// A folded text at a place of the folded value.
record LiteralTest(Position position, Literal literal) implements ValueTest {

  static LiteralTest of(Position position, String text) {
    return new LiteralTest(position, Literal.folded(text));
  }

  @Override
  public boolean holds(Values values, int i) {
    values.fold(i);
    byte[] folded = values.folded();
    byte[] wanted = literal.bytes();
    int from = values.from(i);
    int length = values.to(i) - from;
    return switch (position) {
      case WHOLE -> length == wanted.length && Words.standAt(wanted, folded, from);
      case START -> length >= wanted.length && Words.standAt(wanted, folded, from);
      case END ->
          length >= wanted.length && Words.standAt(wanted, folded, from + length - wanted.length);
      case ANYWHERE -> Words.find(wanted, folded, from, from + length) >= 0;
    };
  }

  @Override
  public int cost() {
    return position == Position.ANYWHERE ? 2 : 1;
  }
}

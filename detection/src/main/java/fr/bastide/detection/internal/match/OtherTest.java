package fr.bastide.detection.internal.match;

import fr.bastide.detection.Matcher.Position;

/// A value of another field of the same event, at a place of the value.
///
/// @param other the other field, by its number in the program
record OtherTest(int other, Position position, boolean cased) implements ValueTest {

  @Override
  public boolean holds(Values values, int i) {
    for (int j = values.first(other); j >= 0; j = values.next(j)) {
      if (!values.isNull(j)
          && (cased ? stands(values.text(i), values.text(j)) : folded(values, i, j))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int cost() {
    return 4;
  }

  private boolean stands(String text, String part) {
    return switch (position) {
      case WHOLE -> text.equals(part);
      case START -> text.startsWith(part);
      case END -> text.endsWith(part);
      case ANYWHERE -> text.contains(part);
    };
  }

  private boolean folded(Values values, int i, int j) {
    values.fold(i);
    values.fold(j);
    byte[] bytes = values.folded();
    int from = values.from(i);
    int to = values.to(i);
    int part = values.from(j);
    int length = values.to(j) - part;
    if (length > to - from) {
      return false;
    }
    return switch (position) {
      case WHOLE -> length == to - from && Words.same(bytes, from, part, length);
      case START -> Words.same(bytes, from, part, length);
      case END -> Words.same(bytes, to - length, part, length);
      case ANYWHERE -> Borders.stands(bytes, part, part + length, from, to);
    };
  }
}

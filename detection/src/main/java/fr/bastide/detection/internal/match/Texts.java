package fr.bastide.detection.internal.match;

import java.util.ArrayList;
import java.util.List;

/// The folded texts that the tables of a route look for, numbered from 0.
final class Texts {

  private final List<Literal> texts = new ArrayList<>();

  int add(Literal literal) {
    texts.add(literal);
    return texts.size() - 1;
  }

  Literal literal(int number) {
    return texts.get(number);
  }

  byte[] bytes(int number) {
    return texts.get(number).bytes();
  }

  byte[][] all() {
    return texts.stream().map(Literal::bytes).toArray(byte[][]::new);
  }
}

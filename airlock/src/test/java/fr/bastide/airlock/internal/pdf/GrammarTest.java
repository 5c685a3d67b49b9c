package fr.bastide.airlock.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Set;
import org.junit.jupiter.api.Test;

class GrammarTest {

  private static final Set<String> DANGERS =
      Set.of(
          "AA",
          "JS",
          "XFA",
          "AF",
          "EF",
          "OpenAction",
          "Collection",
          "Ref",
          "Alternates",
          "OPI",
          "PieceInfo",
          "Metadata",
          "Perms",
          "Threads",
          "SpiderInfo",
          "FFilter",
          "Next",
          "A",
          "PA");

  @Test
  void everyShapeNamesAKindThatThereIs() {
    for (String kind : Grammar.HOUSE.kinds()) {
      Grammar.HOUSE
          .keys(kind)
          .forEach((key, shape) ->
              assertThatCode(() -> check(shape)).as(kind + " " + key).doesNotThrowAnyException());
    }
  }

  private static void check(Shape shape) {
    switch (shape) {
      case Shape.Kind kind -> Grammar.HOUSE.keys(kind.kind());
      case Shape.ListOf list -> check(list.item());
      case Shape.MapOf map -> check(map.item());
      case Shape.Either either -> either.choices().forEach(GrammarTest::check);
      case Shape.Name name -> {}
      case Shape.Scalar scalar -> {}
      case Shape.Numbers numbers -> {}
      case Shape.Plain plain -> {}
      case Shape.Special special -> {}
    }
  }

  @Test
  void noKindAllowsADangerousKey() {
    for (String kind : Grammar.HOUSE.kinds()) {
      Set<String> keys = Grammar.HOUSE.keys(kind).keySet();
      // The attributes of structure elements are called A too, and hold plain values.
      assertThat(keys)
          .as(kind)
          .doesNotContainAnyElementsOf(
              DANGERS.stream()
                  .filter(key -> !("A".equals(key) && "StructElement".equals(kind)))
                  .toList());
    }
  }
}

package fr.bastide.detection.internal.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds for each rule the witness that the fewest events show.
///
/// Of parts that must all hold, one is enough, and the rarest is taken; of parts of which one must
/// hold, every one has to be watched.
final class Witnesses {

  /// A field that a rule asks for is nearly always there.
  private static final double FIELD = 0.95;

  private final Checks checks;
  private final Rarity rarity;

  Witnesses(Checks checks, Rarity rarity) {
    this.checks = checks;
    this.rarity = rarity;
  }

  Witness of(Node node) {
    return of(node, true);
  }

  /// The witness of a node that has to be true, or false.
  private Witness of(Node node, boolean wanted) {
    return switch (node) {
      case Node.Leaf leaf -> wanted ? leaf(leaf) : absent(leaf);
      case Node.Not(Node part) -> of(part, !wanted);
      case Node.All all -> wanted ? rarest(each(all.parts(), true)) : either(all.parts(), false);
      case Node.Any any -> wanted ? either(any.parts(), true) : rarest(each(any.parts(), false));
      case Node.AtLeast some -> {
        int others = wanted ? some.parts().size() - some.least() + 1 : some.least();
        List<Witness> each = new ArrayList<>(each(some.parts(), wanted));
        each.sort(Comparator.comparingDouble(Witness::likelihood));
        yield either(each.subList(0, others));
      }
    };
  }

  private List<Witness> each(List<Node> parts, boolean wanted) {
    return parts.stream().map(part -> of(part, wanted)).toList();
  }

  private static Witness rarest(List<Witness> each) {
    Witness rarest = Witness.ANY_EVENT;
    for (Witness witness : each) {
      rarest = rarest.rarer(witness);
    }
    return rarest;
  }

  private Witness either(List<Node> parts, boolean wanted) {
    return either(each(parts, wanted));
  }

  private static Witness either(List<Witness> each) {
    List<Integer> all = new ArrayList<>();
    List<Integer> fields = new ArrayList<>();
    double likelihood = 0;
    for (Witness witness : each) {
      if (witness.anyEvent()) {
        return Witness.ANY_EVENT;
      }
      all.addAll(witness.checks());
      fields.addAll(witness.fields());
      likelihood += (1 - likelihood) * witness.likelihood();
    }
    return new Witness(all, fields, likelihood);
  }

  private Witness leaf(Node.Leaf leaf) {
    return switch (checks.check(leaf.check())) {
      case Check.OfField(int local, ValueTest _) ->
          texts(leaf.required(), Witness.field(local, FIELD));
      case Check.OfAnything(ValueTest _) -> texts(leaf.required(), Witness.ANY_EVENT);
      case Check.Presence(int local, boolean expected) ->
          expected ? Witness.field(local, FIELD) : Witness.ANY_EVENT;
      case Check.Nothing _ -> Witness.ANY_EVENT;
    };
  }

  private Witness absent(Node.Leaf leaf) {
    return switch (checks.check(leaf.check())) {
      case Check.Presence(int local, boolean expected) when !expected ->
          Witness.field(local, FIELD);
      case Check.Nothing(int local) -> Witness.field(local, FIELD);
      default -> Witness.ANY_EVENT;
    };
  }

  private Witness texts(List<Integer> required, Witness otherwise) {
    if (required.isEmpty()) {
      return otherwise;
    }
    List<Witness> each = new ArrayList<>(required.size());
    for (int check : required) {
      double likelihood = rarity.likelihood(checks.check(check), checks.uses(check));
      each.add(likelihood < 1 ? Witness.check(check, likelihood) : otherwise);
    }
    return either(each);
  }
}

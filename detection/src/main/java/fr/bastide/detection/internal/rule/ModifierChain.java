package fr.bastide.detection.internal.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A field name and the modifiers behind it, checked to go together.
///
/// @param field empty for keywords
/// @param modifiers in the order written
/// @param line where the key stands
record ModifierChain(String field, List<Modifier> modifiers, int line) {

  private static final int MOST = 12;

  ModifierChain {
    modifiers = List.copyOf(modifiers);
  }

  /// Takes a key such as `CommandLine|contains|all` apart.
  static ModifierChain parse(String key, int line) throws Refused {
    int bar = key.indexOf('|');
    if (bar < 0) {
      return new ModifierChain(key, List.of(), line);
    }
    List<Modifier> modifiers = new ArrayList<>();
    int from = bar + 1;
    while (from <= key.length()) {
      int to = key.indexOf('|', from);
      to = to < 0 ? key.length() : to;
      String name = key.substring(from, to);
      Modifier modifier = Modifier.named(name);
      if (modifier == null) {
        throw unknown(name, line);
      }
      if (modifiers.contains(modifier) || modifiers.size() == MOST) {
        throw new Refused(
            line,
            "Le modificateur «\u00a0" + Refused.clip(name) + "\u00a0» est répété\u00a0: ôtez-le.",
            "The modifier '" + Refused.clip(name) + "' is repeated: take it away.");
      }
      modifiers.add(modifier);
      from = to + 1;
    }
    ModifierChain chain = new ModifierChain(key.substring(0, bar), modifiers, line);
    chain.check();
    return chain;
  }

  boolean has(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  /// The one modifier of a kind, if there is one.
  Optional<Modifier> one(Modifier.Kind kind) {
    return modifiers.stream().filter(modifier -> modifier.kind() == kind).findFirst();
  }

  private void check() throws Refused {
    for (Modifier.Kind kind :
        EnumSet.of(
            Modifier.Kind.PLACE, Modifier.Kind.TYPE, Modifier.Kind.ORDER, Modifier.Kind.TIME)) {
      List<Modifier> same = modifiers.stream().filter(m -> m.kind() == kind).toList();
      if (same.size() > 1) {
        throw clash(same.get(0), same.get(1));
      }
    }
    Optional<Modifier> flag = one(Modifier.Kind.FLAG);
    if (flag.isPresent() && !has(Modifier.RE)) {
      throw needs(flag.get(), Modifier.RE);
    }
    if (flag.isPresent() && modifiers.indexOf(Modifier.RE) > modifiers.indexOf(flag.get())) {
      throw needs(flag.get(), Modifier.RE);
    }
    if (has(Modifier.NEQ) && has(Modifier.ALL)) {
      throw clash(Modifier.NEQ, Modifier.ALL);
    }
    Optional<Modifier> type = one(Modifier.Kind.TYPE);
    if (type.isPresent()) {
      allow(type.get(), allowed(type.get()));
    } else if (one(Modifier.Kind.TIME).isPresent()) {
      allow(
          one(Modifier.Kind.TIME).get(),
          EnumSet.of(Modifier.Kind.TIME, Modifier.Kind.ORDER, Modifier.Kind.JOIN));
    } else if (one(Modifier.Kind.ORDER).isPresent()) {
      allow(one(Modifier.Kind.ORDER).get(), EnumSet.of(Modifier.Kind.ORDER, Modifier.Kind.JOIN));
    }
    if (field.isEmpty()) {
      checkKeyword();
    }
  }

  private static Set<Modifier.Kind> allowed(Modifier type) {
    return switch (type) {
      case RE -> EnumSet.of(Modifier.Kind.TYPE, Modifier.Kind.FLAG, Modifier.Kind.JOIN);
      case FIELDREF ->
          EnumSet.of(
              Modifier.Kind.TYPE, Modifier.Kind.PLACE, Modifier.Kind.CASE, Modifier.Kind.JOIN);
      case EXISTS -> EnumSet.of(Modifier.Kind.TYPE);
      default -> EnumSet.of(Modifier.Kind.TYPE, Modifier.Kind.JOIN);
    };
  }

  private void allow(Modifier with, Set<Modifier.Kind> kinds) throws Refused {
    for (Modifier modifier : modifiers) {
      boolean placeholders = modifier == Modifier.EXPAND && with == Modifier.CIDR;
      if (!kinds.contains(modifier.kind()) && !placeholders) {
        throw clash(with, modifier);
      }
    }
  }

  private void checkKeyword() throws Refused {
    for (Modifier modifier : modifiers) {
      boolean fits =
          switch (modifier.kind()) {
            case JOIN -> modifier == Modifier.ALL;
            case CASE, CHANGE, FLAG -> true;
            case PLACE -> modifier == Modifier.CONTAINS;
            case TYPE -> modifier == Modifier.RE || modifier == Modifier.CIDR;
            case ORDER, TIME -> false;
          };
      if (!fits) {
        String name = modifier.written();
        throw new Refused(
            line,
            "«\u00a0" + name + "\u00a0» demande un champ\u00a0: écrivez son nom devant la barre.",
            "'" + name + "' needs a field: write its name before the bar.");
      }
    }
  }

  private Refused clash(Modifier one, Modifier other) {
    String a = one.written();
    String b = other.written();
    return new Refused(
        line,
        "Les modificateurs «\u00a0"
            + a
            + "\u00a0» et «\u00a0"
            + b
            + "\u00a0» ne vont pas ensemble\u00a0: gardez-en un, ou faites deux sélections.",
        "The modifiers '"
            + a
            + "' and '"
            + b
            + "' do not go together: keep one, or make two selections.");
  }

  private Refused needs(Modifier one, Modifier other) {
    return new Refused(
        line,
        "Le modificateur «\u00a0"
            + one.written()
            + "\u00a0» se place après «\u00a0"
            + other.written()
            + "\u00a0»\u00a0: écrivez «\u00a0|"
            + other.written()
            + "|"
            + one.written()
            + "\u00a0».",
        "The modifier '"
            + one.written()
            + "' goes after '"
            + other.written()
            + "': write '|"
            + other.written()
            + "|"
            + one.written()
            + "'.");
  }

  private static Refused unknown(String name, int line) {
    String shown = Refused.clip(name);
    return new Refused(
        line,
        "Le modificateur «\u00a0"
            + shown
            + "\u00a0» n’existe pas dans Sigma 2.1.0\u00a0: vérifiez son orthographe.",
        "There is no modifier '" + shown + "' in Sigma 2.1.0: check its spelling.");
  }
}

package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Expression;
import fr.bastide.detection.Matcher;
import fr.bastide.detection.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes an expression of one key with its values, such as `CommandLine|contains: [a, b]`; also of
/// keywords, which have no field.
final class FieldCompiler {

  private final Placeholding placeholding;

  FieldCompiler(Placeholding placeholding) {
    this.placeholding = placeholding;
  }

  /// A key of a map.
  Expression compile(String key, int line, Yaml value) throws Refused {
    ModifierChain chain = ModifierChain.parse(key, line);
    if (key.isEmpty()) {
      throw new Refused(
          line,
          "Il manque un nom de champ\u00a0: écrivez-le devant les deux-points.",
          "A field name is missing: write it before the colon.");
    }
    return switch (value) {
      case Yaml.Scalar scalar -> negate(chain, one(chain, scalar));
      case Yaml.Sequence list -> negate(chain, join(chain, list));
      case Yaml.Mapping _ -> throw mapping(value.line());
    };
  }

  /// An item of a list of keywords.
  Expression keyword(Yaml.Scalar scalar) throws Refused {
    return one(new ModifierChain("", List.of(), scalar.line()), scalar);
  }

  private static Expression negate(ModifierChain chain, Expression expression) {
    return chain.has(Modifier.NEQ) ? new Expression.Not(expression) : expression;
  }

  private Expression join(ModifierChain chain, Yaml.Sequence list) throws Refused {
    if (list.items().isEmpty()) {
      throw new Refused(
          list.line(),
          "Cette liste est vide\u00a0: donnez au moins une valeur.",
          "This list is empty: give at least one value.");
    }
    List<Expression> parts = new ArrayList<>();
    for (Yaml item : list.items()) {
      if (!(item instanceof Yaml.Scalar scalar)) {
        throw mapping(item.line());
      }
      parts.add(one(chain, scalar));
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return chain.has(Modifier.ALL) ? new Expression.All(parts) : new Expression.Any(parts);
  }

  private static Refused mapping(int line) {
    return new Refused(
        line,
        "Une valeur simple est attendue ici, ni liste ni dictionnaire\u00a0: écrivez un texte ou "
            + "un nombre.",
        "A plain value is wanted here, neither a list nor a map: write a text or a number.");
  }

  private Expression one(ModifierChain chain, Yaml.Scalar scalar) throws Refused {
    var type = chain.one(Modifier.Kind.TYPE);
    if (type.isPresent()) {
      return switch (type.get()) {
        case RE -> regex(chain, scalar);
        case CIDR -> cidr(chain, scalar);
        case FIELDREF -> leaf(chain, otherField(chain, scalar));
        default -> leaf(chain, new Matcher.Exists(truth(scalar)));
      };
    }
    boolean part = chain.one(Modifier.Kind.TIME).isPresent();
    if (part || chain.one(Modifier.Kind.ORDER).isPresent() || number(chain, scalar)) {
      return leaf(chain, Comparisons.matcher(chain, scalar));
    }
    if (scalar.isNull()) {
      return nothing(chain, scalar);
    }
    return text(chain, scalar);
  }

  /// Whether `neq` stands before a number.
  private static boolean number(ModifierChain chain, Yaml.Scalar scalar) {
    return chain.modifiers().equals(List.of(Modifier.NEQ))
        && scalar.plain()
        && Decimals.parse(scalar.text()).isPresent();
  }

  private static Expression nothing(ModifierChain chain, Yaml.Scalar scalar) throws Refused {
    boolean plain =
        chain.modifiers().stream()
            .allMatch(m -> m.kind() == Modifier.Kind.JOIN || m.kind() == Modifier.Kind.CASE);
    if (chain.field().isEmpty() || !plain) {
      throw new Refused(
          scalar.line(),
          "«\u00a0null\u00a0» ne se compare pas ainsi\u00a0: mettez le texte entre guillemets, ou "
              + "écrivez le champ sans modificateur.",
          "'null' cannot be compared in this way: put the text in quotes, or write the field "
              + "without modifier.");
    }
    return leaf(chain, new Matcher.Null());
  }

  private Expression text(ModifierChain chain, Yaml.Scalar scalar) throws Refused {
    boolean keyword = chain.field().isEmpty();
    if (keyword && scalar.text().isEmpty()) {
      throw new Refused(
          scalar.line(),
          "Un mot-clé vide se trouve partout\u00a0: ôtez-le.",
          "An empty keyword is found everywhere: take it away.");
    }
    List<Expression> leaves = new ArrayList<>();
    for (TextPattern pattern :
        ValuePatterns.of(scalar.text(), chain.modifiers(), placeholding, scalar.line())) {
      TextPattern wanted = keyword ? pattern.anywhere() : pattern;
      leaves.add(leaf(chain, new Matcher.Like(wanted, chain.has(Modifier.CASED))));
    }
    return leaves.size() == 1 ? leaves.getFirst() : new Expression.Any(leaves);
  }

  private static Expression regex(ModifierChain chain, Yaml.Scalar scalar) throws Refused {
    RegexFlags flags =
        new RegexFlags(chain.has(Modifier.I), chain.has(Modifier.M), chain.has(Modifier.S), false);
    return Regexes.expression(
        scalar.text(), flags, scalar.line(), pattern -> leaf(chain, new Matcher.Regex(pattern)));
  }

  private Expression cidr(ModifierChain chain, Yaml.Scalar scalar) throws Refused {
    List<TextPattern> patterns =
        chain.has(Modifier.EXPAND)
            ? placeholding.expand(SigmaText.parse(scalar.text()), scalar.line())
            : List.of(TextPattern.exactly(scalar.text()));
    List<Expression> leaves = new ArrayList<>();
    for (TextPattern pattern : patterns) {
      Matcher network = pattern.literal() ? Addresses.network(plain(pattern)).orElse(null) : null;
      if (network == null) {
        throw new Refused(
            scalar.line(),
            "Ce n’est pas un réseau\u00a0: écrivez par exemple 10.0.0.0/8 ou fe80::/10.",
            "This is no network: write for example 10.0.0.0/8 or fe80::/10.");
      }
      leaves.add(leaf(chain, network));
    }
    return leaves.size() == 1 ? leaves.getFirst() : new Expression.Any(leaves);
  }

  private static String plain(TextPattern pattern) {
    return !pattern.parts().isEmpty() && pattern.parts().getFirst() instanceof TextPattern.Literal l
        ? l.text()
        : "";
  }

  private static Matcher otherField(ModifierChain chain, Yaml.Scalar scalar) throws Refused {
    if (scalar.text().isEmpty() || scalar.isNull()) {
      throw new Refused(
          scalar.line(),
          "Il manque le nom de l’autre champ\u00a0: écrivez-le comme valeur.",
          "The name of the other field is missing: write it as the value.");
    }
    Matcher.Position position =
        switch (chain.one(Modifier.Kind.PLACE).orElse(Modifier.ALL)) {
          case STARTSWITH -> Matcher.Position.START;
          case ENDSWITH -> Matcher.Position.END;
          case CONTAINS -> Matcher.Position.ANYWHERE;
          default -> Matcher.Position.WHOLE;
        };
    return new Matcher.OtherField(scalar.text(), position, chain.has(Modifier.CASED));
  }

  private static boolean truth(Yaml.Scalar scalar) throws Refused {
    return switch (scalar.text().toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default ->
          throw new Refused(
              scalar.line(),
              "«\u00a0exists\u00a0» demande true ou false\u00a0: écrivez l’un des deux.",
              "'exists' needs true or false: write one of them.");
    };
  }

  private static Expression leaf(ModifierChain chain, Matcher matcher) {
    return chain.field().isEmpty()
        ? new Expression.Keyword(matcher)
        : new Expression.Field(chain.field(), matcher);
  }
}

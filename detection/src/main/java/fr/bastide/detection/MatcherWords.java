package fr.bastide.detection;

import fr.bastide.kernel.Text;

/// Says in words what a matcher asks for, as what follows the name of a field.
final class MatcherWords {

  private MatcherWords() {}

  static Text say(Matcher matcher) {
    return switch (matcher) {
      case Matcher.Like like -> like(like);
      case Matcher.Regex(var pattern) ->
          new Text(
              "contient l’expression " + pattern.pattern(),
              "contains the expression " + pattern.pattern());
      case Matcher.Cidr cidr ->
          new Text("est une adresse de " + network(cidr), "is an address of " + network(cidr));
      case Matcher.Compare(var comparison, var number) ->
          new Text(
              "est " + sign(comparison) + " " + number, "is " + sign(comparison) + " " + number);
      case Matcher.Exists(boolean expected) ->
          expected ? new Text("est présent", "is there") : new Text("est absent", "is not there");
      case Matcher.Null() -> new Text("est absent ou nul", "is absent or null");
      case Matcher.OtherField other -> otherField(other);
      case Matcher.TimePart(var unit, var comparison, int number) ->
          new Text(
              "est une date dont " + french(unit) + " " + sign(comparison) + " " + number,
              "is a date whose " + english(unit) + " " + sign(comparison) + " " + number);
    };
  }

  private static Text like(Matcher.Like like) {
    var parts = like.pattern().parts();
    boolean start = !parts.isEmpty() && parts.getFirst() instanceof TextPattern.AnyRun;
    boolean end = parts.size() > 1 && parts.getLast() instanceof TextPattern.AnyRun;
    int bare = parts.size() - (start ? 1 : 0) - (end ? 1 : 0);
    String text =
        bare == 1 && parts.get(start ? 1 : 0) instanceof TextPattern.Literal(String literal)
            ? literal
            : "";
    String caseFr = like.cased() ? " (casse exacte)" : "";
    String caseEn = like.cased() ? " (exact case)" : "";
    if (text.isEmpty() && !parts.isEmpty()) {
      return new Text(
          "ressemble à «\u00a0" + like.pattern() + "\u00a0»" + caseFr,
          "looks like '" + like.pattern() + "'" + caseEn);
    }
    String fr = start ? (end ? "contient" : "finit par") : end ? "commence par" : "vaut";
    String en = start ? (end ? "contains" : "ends with") : end ? "starts with" : "is";
    return new Text(fr + " «\u00a0" + text + "\u00a0»" + caseFr, en + " '" + text + "'" + caseEn);
  }

  private static Text otherField(Matcher.OtherField other) {
    return switch (other.position()) {
      case WHOLE -> new Text("vaut autant que " + other.field(), "is the same as " + other.field());
      case START ->
          new Text("commence par " + other.field(), "starts with what is in " + other.field());
      case END -> new Text("finit par " + other.field(), "ends with what is in " + other.field());
      case ANYWHERE ->
          new Text("contient " + other.field(), "contains what is in " + other.field());
    };
  }

  private static String sign(Matcher.Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> "=";
      case UNEQUAL -> "≠";
      case LESS -> "<";
      case AT_MOST -> "≤";
      case MORE -> ">";
      case AT_LEAST -> "≥";
    };
  }

  private static String french(Matcher.Unit unit) {
    return switch (unit) {
      case MINUTE -> "la minute";
      case HOUR -> "l’heure";
      case DAY -> "le jour";
      case WEEK -> "la semaine";
      case MONTH -> "le mois";
      case YEAR -> "l’année";
    };
  }

  private static String english(Matcher.Unit unit) {
    return switch (unit) {
      case MINUTE -> "minute";
      case HOUR -> "hour";
      case DAY -> "day";
      case WEEK -> "week";
      case MONTH -> "month";
      case YEAR -> "year";
    };
  }

  private static String network(Matcher.Cidr cidr) {
    StringBuilder text = new StringBuilder();
    boolean v4 = cidr.network().size() == 4;
    for (int i = 0; i < cidr.network().size(); i++) {
      int unit = cidr.network().get(i) & 0xFF;
      if (v4) {
        text.append(i == 0 ? "" : ".").append(unit);
      } else {
        text.append(i > 0 && i % 2 == 0 ? ":" : "").append(Integer.toHexString(0x100 | unit), 1, 3);
      }
    }
    return text.append('/').append(cidr.prefix()).toString();
  }
}

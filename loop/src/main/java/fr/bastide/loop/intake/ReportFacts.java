package fr.bastide.loop.intake;

import fr.bastide.incident.Claim;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Question;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.Reliability;
import fr.bastide.incident.Value;
import fr.bastide.incident.WrittenTime;
import fr.bastide.incident.reflex.ReflexCards;
import fr.bastide.incident.reflex.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a report says, as facts of the incident engine: each answer is a claim of the victim.
public final class ReportFacts {

  private static final String REPORTED = "clocks.reported";
  private static final int NOT_JUDGED = 6;

  private ReportFacts() {}

  /// The facts of a report. What the victim answers nobody has judged yet; what only follows from a
  /// sign is as credible as the form says; when the report came is confirmed.
  public static Facts of(Report report, ReportForm form) {
    String victim = "victime, signalement " + report.reference();
    Map<String, List<Claim>> claims = new LinkedHashMap<>();
    for (Question question : Questionnaire.builtin().questions().values()) {
      value(question, report.answer(question.id()))
          .map(value -> new Claim(value, victim, Reliability.F, NOT_JUDGED))
          .ifPresent(claim -> add(claims, question, claim));
    }
    for (ReportForm.SignClaim sign : form.claims()) {
      if (!report.answer(ReportField.Seen.PREFIX + sign.sign()).isEmpty()) {
        add(
            claims,
            sign.question(),
            new Claim(sign.value(), victim, Reliability.F, sign.credibility()));
      }
    }
    Questionnaire.builtin()
        .question(REPORTED)
        .ifPresent(question ->
            add(
                claims,
                question,
                new Claim(new Value.Moment(report.openedAt()), "Bastide", Reliability.A, 1)));
    return new Facts(report.body(), claims, Map.of());
  }

  /// The reflex cards that fit what was seen, the likeliest first.
  public static List<Suggestion> cards(Report report) {
    return ReflexCards.builtin().suggest(signs(report)).stream().limit(3).toList();
  }

  /// The signs that were seen.
  public static Set<String> signs(Report report) {
    return report.answers().keySet().stream()
        .filter(key -> key.startsWith(ReportField.Seen.PREFIX))
        .map(key -> key.substring(ReportField.Seen.PREFIX.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The answer to a question as it is kept: empty for none and for what cannot be one. An instant
  /// nobody can read is left out rather than guessed.
  static String written(Question question, String sent) {
    String text = Typing.line(sent, 60);
    return value(question, text).isPresent() ? text : "";
  }

  private static Optional<Value> value(Question question, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (question.kind()) {
      case FLAG ->
          switch (text) {
            case "yes" -> Optional.of(new Value.Flag(true));
            case "no" -> Optional.of(new Value.Flag(false));
            default -> Optional.empty();
          };
      case CHOICE -> question.choice(text).map(choice -> new Value.Choice(choice.id()));
      case COUNT -> count(text);
      case MOMENT -> WrittenTime.parse(text).map(Value.Moment::new);
    };
  }

  private static Optional<Value> count(String text) {
    boolean digits =
        text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty();
    return digits ? Optional.of(new Value.Count(Long.parseLong(text))) : Optional.empty();
  }

  /// A claim that says again what is said already adds nothing.
  private static void add(Map<String, List<Claim>> claims, Question question, Claim claim) {
    List<Claim> all = claims.computeIfAbsent(question.id(), _ -> new ArrayList<>());
    if (all.stream().noneMatch(one -> one.value().equals(claim.value()))) {
      all.add(claim);
    }
  }
}

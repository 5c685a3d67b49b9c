package fr.bastide.incident.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.Claim;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Question;
import fr.bastide.incident.Reliability;
import fr.bastide.incident.Seed;
import fr.bastide.incident.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What verdicts promise about facts that are added, over random cases.
class VerdictProperties {

  private static final int CASES = 500;
  private static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");

  private final ObligationBook book = ObligationBook.builtin();
  private final List<Question> questions = List.copyOf(book.questionnaire().questions().values());
  private final RandomGenerator random = Seed.random();

  private Value value(Question question) {
    return switch (question.kind()) {
      case FLAG -> new Value.Flag(random.nextBoolean());
      case COUNT -> new Value.Count(random.nextLong(300_000));
      case CHOICE ->
          new Value.Choice(question.choices().get(random.nextInt(question.choices().size())).id());
      case MOMENT -> new Value.Moment(AT.minusSeconds(60L * random.nextLong(10L * 365 * 24 * 60)));
    };
  }

  private Map<String, List<Claim>> claims(int percent) {
    Map<String, List<Claim>> claims = new LinkedHashMap<>();
    for (Question question : questions) {
      if (random.nextInt(100) < percent) {
        claims.put(question.id(), List.of(Claim.of(value(question))));
      }
    }
    return claims;
  }

  private List<Verdict> judge(Map<String, List<Claim>> claims) {
    return book.verdicts(new Facts("", claims, Map.of()), AT, Switches.NONE);
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Applies _ -> 2;
      case Verdict.Unknown _ -> 1;
      case Verdict.DoesNotApply _ -> 0;
    };
  }

  @Test
  void aCredibleContradictionNeverFreesTheVictim() {
    for (int i = 0; i < CASES; i++) {
      Map<String, List<Claim>> claims = claims(60);
      List<Verdict> before = judge(claims);
      List<String> known = List.copyOf(claims.keySet());
      for (int j = 0; j < 3; j++) {
        String id = known.get(random.nextInt(known.size()));
        List<Claim> more = new ArrayList<>(claims.getOrDefault(id, List.of()));
        Question question = book.questionnaire().question(id).orElseThrow();
        more.add(new Claim(value(question), "other", Reliability.B, 2));
        claims.put(id, more);
      }
      List<Verdict> after = judge(claims);
      for (int d = 0; d < before.size(); d++) {
        assertThat(rank(after.get(d)))
            .as("seed %d, case %d: %s", Seed.value(), i, before.get(d))
            .isGreaterThanOrEqualTo(rank(before.get(d)));
      }
    }
  }

  @Test
  void whatDoesNotApplyStaysSoWhenMoreIsKnownOfTheRest() {
    int settled = 0;
    for (int i = 0; i < CASES; i++) {
      Map<String, List<Claim>> some = claims(40);
      List<Verdict> before = judge(some);
      Map<String, List<Claim>> all = claims(100);
      all.putAll(some);
      all.keySet().removeIf(id -> id.startsWith("clocks.") && !some.containsKey(id));
      List<Verdict> after = judge(all);
      for (int d = 0; d < before.size(); d++) {
        String as = "seed " + Seed.value() + ", case " + i + ": " + before.get(d);
        if (before.get(d) instanceof Verdict.DoesNotApply) {
          settled++;
          assertThat(after.get(d)).as(as).isInstanceOf(Verdict.DoesNotApply.class);
        } else if (before.get(d) instanceof Verdict.Applies
            && after.get(d) instanceof Verdict.DoesNotApply no) {
          assertThat(no.reason()).as(as).isEqualTo(Verdict.Reason.EXEMPT);
        }
      }
    }
    assertThat(settled).isPositive();
  }

  @Test
  void anUnknownVerdictNamesTheQuestionsThatSettleIt() {
    for (int i = 0; i < CASES; i++) {
      Map<String, List<Claim>> some = claims(40);
      for (Verdict verdict : judge(some)) {
        if (verdict instanceof Verdict.Unknown unknown) {
          assertThat(unknown.grounds().questions()).as(verdict.toString()).isNotEmpty();
          Map<String, List<Claim>> answered = new LinkedHashMap<>(some);
          for (String id : unknown.grounds().questions()) {
            Question question = book.questionnaire().question(id).orElseThrow();
            answered.put(id, List.of(Claim.of(value(question))));
          }
          assertThat(again(answered, unknown.obligation().id()))
              .as("seed %d, case %d: %s", Seed.value(), i, unknown)
              .isNotInstanceOf(Verdict.Unknown.class);
        }
      }
    }
  }

  private Verdict again(Map<String, List<Claim>> claims, String duty) {
    return judge(claims).stream()
        .filter(one -> one.obligation().id().equals(duty))
        .findFirst()
        .orElseThrow();
  }
}

package fr.bastide.assessment.internal;

import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Condition;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.internal.ReferentialReader.Origin;
import fr.bastide.document.Findings;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Checks what ties the parts of a referential together: references, gates, prerequisites, and that
/// every weakness has a remedy.
final class ReferentialChecks {

  private final Referential referential;
  private final Map<String, Origin> origins;
  private final Findings findings;

  ReferentialChecks(Referential referential, Map<String, Origin> origins, Findings findings) {
    this.referential = referential;
    this.origins = origins;
    this.findings = findings;
  }

  void run() {
    Set<String> gates = new HashSet<>();
    for (Question question : referential.questions().values()) {
      for (Condition condition : question.conditions()) {
        gates.add(condition.question());
        gate(question, condition);
      }
    }
    for (Measure measure : referential.measures().values()) {
      measure(measure);
    }
    for (Cap cap : referential.scale().caps()) {
      cap(cap);
    }
    remedies(gates);
    cycles(
        referential.questions().keySet(),
        id ->
            referential.question(id).stream()
                .flatMap(question -> question.conditions().stream())
                .map(Condition::question)
                .toList());
    cycles(
        referential.measures().keySet(),
        id -> referential.measure(id).map(Measure::prerequisites).orElse(List.of()));
  }

  private void gate(Question question, Condition condition) {
    String id = question.id();
    Optional<Integer> found = rank(id, condition.question(), condition.choice());
    if (found.isEmpty()) {
      return;
    }
    Question on = referential.questions().get(condition.question());
    if (on != null && on.depth().compareTo(question.depth()) > 0) {
      error(
          id,
          "La condition porte sur une question posée plus en profondeur que celle-ci.",
          "The condition looks at a question that is asked at a deeper level than this one.");
    }
    boolean useless =
        switch (condition) {
          case Condition.Requires _ -> found.get() == 0;
          case Condition.Exposed _ -> on != null && found.get() == on.choices().size() - 1;
        };
    if (useless) {
      error(
          id,
          "La condition est toujours vraie\u00a0: choisissez un autre choix ou retirez-la.",
          "The condition always holds: take another choice or remove it.");
    }
  }

  private void measure(Measure measure) {
    for (Effect effect : measure.effects()) {
      Optional<Integer> rank = rank(measure.id(), effect.question(), effect.choice());
      if (rank.isPresent() && rank.get() == 0) {
        error(
            measure.id(),
            "Cette mesure mène au pire choix de " + Findings.fr(effect.question()) + ".",
            "This measure leads to the worst choice of " + Findings.en(effect.question()) + ".");
      }
    }
    for (String prerequisite : measure.prerequisites()) {
      if (referential.measure(prerequisite).isEmpty()) {
        unknown(measure.id(), prerequisite, referential.measures().keySet());
      }
    }
  }

  private void cap(Cap cap) {
    Findings here = findings.in("scale.yaml");
    Optional<Question> question = referential.question(cap.question());
    if (question.isEmpty()) {
      here.unknown(0, "caps." + cap.id(), cap.question(), referential.questions().keySet());
    } else if (question.get().rank(cap.choice()) < 0) {
      here.unknown(0, "caps." + cap.id(), cap.choice(), choices(question.get()));
    } else if (question.get().rank(cap.choice()) == 0 || cap.grade() == Grade.A) {
      here.error(
          0,
          "caps." + cap.id(),
          "Ce plafond ne mord jamais\u00a0: prenez un meilleur choix ou une note plus basse.",
          "This cap never bites: take a better choice or a lower grade.");
    }
  }

  /// Every question that weighs can be raised to its best by measures; one that weighs nothing
  /// opens others.
  private void remedies(Set<String> gates) {
    Map<String, Integer> reached = new HashMap<>();
    for (Measure measure : referential.measures().values()) {
      for (Effect effect : measure.effects()) {
        referential
            .question(effect.question())
            .ifPresent(question ->
                reached.merge(question.id(), question.rank(effect.choice()), Math::max));
      }
    }
    for (Question question : referential.questions().values()) {
      int most = reached.getOrDefault(question.id(), 0);
      if (question.weight() > 0 && most < question.choices().size() - 1) {
        error(
            question.id(),
            "Aucune mesure ne mène au meilleur choix de cette question.",
            "No measure leads to the best choice of this question.");
      }
      if (question.weight() == 0 && !gates.contains(question.id())) {
        error(
            question.id(),
            "Cette question ne pèse rien et n’en ouvre aucune autre\u00a0: retirez-la.",
            "This question weighs nothing and opens no other: remove it.");
      }
    }
  }

  /// Reports each identifier that leads back to itself.
  private void cycles(Collection<String> ids, Function<String, List<String>> next) {
    Set<String> safe = new HashSet<>();
    boolean progress = true;
    while (progress) {
      progress = false;
      for (String id : ids) {
        if (!safe.contains(id)
            && next.apply(id).stream().allMatch(to -> safe.contains(to) || !ids.contains(to))) {
          safe.add(id);
          progress = true;
        }
      }
    }
    for (String id : ids) {
      if (!safe.contains(id)) {
        error(
            id,
            "Cet élément dépend de lui-même à travers d’autres (cercle).",
            "This item depends on itself through others (circle).");
      }
    }
  }

  private Optional<Integer> rank(String owner, String question, String choice) {
    Optional<Question> found = referential.question(question);
    if (found.isEmpty()) {
      unknown(owner, question, referential.questions().keySet());
      return Optional.empty();
    }
    int rank = found.get().rank(choice);
    if (rank < 0) {
      unknown(owner, choice, choices(found.get()));
      return Optional.empty();
    }
    return Optional.of(rank);
  }

  private static List<String> choices(Question question) {
    return question.choices().stream().map(choice -> choice.id()).toList();
  }

  private void unknown(String owner, String name, Collection<String> known) {
    Origin origin = origin(owner);
    findings.in(origin.file()).unknown(origin.line(), owner, name, known);
  }

  private void error(String owner, String fr, String en) {
    Origin origin = origin(owner);
    findings.in(origin.file()).error(origin.line(), owner, fr, en);
  }

  private Origin origin(String id) {
    return origins.getOrDefault(id, new Origin("", 0));
  }
}

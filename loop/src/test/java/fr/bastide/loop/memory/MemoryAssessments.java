package fr.bastide.loop.memory;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.Assessments;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.assess.Saved;
import fr.bastide.loop.assess.StoredAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Assessments in memory.
public final class MemoryAssessments implements Assessments, Undoable {

  private final Map<AssessmentId, Assessment> assessments = new LinkedHashMap<>();
  private final Map<AssessmentId, Map<String, StoredAnswer>> answers = new HashMap<>();
  private final Map<AssessmentId, List<PastAnswer>> pasts = new HashMap<>();

  @Override
  public void add(Assessment assessment) {
    if (assessment.open() && ofBody(assessment.body()).stream().anyMatch(Assessment::open)) {
      throw new Conflict(
          new Text("Une évaluation est déjà ouverte.", "An assessment is open already."));
    }
    assessments.put(assessment.id(), assessment);
  }

  @Override
  public Optional<Assessment> find(AssessmentId id) {
    return Optional.ofNullable(assessments.get(id));
  }

  @Override
  public Optional<Assessment> hold(AssessmentId id) {
    return find(id);
  }

  @Override
  public List<Assessment> ofBody(BodyId body) {
    return new ArrayList<>(assessments.values())
        .reversed().stream()
            .filter(a -> a.body().equals(body))
            .sorted(Comparator.comparing(Assessment::startedAt).reversed())
            .toList();
  }

  @Override
  public Map<String, StoredAnswer> answers(AssessmentId id) {
    return Map.copyOf(answers.getOrDefault(id, Map.of()));
  }

  @Override
  public Saved save(AssessmentId id, StoredAnswer answer, int seen) {
    if (find(id).filter(Assessment::open).isEmpty()) {
      throw new Conflict(
          new Text("Cette évaluation est terminée.", "This assessment is completed."));
    }
    Map<String, StoredAnswer> present = answers.computeIfAbsent(id, key -> new HashMap<>());
    List<PastAnswer> past = pasts.computeIfAbsent(id, key -> new ArrayList<>());
    Optional<StoredAnswer> standing = Optional.ofNullable(present.get(answer.question()));
    if (standing.map(StoredAnswer::version).orElse(0) != seen) {
      StoredAnswer theirs = standing.orElseThrow(NotFound::new);
      StoredAnswer late = withVersion(answer, seen + 1);
      past.addFirst(new PastAnswer(late, true));
      return new Saved.Stale(theirs, late);
    }
    StoredAnswer kept = withVersion(answer, seen + 1);
    present.put(answer.question(), kept);
    past.addFirst(new PastAnswer(kept, false));
    return new Saved.Kept(kept);
  }

  @Override
  public void addAnswers(AssessmentId id, Collection<StoredAnswer> fresh) {
    Map<String, StoredAnswer> present = answers.computeIfAbsent(id, key -> new HashMap<>());
    List<PastAnswer> past = pasts.computeIfAbsent(id, key -> new ArrayList<>());
    for (StoredAnswer answer : fresh) {
      present.put(answer.question(), answer);
      past.addFirst(new PastAnswer(answer, false));
    }
  }

  @Override
  public List<PastAnswer> history(AssessmentId id, String question) {
    return pasts.getOrDefault(id, List.of()).stream()
        .filter(p -> p.answer().question().equals(question))
        .toList();
  }

  @Override
  public void setResult(AssessmentId id, Result result) {
    assessments.computeIfPresent(id, (key, a) -> a.open() ? with(a, a.completedAt(), result) : a);
  }

  @Override
  public boolean complete(AssessmentId id, Instant at, Result result) {
    boolean open = find(id).filter(Assessment::open).isPresent();
    if (open) {
      assessments.computeIfPresent(id, (key, a) -> with(a, Optional.of(at), result));
    }
    return open;
  }

  private static StoredAnswer withVersion(StoredAnswer a, int version) {
    return new StoredAnswer(a.question(), a.answer(), version, a.author(), a.authorName(), a.at());
  }

  private static Assessment with(Assessment a, Optional<Instant> completedAt, Result result) {
    return new Assessment(
        a.id(),
        a.body(),
        a.depth(),
        a.referential(),
        a.startedAt(),
        a.startedBy(),
        completedAt,
        Optional.of(result),
        a.example());
  }

  @Override
  public Runnable remember() {
    Map<AssessmentId, Assessment> before = new LinkedHashMap<>(assessments);
    Map<AssessmentId, Map<String, StoredAnswer>> answersBefore = new HashMap<>();
    answers.forEach((id, present) -> answersBefore.put(id, new HashMap<>(present)));
    Map<AssessmentId, List<PastAnswer>> pastsBefore = new HashMap<>();
    pasts.forEach((id, past) -> pastsBefore.put(id, new ArrayList<>(past)));
    return () -> {
      assessments.clear();
      assessments.putAll(before);
      answers.clear();
      answers.putAll(answersBefore);
      pasts.clear();
      pasts.putAll(pastsBefore);
    };
  }
}

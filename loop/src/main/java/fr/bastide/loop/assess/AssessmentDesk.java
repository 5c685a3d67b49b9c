package fr.bastide.loop.assess;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Scorer;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.UseCase;
import fr.bastide.loop.body.Bodies;
import fr.bastide.loop.body.Body;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Assesses bodies: start, answer together, complete, look back.
public final class AssessmentDesk {

  /// Where days begin and end.
  public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private final Threshold threshold;
  private final Bodies bodies;
  private final Assessments assessments;
  private final Attachments attachments;
  private final Referential referential;
  private final Scorer scorer;
  private final AnswerRules rules;
  private final CarryOver carryOver;

  /// A desk over these, for one referential.
  public AssessmentDesk(
      Threshold threshold,
      Bodies bodies,
      Assessments assessments,
      Attachments attachments,
      Referential referential) {
    this.threshold = threshold;
    this.bodies = bodies;
    this.assessments = assessments;
    this.attachments = attachments;
    this.referential = referential;
    this.scorer = new Scorer(referential);
    this.rules = new AnswerRules(referential);
    this.carryOver = new CarryOver(assessments, referential, rules);
  }

  /// What is asked.
  public Referential referential() {
    return referential;
  }

  /// The score of a sheet that is not kept: the flash assessment anyone can take.
  @UseCase(Act.TAKE_FLASH)
  public Score flash(Caller caller, AnswerSheet sheet) {
    threshold.gate().require(caller, Act.TAKE_FLASH);
    if (sheet.depth() != Depth.FLASH) {
      throw new Conflict(
          new Text(
              "Sans compte, seul le diagnostic éclair est possible.",
              "Without an account only the flash assessment is possible."));
    }
    return scorer.score(sheet);
  }

  /// The assessments of a body, newest first.
  @UseCase(Act.READ_ASSESSMENT)
  public List<Assessment> ofBody(Caller caller, BodyId body) {
    return threshold.cross(
        caller, Act.READ_ASSESSMENT, body, "assessments", () -> assessments.ofBody(body));
  }

  /// Starts an assessment. The latest answer to each question in all completed ones is carried over
  /// with its evidence, its date and its expiry, if it is still of this referential: nobody answers
  /// twice, even when a shorter assessment came in between.
  ///
  /// @throws Conflict when one is still open
  @UseCase(Act.START_ASSESSMENT)
  public Assessment start(Caller caller, BodyId body, Depth depth) {
    AssessmentId id = AssessmentId.random();
    return threshold.cross(
        caller,
        Act.START_ASSESSMENT,
        body,
        "assessment " + id,
        () -> {
          Body assessed = bodies.find(body).orElseThrow(NotFound::new);
          List<Assessment> before = assessments.ofBody(body);
          if (before.stream().anyMatch(Assessment::open)) {
            throw new Conflict(
                new Text(
                    "Une évaluation est déjà ouverte. Reprenez-la, ou terminez-la d’abord.",
                    "An assessment is open already. Resume it, or complete it first."));
          }
          Assessment fresh = fresh(id, body, depth, caller);
          assessments.add(fresh);
          assessments.addAnswers(
              id,
              carryOver.from(before).values().stream()
                  .filter(answer -> asks(depth, answer.question()))
                  .toList());
          assessments.setResult(id, Result.of(scorer.score(sheet(assessed, fresh, answers(id)))));
          return assessments.find(id).orElseThrow();
        });
  }

  /// The answers from which a new assessment of a body would start, by question.
  @UseCase(Act.READ_ASSESSMENT)
  public Map<String, StoredAnswer> carried(Caller caller, BodyId body) {
    return threshold.cross(
        caller,
        Act.READ_ASSESSMENT,
        body,
        "assessments",
        () -> carryOver.from(assessments.ofBody(body)));
  }

  /// An assessment with its score and where each point comes from.
  @UseCase(Act.READ_ASSESSMENT)
  public AssessmentView view(Caller caller, BodyId body, AssessmentId id) {
    return threshold.cross(
        caller, Act.READ_ASSESSMENT, body, "assessment " + id, () -> look(body, id));
  }

  /// The same, taken out of the house as a report: leaves an entry in the journal.
  @UseCase(Act.TAKE_REPORT)
  public AssessmentView report(Caller caller, BodyId body, AssessmentId id) {
    return threshold.cross(
        caller, Act.TAKE_REPORT, body, "report of assessment " + id, () -> look(body, id));
  }

  /// Keeps one answer. Two people who answer the same question at once lose nothing: the second is
  /// told.
  ///
  /// @param seen the version that the person saw, 0 when there was no answer yet
  /// @throws fr.bastide.loop.Invalid when the answer does not fit the question
  /// @throws Conflict when the assessment is completed
  @UseCase(Act.ANSWER)
  public Saved answer(
      Caller caller, BodyId body, AssessmentId id, String question, Answer answer, int seen) {
    return threshold.cross(
        caller,
        Act.ANSWER,
        body,
        "assessment " + id + " " + question,
        () -> {
          Assessment open = requireOpen(body, id);
          Answer checked = rules.check(open.depth(), question, answer, today());
          return save(body, open, stored(caller, question, checked), seen);
        });
  }

  /// A second person accepts that a question is not applicable; never the one who said so.
  ///
  /// @param seen the version accepted
  @UseCase(Act.ACCEPT_NOT_APPLICABLE)
  public Saved acceptNotApplicable(
      Caller caller, BodyId body, AssessmentId id, String question, int seen) {
    return threshold.cross(
        caller,
        Act.ACCEPT_NOT_APPLICABLE,
        body,
        "assessment " + id + " " + question,
        () -> {
          Assessment open = requireOpen(body, id);
          StoredAnswer present =
              Optional.ofNullable(assessments.answers(id).get(question)).orElseThrow(NotFound::new);
          Answer accepted = rules.accept(present, caller);
          return save(body, open, stored(caller, question, accepted), seen);
        });
  }

  /// Every answer ever sent to a question, newest first.
  @UseCase(Act.READ_ASSESSMENT)
  public List<Assessments.PastAnswer> history(
      Caller caller, BodyId body, AssessmentId id, String question) {
    return threshold.cross(
        caller,
        Act.READ_ASSESSMENT,
        body,
        "assessment " + id + " " + question,
        () -> {
          requireOf(body, id);
          return assessments.history(id, question);
        });
  }

  /// Completes an assessment: its answers and its score no longer change.
  @UseCase(Act.COMPLETE_ASSESSMENT)
  public Assessment complete(Caller caller, BodyId body, AssessmentId id) {
    return threshold.cross(
        caller,
        Act.COMPLETE_ASSESSMENT,
        body,
        "assessment " + id,
        () -> {
          requireOpen(body, id);
          AssessmentView view = look(body, id);
          assessments.complete(id, threshold.clock().instant(), Result.of(view.score()));
          return assessments.find(id).orElseThrow();
        });
  }

  /// Keeps a file as evidence.
  ///
  /// @throws fr.bastide.loop.Invalid when it is empty, too large or has no usable name
  @UseCase(Act.ANSWER)
  public Attachment attach(
      Caller caller, BodyId body, AssessmentId id, String question, String name, byte[] content) {
    AttachmentId attachment = AttachmentId.random();
    return threshold.cross(
        caller,
        Act.ANSWER,
        body,
        "assessment " + id + " " + question + " attachment " + attachment,
        () -> {
          requireOpen(body, id);
          Attachment kept =
              rules.attachment(
                  attachment,
                  id,
                  question,
                  name,
                  content,
                  caller.account().orElseThrow(),
                  threshold.clock().instant());
          attachments.add(kept, content);
          return kept;
        });
  }

  /// The content of a file.
  @UseCase(Act.TAKE_REPORT)
  public Download download(Caller caller, BodyId body, AssessmentId id, AttachmentId attachment) {
    return threshold.cross(
        caller,
        Act.TAKE_REPORT,
        body,
        "attachment " + attachment,
        () -> {
          requireOf(body, id);
          Attachment kept =
              attachments
                  .find(attachment)
                  .filter(a -> a.assessment().equals(id))
                  .orElseThrow(NotFound::new);
          return new Download(kept, attachments.content(attachment).orElseThrow(NotFound::new));
        });
  }

  /// An assessment looked at within a use case that has already checked the right.
  public AssessmentView lookAt(BodyId body, AssessmentId id) {
    return look(body, id);
  }

  /// The scorer of the referential.
  public Scorer scorer() {
    return scorer;
  }

  /// A file and its content.
  public record Download(Attachment attachment, byte[] content) {}

  private Saved save(BodyId body, Assessment open, StoredAnswer answer, int seen) {
    Saved saved = assessments.save(open.id(), answer, seen);
    if (saved instanceof Saved.Kept) {
      Body assessed = bodies.find(body).orElseThrow(NotFound::new);
      Score score = scorer.score(sheet(assessed, open, answers(open.id())));
      assessments.setResult(open.id(), Result.of(score));
    }
    return saved;
  }

  private boolean asks(Depth depth, String question) {
    return referential.question(question).filter(q -> depth.asks(q.depth())).isPresent();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(threshold.clock().instant(), ZONE);
  }

  private StoredAnswer stored(Caller caller, String question, Answer answer) {
    AccountId author = caller.account().orElseThrow();
    return new StoredAnswer(
        question, answer, 0, author, caller.name(), threshold.clock().instant());
  }

  private AssessmentView look(BodyId body, AssessmentId id) {
    Body assessed = bodies.find(body).orElseThrow(NotFound::new);
    Assessment assessment = requireOf(body, id);
    Map<String, StoredAnswer> answers = assessments.answers(id);
    AnswerSheet sheet = sheet(assessed, assessment, plain(answers));
    return new AssessmentView(
        assessed, assessment, answers, sheet, scorer.score(sheet), attachments.of(id));
  }

  private AnswerSheet sheet(Body body, Assessment assessment, Map<String, Answer> answers) {
    Instant at = assessment.completedAt().orElseGet(() -> threshold.clock().instant());
    return new AnswerSheet(assessment.depth(), body.size(), LocalDate.ofInstant(at, ZONE), answers);
  }

  private Map<String, Answer> answers(AssessmentId id) {
    return plain(assessments.answers(id));
  }

  private static Map<String, Answer> plain(Map<String, StoredAnswer> stored) {
    Map<String, Answer> answers = new HashMap<>();
    stored.forEach((question, answer) -> answers.put(question, answer.answer()));
    return answers;
  }

  private Assessment fresh(AssessmentId id, BodyId body, Depth depth, Caller caller) {
    return new Assessment(
        id,
        body,
        depth,
        referential.version(),
        threshold.clock().instant(),
        caller.account().orElseThrow(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private Assessment requireOf(BodyId body, AssessmentId id) {
    return assessments.find(id).filter(a -> a.body().equals(body)).orElseThrow(NotFound::new);
  }

  /// An open assessment, held: what is read of it afterwards stays true until the work is kept.
  private Assessment requireOpen(BodyId body, AssessmentId id) {
    Assessment assessment =
        assessments.hold(id).filter(a -> a.body().equals(body)).orElseThrow(NotFound::new);
    if (!assessment.open()) {
      throw new Conflict(
          new Text(
              "Cette évaluation est terminée et ne change plus. Commencez-en une nouvelle.",
              "This assessment is completed and no longer changes. Start a new one."));
    }
    return assessment;
  }
}

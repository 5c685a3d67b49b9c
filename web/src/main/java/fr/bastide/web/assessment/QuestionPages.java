package fr.bastide.web.assessment;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Question;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.assess.Saved;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The questionnaire. Every question is a form of its own: with a script it saves itself and the
/// page stays, without one the page comes back at the same place.
@Controller
@RequestMapping("/bodies/{body}/assessments/{id}/questions")
class QuestionPages {

  /// The header of a request made by htmx.
  static final String BY_SCRIPT = "HX-Request";

  private final Templates templates = new StaticTemplates();
  private final AssessmentDesk desk;
  private final Threshold threshold;

  QuestionPages(AssessmentDesk desk, Threshold threshold) {
    this.desk = desk;
    this.threshold = threshold;
  }

  @GetMapping
  Page themes(Caller caller, @PathVariable String body, @PathVariable String id) {
    AssessmentPath path = AssessmentPath.of(body, id);
    Questionnaire questionnaire = questionnaire(caller, path);
    return Page.of(frame -> templates.assessmentThemes(frame, path, questionnaire));
  }

  /// Goes to the first question that nobody answered; to the themes when there is none.
  @GetMapping("/next")
  Redirect next(Caller caller, @PathVariable String body, @PathVariable String id) {
    AssessmentPath path = AssessmentPath.of(body, id);
    Optional<Question> next = questionnaire(caller, path).next();
    return Redirect.to(next.map(path::question).orElseGet(path::questions));
  }

  @GetMapping("/{theme}")
  Page theme(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String theme) {
    AssessmentPath path = AssessmentPath.of(body, id);
    Questionnaire questionnaire = questionnaire(caller, path);
    return page(path, questionnaire, theme, questionnaire.cards(theme));
  }

  /// One question as it stands: what a script puts back when one keeps somebody else's answer.
  @GetMapping("/{theme}/{question}")
  Object question(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String theme,
      @PathVariable String question,
      @RequestHeader(BY_SCRIPT) Optional<String> byScript) {
    AssessmentPath path = AssessmentPath.of(body, id);
    QuestionCard card = questionnaire(caller, path).card(theme, question);
    return byScript.isPresent()
        ? Page.of(frame -> templates.assessmentQuestion(frame, path, card, false))
        : Redirect.to(path.question(card.question()));
  }

  /// Keeps an answer.
  @Requires(Act.ANSWER)
  @PostMapping("/{theme}/{question}")
  Object answer(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String theme,
      @PathVariable String question,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestHeader(BY_SCRIPT) Optional<String> byScript) {
    AssessmentPath path = AssessmentPath.of(body, id);
    Questionnaire before = questionnaire(caller, path);
    QuestionCard asked = before.card(theme, question);
    AnswerForm form = AnswerForm.of(sent);
    Outcome outcome = send(caller, path, asked, form);
    if (byScript.isPresent()) {
      return saved(path, before, asked, form, outcome);
    }
    return switch (outcome) {
      case Outcome.Stale _ -> again(path, before, asked, form, outcome, HttpStatus.CONFLICT);
      case Outcome.Wrong _ ->
          again(path, before, asked, form, outcome, HttpStatus.UNPROCESSABLE_CONTENT);
      case Outcome.Kept _, Outcome.Untouched _ -> Redirect.to(path.question(asked.question()));
    };
  }

  /// A second person accepts that a question is not applicable.
  @Requires(Act.ACCEPT_NOT_APPLICABLE)
  @PostMapping("/{theme}/{question}/accept")
  Redirect accept(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String theme,
      @PathVariable String question,
      @RequestParam int seen) {
    AssessmentPath path = AssessmentPath.of(body, id);
    Question asked = question(theme, question);
    desk.acceptNotApplicable(caller, path.body(), path.id(), asked.id(), seen);
    return Redirect.to(path.question(asked));
  }

  /// Every answer ever sent to a question.
  @GetMapping("/{theme}/{question}/history")
  Page history(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String theme,
      @PathVariable String question,
      @RequestHeader(BY_SCRIPT) Optional<String> byScript) {
    AssessmentPath path = AssessmentPath.of(body, id);
    var past = desk.history(caller, path.body(), path.id(), question);
    Question asked = question(theme, question);
    return Page.of(frame ->
        byScript.isPresent()
            ? templates.assessmentPast(frame, asked, past)
            : templates.assessmentHistory(frame, path, asked, past));
  }

  private Outcome send(Caller caller, AssessmentPath path, QuestionCard asked, AnswerForm form) {
    String question = asked.question().id();
    try {
      Answer answer = form.answer();
      if (unchanged(asked, answer, form.seen())) {
        return new Outcome.Kept(asked.stored().orElseThrow());
      }
      return switch (desk.answer(caller, path.body(), path.id(), question, answer, form.seen())) {
        case Saved.Kept kept -> new Outcome.Kept(kept.answer());
        case Saved.Stale stale -> new Outcome.Stale(stale.theirs(), stale.yours());
      };
    } catch (Invalid wrong) {
      return new Outcome.Wrong(wrong.field(), wrong.text());
    }
  }

  /// Whether the form says what is kept already: a script may send it twice. The right is checked
  /// all the same, by the view before.
  private static boolean unchanged(QuestionCard asked, Answer answer, int seen) {
    return asked.rights().answer()
        && asked
            .stored()
            .filter(stored -> stored.version() == seen && same(stored.answer(), answer))
            .isPresent();
  }

  private static boolean same(Answer kept, Answer sent) {
    return switch (kept) {
      case Answer.NotApplicable none ->
          sent instanceof Answer.NotApplicable again && again.reason().equals(none.reason());
      case Answer.Given given -> given.equals(sent);
      case Answer.Unknown unknown -> unknown.equals(sent);
    };
  }

  private Page saved(
      AssessmentPath path,
      Questionnaire before,
      QuestionCard asked,
      AnswerForm form,
      Outcome outcome) {
    String theme = asked.question().theme();
    if (!(outcome instanceof Outcome.Kept kept)) {
      QuestionCard card = asked.with(form, outcome);
      return Page.of(frame -> templates.assessmentSaved(frame, path, before, card, List.of()));
    }
    Questionnaire after = before.with(kept.answer(), desk.scorer());
    QuestionCard card =
        after
            .card(theme, asked.question().id())
            .with(AnswerForm.of(Optional.of(kept.answer())), outcome);
    List<QuestionCard> changed =
        after.cards(theme).stream()
            .filter(c -> !c.question().id().equals(card.question().id()))
            .filter(c -> c.asked() != before.card(theme, c.question().id()).asked())
            .toList();
    return Page.of(frame -> templates.assessmentSaved(frame, path, after, card, changed));
  }

  private Page again(
      AssessmentPath path,
      Questionnaire questionnaire,
      QuestionCard asked,
      AnswerForm form,
      Outcome outcome,
      HttpStatus status) {
    List<QuestionCard> cards =
        questionnaire.cards(asked.question().theme()).stream()
            .map(c -> c.question().equals(asked.question()) ? c.with(form, outcome) : c)
            .toList();
    return page(path, questionnaire, asked.question().theme(), cards).with(status);
  }

  private Page page(
      AssessmentPath path, Questionnaire questionnaire, String theme, List<QuestionCard> cards) {
    ThemeProgress progress = questionnaire.theme(theme);
    return Page.of(frame -> templates.assessmentTheme(frame, path, questionnaire, progress, cards));
  }

  private Questionnaire questionnaire(Caller caller, AssessmentPath path) {
    AssessmentView view = desk.view(caller, path.body(), path.id());
    return Questionnaire.of(view, desk.referential(), Rights.of(threshold, caller, path.body()));
  }

  private Question question(String theme, String id) {
    return desk.referential()
        .question(id)
        .filter(question -> question.theme().equals(theme))
        .orElseThrow(NotFound::new);
  }
}

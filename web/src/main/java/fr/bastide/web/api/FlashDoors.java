package fr.bastide.web.api;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Scale;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Theme;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.AssessmentDesk;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What anyone may ask without a token: what is asked, and the score of a flash assessment.
@RestController
@RequestMapping(Apis.V1)
class FlashDoors {

  private final AssessmentDesk desk;
  private final InstantSource clock;

  FlashDoors(AssessmentDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /// The referential: what is asked, what can be done, and how it is scored.
  record Asked(
      String version,
      List<Theme> themes,
      List<Question> questions,
      List<Measure> measures,
      Scale scale) {}

  /// The answers to a flash assessment: a choice by question; a question left out is unknown.
  record SentFlash(Optional<BodySize> size, Map<String, String> answers) {}

  @Door(
      act = Act.TAKE_FLASH,
      fr = "Le référentiel\u00a0: thèmes, questions, mesures, barème.",
      en = "The referential: themes, questions, measures, scale.")
  @GetMapping("/referential")
  Reply<Asked> referential() {
    var referential = desk.referential();
    return Reply.of(
        new Asked(
            referential.version(),
            referential.themes(),
            List.copyOf(referential.questions().values()),
            List.copyOf(referential.measures().values()),
            referential.scale()));
  }

  @Door(
      act = Act.TAKE_FLASH,
      fr = "Le score d’un diagnostic éclair, sans compte\u202f; rien n’est gardé.",
      en = "The score of a flash assessment, without an account; nothing is kept.")
  @PostMapping(path = "/flash", consumes = Apis.JSON)
  Reply<Score> flash(Caller caller, @Sent SentFlash sent) {
    Map<String, Answer> answers = new HashMap<>();
    sent.answers()
        .forEach(
            (question, choice) -> answers.put(question, Answer.declared(known(question, choice))));
    LocalDate today = LocalDate.ofInstant(clock.instant(), AssessmentDesk.ZONE);
    BodySize size = sent.size().orElse(BodySize.SMALL);
    return Reply.of(desk.flash(caller, new AnswerSheet(Depth.FLASH, size, today, answers)));
  }

  private String known(String question, String choice) {
    return desk.referential()
        .question(question)
        .filter(asked -> asked.depth() == Depth.FLASH)
        .flatMap(asked -> asked.choice(choice))
        .orElseThrow(() ->
            new Invalid(
                "answers",
                new Text(
                    "Le diagnostic éclair ne pose pas l’une de ces questions, ou n’y offre pas"
                        + " ce choix.",
                    "The flash assessment does not ask one of these questions, or does not"
                        + " offer this choice.")))
        .id();
  }
}

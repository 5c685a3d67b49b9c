package fr.bastide.web.api;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Scale;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Theme;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.web.flash.FirstSteps;
import fr.bastide.web.flash.FlashEntry;
import fr.bastide.web.flash.FlashFiles;
import fr.bastide.web.frame.Preferences;
import fr.bastide.web.frame.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What anyone may ask without a token: what is asked, and the score of a flash assessment.
@Controller
@RequestMapping(Apis.V1)
class FlashDoors {

  private final AssessmentDesk desk;
  private final FlashFiles files;
  private final InstantSource clock;

  FlashDoors(AssessmentDesk desk, FlashFiles files, InstantSource clock) {
    this.files = files;
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

  /// The same, with what stands at the head of a file.
  ///
  /// @param name what the body is called
  record SentFlashFile(
      Optional<String> name,
      Optional<BodyForm> form,
      Optional<BodySize> size,
      Map<String, String> answers) {}

  /// What to do first.
  ///
  /// @param reached the score once all is done
  record First(List<Step> steps, Score reached) {

    static First of(FirstSteps steps) {
      return new First(steps.steps().stream().map(Step::of).toList(), steps.reached());
    }
  }

  /// One measure.
  ///
  /// @param gain the points that it brings on top of those before it
  /// @param before measures that must stand first
  record Step(String measure, double gain, Cost cost, List<String> before) {

    static Step of(FirstSteps.Step step) {
      return new Step(
          step.measure().id(),
          step.gain(),
          step.cost(),
          step.before().stream().map(Measure::id).toList());
    }
  }

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
    return Reply.of(desk.flash(caller, sheet(sent.size(), sent.answers())));
  }

  @Door(
      act = Act.TAKE_FLASH,
      fr = "Les trois mesures qui relèvent le plus le score d’un diagnostic éclair.",
      en = "The three measures that raise the score of a flash assessment most.")
  @PostMapping(path = "/flash/first-steps", consumes = Apis.JSON)
  Reply<First> firstSteps(Caller caller, @Sent SentFlash sent) {
    AnswerSheet sheet = sheet(sent.size(), sent.answers());
    desk.flash(caller, sheet);
    return Reply.of(First.of(files.firstSteps(sheet)));
  }

  @Door(
      act = Act.TAKE_FLASH,
      fr = "Le rapport d’un diagnostic éclair en une page, en PDF/UA.",
      en = "The report of a flash assessment on one page, as PDF/UA.",
      media = "application/pdf")
  @PostMapping(path = "/flash/report.pdf", consumes = Apis.JSON)
  ResponseEntity<byte[]> report(
      Caller caller, @Sent SentFlashFile sent, HttpServletRequest request) {
    Language language = Preferences.of(request).language();
    AnswerFile file = file(sent, language);
    return files.report(file, desk.flash(caller, file.sheet()), language);
  }

  @Door(
      act = Act.TAKE_FLASH,
      fr = "Les réponses d’un diagnostic éclair en YAML, à relire avec la ligne de commande.",
      en = "The answers of a flash assessment as YAML, to be read by the command line.",
      media = "application/yaml")
  @PostMapping(path = "/flash/answers.yaml", consumes = Apis.JSON)
  ResponseEntity<byte[]> answers(
      Caller caller, @Sent SentFlashFile sent, HttpServletRequest request) {
    Language language = Preferences.of(request).language();
    AnswerFile file = file(sent, language);
    desk.flash(caller, file.sheet());
    return files.answers(file, language);
  }

  private AnswerFile file(SentFlashFile sent, Language language) {
    String name =
        sent.name()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElseGet(() -> Texts.in(language).get("flash.nameless"));
    if (name.length() > FlashEntry.MAX_NAME) {
      throw new Invalid(
          "name",
          new Text(
              "Ce nom est trop long\u00a0: 200 caractères au plus.",
              "This name is too long: 200 characters at most."));
    }
    return new AnswerFile(
        desk.referential().version(),
        new AnswerFile.AssessedBody(
            name, Optional.empty(), sent.form().orElse(BodyForm.COMMUNE), Optional.empty()),
        sheet(sent.size(), sent.answers()),
        AnswerFile.Wishes.NONE);
  }

  private AnswerSheet sheet(Optional<BodySize> size, Map<String, String> sent) {
    Map<String, Answer> answers = new HashMap<>();
    sent.forEach(
        (question, choice) -> answers.put(question, Answer.declared(known(question, choice))));
    LocalDate today = LocalDate.ofInstant(clock.instant(), AssessmentDesk.ZONE);
    return new AnswerSheet(Depth.FLASH, size.orElse(BodySize.SMALL), today, answers);
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

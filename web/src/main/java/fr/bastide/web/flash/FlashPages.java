package fr.bastide.web.flash;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.kernel.Language;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.Frame;
import fr.bastide.web.frame.NavigationEntry;
import fr.bastide.web.frame.NavigationSource;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Preferences;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.frame.Stage;
import fr.bastide.web.frame.Texts;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The flash assessment: answers travel in forms alone, never in a URL, and nothing is stored.
@Controller
class FlashPages {

  /// The field by which a result asks to be read in another language, since a link would lose it.
  static final String READ_IN = "read-in";

  private final Templates templates = new StaticTemplates();
  private final AssessmentDesk desk;
  private final FlashFiles files;
  private final InstantSource clock;

  FlashPages(AssessmentDesk desk, FlashFiles files, InstantSource clock) {
    this.desk = desk;
    this.files = files;
    this.clock = clock;
  }

  @GetMapping("/flash")
  Page start() {
    return form(FlashEntry.BLANK);
  }

  /// The questions again, with what was answered.
  @Requires(Act.TAKE_FLASH)
  @PostMapping("/flash")
  Page change(@RequestParam MultiValueMap<String, String> sent) {
    return form(FlashEntry.of(sent, desk.referential()));
  }

  /// A result is not kept, so it has no address of its own.
  @GetMapping("/flash/result")
  Redirect gone() {
    return Redirect.to("/flash");
  }

  @Requires(Act.TAKE_FLASH)
  @PostMapping("/flash/result")
  Page result(Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    FlashEntry entry = FlashEntry.of(sent, desk.referential());
    AnswerSheet sheet = entry.sheet(today());
    Score score = desk.flash(caller, sheet);
    FirstSteps first = files.firstSteps(sheet);
    return Page.of(asked -> {
      Frame frame = readIn(sent).map(language -> inLanguage(asked, language)).orElse(asked);
      return templates.flashResult(
          frame, FlashResult.of(entry, sheet, score, first, desk.referential(), frame.language()));
    });
  }

  /// The answers as a file that the command line and a later assessment can read.
  @Requires(Act.TAKE_FLASH)
  @PostMapping("/flash/answers.yaml")
  ResponseEntity<byte[]> answers(
      Caller caller, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    Language language = language(sent, request);
    AnswerFile file = file(sent, language);
    desk.flash(caller, file.sheet());
    return files.answers(file, language);
  }

  /// The report on one page.
  @Requires(Act.TAKE_FLASH)
  @PostMapping("/flash/report.pdf")
  ResponseEntity<byte[]> report(
      Caller caller, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    Language language = language(sent, request);
    AnswerFile file = file(sent, language);
    Score score = desk.flash(caller, file.sheet());
    return files.report(file, score, language);
  }

  private Page form(FlashEntry entry) {
    Referential referential = desk.referential();
    List<Question> questions = referential.questions(Depth.FLASH).toList();
    return Page.of(frame -> templates.flashStart(frame, questions, entry));
  }

  private AnswerFile file(MultiValueMap<String, String> sent, Language language) {
    return FlashEntry.of(sent, desk.referential())
        .file(desk.referential(), today(), Texts.in(language).get("flash.nameless"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), AssessmentDesk.ZONE);
  }

  private static Language language(MultiValueMap<String, String> sent, HttpServletRequest request) {
    return readIn(sent).orElseGet(() -> Preferences.of(request).language());
  }

  private static Optional<Language> readIn(MultiValueMap<String, String> sent) {
    return Optional.ofNullable(sent.getFirst(READ_IN)).map(Language::of);
  }

  private static Frame inLanguage(Frame frame, Language language) {
    return new Frame(
        Texts.in(language),
        frame.theme(),
        frame.path(),
        frame.query(),
        frame.visitor(),
        frame.navigation(),
        frame.centre(),
        frame.assets(),
        frame.csrf());
  }

  @Bean
  static NavigationSource flashNavigation() {
    return visitor -> Stream.of(new NavigationEntry(Stage.ASSESS, "flash.nav", "/flash"));
  }
}

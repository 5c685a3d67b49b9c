package fr.bastide.web.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.file.AnswerFiles;
import fr.bastide.kernel.Language;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.memory.House;
import fr.bastide.web.assessment.Screen;
import fr.bastide.web.frame.Workbench;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.MultiValueMap;

class FlashPagesTest {

  private final House house = new House();
  private final FlashFiles files =
      new FlashFiles(
          house.assessments(), new Workbench("test", 2, 10, java.time.Duration.ofSeconds(30)));
  private final FlashPages pages = new FlashPages(house.assessments(), files, house.clock());
  private final List<Question> questions = house.referential().questions(Depth.FLASH).toList();

  @Test
  void theFormAsksTwelveQuestionsAndAlwaysOffersIDontKnow() {
    for (Language language : Language.values()) {
      String html = Screen.draw("flash", pages.start(), language);
      assertThat(html.split("value=\"" + FlashEntry.UNKNOWN + "\"", -1)).hasSize(12 + 1);
      for (Question question : questions) {
        assertThat(html).contains("name=\"" + FlashEntry.fieldOf(question) + "\"");
      }
      assertThat(html).doesNotContain("style=\"").doesNotContain("onclick");
    }
  }

  @Test
  void theResultSaysScoreFirstStepsAndWhatEachAnswerCosts() {
    for (Language language : Language.values()) {
      String html = Screen.draw("flash-result", pages.result(Caller.VISITOR, middling()), language);
      assertThat(html).contains("Mairie de Mirepoix").contains("<svg").doesNotContain("style=\"");
      assertThat(html.split("<h3>", -1)).as("three steps").hasSize(3 + 1);
      assertThat(html.split("<th scope=\"row\">", -1).length).isGreaterThanOrEqualTo(12 + 1);
      assertThat(html).contains("formaction=\"/flash/answers.yaml\"");
    }
  }

  @Test
  void anAnswerLeftOutCountsAsUnknown() {
    assertThat(result(Screen.form())).isEqualTo(result(allUnknown()));
  }

  @Test
  void whoAnswersBestGetsNoMeasure() {
    MultiValueMap<String, String> form = Screen.form();
    for (Question question : questions) {
      form.add(FlashEntry.fieldOf(question), question.choices().getLast().id());
    }
    String html = result(form);
    assertThat(html).doesNotContain("steps-cards");
  }

  @Test
  void theFirstStepsRaiseTheScoreOneAfterTheOther() {
    FlashEntry entry = FlashEntry.of(middling(), house.referential());
    var sheet = entry.sheet(java.time.LocalDate.of(2026, 11, 24));
    var scorer = house.assessments().scorer();
    FirstSteps first = FirstSteps.of(house.referential(), scorer, sheet, 3);
    double gains = first.steps().stream().mapToDouble(FirstSteps.Step::gain).sum();
    double before = scorer.score(sheet).total().point();
    assertThat(first.steps()).hasSize(3).allMatch(step -> step.gain() > 0);
    assertThat(first.reached().total().point() - before)
        .isCloseTo(gains, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void theAnswersComeBackFromTheFile() {
    byte[] yaml =
        Objects.requireNonNull(
            pages.answers(Caller.VISITOR, middling(), new MockHttpServletRequest()).getBody());
    var reading = AnswerFiles.read(yaml, house.referential());
    assertThat(reading).isInstanceOf(AnswerFiles.Reading.Usable.class);
    var file = ((AnswerFiles.Reading.Usable) reading).file();
    assertThat(file.body().name()).isEqualTo("Mairie de Mirepoix");
    Question first = questions.getFirst();
    assertThat(file.sheet().answer(first.id()))
        .isEqualTo(Answer.declared(first.choices().get(1).id()));
  }

  @Test
  void theReportIsOnePdf() {
    byte[] pdf =
        Objects.requireNonNull(
            pages.report(Caller.VISITOR, middling(), new MockHttpServletRequest()).getBody());
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
  }

  @Test
  void aResultCanBeReadInTheOtherLanguageAndCorrected() {
    MultiValueMap<String, String> form = middling();
    form.add(FlashPages.READ_IN, "en");
    String english = Screen.draw("flash-switched", pages.result(Caller.VISITOR, form), Language.FR);
    assertThat(english).contains("lang=\"en\"").contains("The three things to do first");
    String again = Screen.draw("flash-again", pages.change(middling()), Language.FR);
    assertThat(again.split(" checked", -1)).hasSize(12 + 1 + 1);
  }

  @Test
  void whatTheFormDoesNotOfferIsRefused() {
    Question first = questions.getFirst();
    for (var form :
        List.of(
            Screen.form(FlashEntry.fieldOf(first), "<script>"),
            Screen.form("size", "GIGANTIC"),
            Screen.form("form", "x"),
            Screen.form("name", "x".repeat(FlashEntry.MAX_NAME + 1)))) {
      assertThatThrownBy(() -> pages.result(Caller.VISITOR, form)).isInstanceOf(Invalid.class);
    }
  }

  @Test
  void whatWasTypedIsShownAsText() {
    String html = result(Screen.form("name", "<script>alert(1)</script>\""));
    assertThat(html).doesNotContain("<script>alert").contains("&lt;script");
  }

  private String result(MultiValueMap<String, String> form) {
    return Screen.draw("flash-other", pages.result(Caller.VISITOR, form), Language.FR)
        .replaceAll("\\s*<input type=\"hidden\"[^>]*>", "");
  }

  private MultiValueMap<String, String> allUnknown() {
    MultiValueMap<String, String> form = Screen.form();
    questions.forEach(q -> form.add(FlashEntry.fieldOf(q), FlashEntry.UNKNOWN));
    return form;
  }

  private MultiValueMap<String, String> middling() {
    MultiValueMap<String, String> form =
        Screen.form("size", "SMALL", "name", "Mairie de Mirepoix", "form", "COMMUNE");
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      form.add(
          FlashEntry.fieldOf(question),
          i % 4 == 3 ? FlashEntry.UNKNOWN : question.choices().get(1).id());
    }
    return form;
  }
}

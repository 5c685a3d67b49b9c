package fr.bastide.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two people answer the same question at once: the second sees both answers, and none is lost.
@ExtendWith(Stage.class)
final class TwoBrowsersTest {

  @Test
  void theSecondPersonSeesBothAnswersAndDecides(Chromium chromium, Demo demo) {
    try (BrowserContext first = chromium.visitor();
        BrowserContext second = chromium.visitor()) {
      Page mayor = first.newPage();
      Page referent = second.newPage();
      demo.signIn(mayor, "maire");
      demo.signIn(referent, "referent");
      String questionnaire = Questionnaires.open(mayor);
      mayor.navigate(demo.server().at(questionnaire + "/backups"));
      referent.navigate(demo.server().at(questionnaire + "/backups"));

      String question =
          "#" + mayor.locator("section.question:has(form.answer)").first().getAttribute("id");
      String theirs = answer(mayor.locator(question), 0);
      assertThat(mayor.locator("#said")).containsText("Enregistré à");
      String own = answer(referent.locator(question), 1);

      Locator notice = referent.locator(question + " .state .notice");
      assertThat(notice).containsText("Maxime Exemple a répondu entre-temps");
      assertThat(notice.locator("dl")).containsText(theirs);
      assertThat(notice.locator("dl")).containsText(own);
      assertThat(referent.locator("#said")).containsText("Rien n’est perdu");

      mayor.reload();
      assertThat(mayor.locator(question + " input:checked + span")).containsText(theirs);
      history(mayor, question, theirs, own);

      notice.getByText("Mettre la mienne").click();
      assertThat(referent.locator(question + " .state")).containsText("par Andréa Exemple");
      mayor.reload();
      assertThat(mayor.locator(question + " input:checked + span")).containsText(own);
    }
  }

  @Test
  void withoutScriptBothAreShownToo(Chromium chromium, Demo demo) {
    try (BrowserContext first = chromium.visitorWithoutScript();
        BrowserContext second = chromium.visitorWithoutScript()) {
      Page mayor = first.newPage();
      Page referent = second.newPage();
      demo.signIn(mayor, "maire");
      demo.signIn(referent, "referent");
      String questionnaire = Questionnaires.open(mayor);
      mayor.navigate(demo.server().at(questionnaire + "/governance"));
      referent.navigate(demo.server().at(questionnaire + "/governance"));

      String question =
          "#" + mayor.locator("section.question:has(form.answer)").first().getAttribute("id");
      String theirs = answer(mayor.locator(question), 1);
      save(mayor, question);
      assertThat(mayor.locator(question + " .state")).containsText("par Maxime Exemple");
      String own = answer(referent.locator(question), 0);
      save(referent, question);
      assertThat(referent.locator(question + " dl.both")).containsText(theirs);
      assertThat(referent.locator(question + " dl.both")).containsText(own);
    }
  }

  /// Chooses an answer and returns its words. It changes the answer for sure: `unknown` is chosen
  /// before by nobody here.
  private static String answer(Locator question, int rank) {
    Locator label =
        question.locator("label.choice:not(.choice-unknown):not(.choice-none)").nth(rank);
    if (label.locator("input").isChecked()) {
      label = question.locator("label.choice-unknown");
    }
    label.locator("input").check();
    return label
        .locator("span")
        .first()
        .evaluate("e => e.firstChild.textContent")
        .toString()
        .strip();
  }

  private static void save(Page page, String question) {
    page.locator(question + " form.answer button").last().click();
    page.waitForLoadState();
  }

  private static void history(Page page, String question, String theirs, String own) {
    Locator past = page.locator(question + " details:has(.past)");
    past.locator("summary").click();
    assertThat(past.locator(".past")).containsText("arrivée trop tard");
    assertThat(past.locator(".past")).containsText(theirs);
    assertThat(past.locator(".past")).containsText(own);
  }
}

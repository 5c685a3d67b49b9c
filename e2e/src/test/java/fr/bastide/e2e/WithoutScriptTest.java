package fr.bastide.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The main forms do their work in a browser that runs no script.
@ExtendWith(Stage.class)
final class WithoutScriptTest {

  @Test
  void theFlashAssessmentGivesItsScore(Chromium chromium, Demo demo) {
    try (BrowserContext context = chromium.visitorWithoutScript()) {
      Page page = context.newPage();
      page.navigate(demo.server().at("/"));
      page.locator("main a[href='/flash']").first().click();
      for (Locator choices : page.locator("form.flash-form fieldset .choices").all()) {
        choices.locator("input").first().check();
      }
      page.locator("#name").fill("Mairie de Mirepoix");
      page.locator("#end button[type=submit]").click();
      assertThat(page.locator("h1")).hasText("Où en est Mairie de Mirepoix ?");
      assertThat(page.locator("main")).containsText("Les trois choses à faire d’abord");
    }
  }

  @Test
  void anAnswerAndAPlanAreKept(Chromium chromium, Demo demo) {
    try (BrowserContext context = chromium.visitorWithoutScript()) {
      Page page = context.newPage();
      demo.signIn(page, "maire");
      String questionnaire = Questionnaires.open(page);
      page.navigate(demo.server().at(questionnaire + "/people"));
      String question =
          "#" + page.locator("section.question:has(form.answer)").first().getAttribute("id");
      page.locator(question + " label.choice-unknown input").check();
      page.locator(question + " form.answer button").last().click();
      page.waitForLoadState();
      assertThat(page.locator(question + " label.choice-unknown input")).isChecked();
      assertThat(page.locator(question + " .state")).containsText("par Maxime Exemple");

      String body = Questionnaires.body(page);
      page.navigate(demo.server().at(body + "/plan/new"));
      page.locator("#budget").fill("9 000");
      page.locator("#days").fill("30");
      page.locator("form[action$='/plan/preview'] button.btn-lg").click();
      assertThat(page.locator("details.proof summary")).containsText("Optimum prouvé");
      page.locator("form[action$='/plan'] button.btn-primary").click();
      assertThat(page.locator("main")).containsText("Moyens : 9 000 €, 30 jours");
    }
  }
}

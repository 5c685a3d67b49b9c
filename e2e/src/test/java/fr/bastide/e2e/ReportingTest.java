package fr.bastide.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// *I am under attack*, on a phone: saved while one types, through a line that breaks, and without
/// any script.
@ExtendWith(Stage.class)
final class ReportingTest {

  private static final Pattern REFERENCE = Pattern.compile("[2-9FHKLMRWXY]{4}-[2-9FHKLMRWXY]{4}");

  @Test
  void aMayorTellsItOnAPhoneThroughALineThatBreaks(Chromium chromium, Demo demo) {
    try (BrowserContext context = chromium.visitor()) {
      Page page = context.newPage();
      page.setViewportSize(360, 740);
      Inspector inspector = new Inspector(page, "mayor");
      page.navigate(demo.server().at("/alert"));
      page.locator("main a[href='/report']").first().click();
      assertThat(page.locator("h1")).hasText("Dites-nous ce qui se passe");
      inspector.dress("fr", "report");
      page.setViewportSize(360, 740);
      field(page, "contact.phone").pressSequentially("06 12 34 56 78");
      // Kept while one types, before anything is sent.
      assertThat(page.locator("[data-state]")).containsText(REFERENCE);
      field(page, "contact.body").fill("Mairie de Mirepoix");
      page.locator("form[data-intake] button[type=submit]").click();
      assertThat(page.locator("h1")).hasText("Que voyez-vous ?");
      inspector.dress("fr", "report-seen");
      page.setViewportSize(360, 740);

      context.setOffline(true);
      page.locator("#sign-ransom-note").check();
      assertThat(page.locator("[data-state]")).containsText("Pas de réseau");
      page.locator("form[data-intake] button[type=submit]").click();
      assertThat(page.locator("[data-state]")).containsText("attend le réseau");
      assertThat(page.locator("h1")).hasText("Que voyez-vous ?");
      context.setOffline(false);
      assertThat(page.locator("h1")).hasText("Qu’est-ce qui ne marche plus ?");
      inspector.forgive();
      assertThat(page.locator("main")).containsText("Rançongiciel");

      String own = page.url().substring(0, page.url().lastIndexOf('/'));
      page.navigate(own);
      assertThat(page.locator(".intake-reference strong")).hasText(REFERENCE);
      assertThat(page.locator("main a[href^='tel:']").first()).isVisible();
      inspector.dress("fr", "report-own");
      page.navigate(own + "?lang=en");
      inspector.dress("en", "report-own");
      assertThat(inspector.defects()).isEmpty();
    }
  }

  @Test
  void itWorksWithoutScriptAndAnOperatorAnswers(Chromium chromium, Demo demo) {
    try (BrowserContext victim = chromium.visitorWithoutScript();
        BrowserContext centre = chromium.visitor()) {
      Page page = victim.newPage();
      page.setViewportSize(360, 740);
      page.navigate(demo.server().at("/report"));
      field(page, "contact.phone").fill("05 61 00 00 00");
      field(page, "contact.body").fill("Mairie de Lavelanet");
      page.waitForTimeout(2_100);
      page.locator("form[data-intake] button[type=submit]").click();
      page.locator("#sign-money-gone").check();
      page.locator("form[data-intake] button[type=submit]").click();
      String own = page.url().substring(0, page.url().lastIndexOf('/'));

      Page desk = centre.newPage();
      Inspector inspector = new Inspector(desk, "operator");
      demo.signIn(desk, "csirt");
      desk.navigate(demo.server().at("/desk/reports"));
      inspector.dress("fr", "desk-reports");
      Locator row = desk.locator(".rows > li", new Page.LocatorOptions().setHasText("Lavelanet"));
      row.locator("button").click();
      assertThat(desk.locator("h1")).containsText(REFERENCE);
      desk.locator("#text").fill("Appelez votre banque : demandez le rappel des fonds.");
      desk.locator("form[action$='/answer'] button").click();
      inspector.dress("fr", "desk-report");

      page.navigate(own);
      assertThat(page.locator("main")).containsText("demandez le rappel des fonds");
      assertThat(page.locator("main")).containsText("s’occupe de vous depuis");
      page.locator("#text").fill("C’est fait.");
      page.locator("form[action$='/messages'] button").click();
      assertThat(page.locator("main")).containsText("C’est fait.");
      assertThat(inspector.defects()).isEmpty();
    }
  }

  private static Locator field(Page page, String name) {
    return page.locator("[name='" + name + "']");
  }
}

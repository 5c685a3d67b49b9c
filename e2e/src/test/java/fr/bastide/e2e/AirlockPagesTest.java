package fr.bastide.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The pages of both sides of the airlock, in a browser.
@ExtendWith(Stage.class)
final class AirlockPagesTest {

  private static final String DROP =
      """
      const carried = new DataTransfer();
      carried.items.add(new File(['Glissé.'], 'glisse.txt', {type: 'text/plain'}));
      document.getElementById('drop').dispatchEvent(
          new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true}));
      """;

  private static void signIn(Page page, String site, String user) {
    page.navigate(site + "/login");
    page.locator("#user").fill(user);
    page.locator("#password").fill(Airlock.PASSWORD);
    page.locator("main button").click();
    page.waitForURL(site + "/");
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(
        name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void filesCrossFromOnePageToTheOther(Chromium chromium, @TempDir Path root) throws Exception {
    try (Airlock airlock = Airlock.open(root)) {
      sent(chromium, airlock);
      sentWithoutScript(chromium, airlock);
      fetched(chromium, airlock);
      commanded(chromium, airlock);
    }
  }

  private static void sent(Chromium chromium, Airlock airlock) throws Exception {
    try (BrowserContext context = chromium.visitor()) {
      Page page = context.newPage();
      Inspector inspector = new Inspector(page, "alice");
      page.navigate(airlock.low() + "/login");
      inspector.look("fr");
      signIn(page, airlock.low(), "alice");
      page.navigate(airlock.low() + "/flow/etat-civil");
      inspector.dress("fr", "airlock-send");
      page.locator("#file")
          .setInputFiles(
              new FilePayload[] {
                file("note.html", "<p>Bonjour</p><script>alert(1)</script>"),
                file("donnees.dat", "\u0001\u0002\u0003")
              });
      page.locator("#upload button").click();
      assertThat(page.locator("#progress p")).hasCount(2);
      assertThat(page.locator("#progress p").nth(1)).containsText("Pris");
      page.evaluate(DROP);
      assertThat(page.locator("#progress p").nth(2)).containsText("glisse.txt");
      assertThat(page.locator("#progress p").nth(2)).containsText("Pris");
      for (String name : new String[] {"-note.html", "-glisse.txt", "donnees.dat.html"}) {
        airlock.awaitPublished("etat-civil", name);
      }
      page.navigate(airlock.low() + "/");
      inspector.look("fr");
      assertThat(page.locator("table")).containsText("retenu, n°\u00a01");
      page.navigate(airlock.low() + "/quarantine");
      inspector.look("fr");
      page.navigate(airlock.low() + "/quarantine/1");
      inspector.dress("fr", "airlock-held-item");
      page.locator("main form button").first().click();
      assertThat(page.locator("ol")).containsText("demandé par alice");
      page.navigate(airlock.low() + "/lang/en");
      page.navigate(airlock.low() + "/flow/etat-civil");
      inspector.look("en");
      assertThat(inspector.defects()).isEmpty();
    }
  }

  private static void sentWithoutScript(Chromium chromium, Airlock airlock) throws Exception {
    try (BrowserContext context = chromium.visitorWithoutScript()) {
      Page page = context.newPage();
      signIn(page, airlock.low(), "alice");
      page.navigate(airlock.low() + "/flow/etat-civil");
      page.locator("#file").setInputFiles(file("sans script.txt", "Sans script."));
      page.locator("#upload button").click();
      assertThat(page.locator("h1")).hasText("Vos fichiers sont pris en charge");
      airlock.awaitPublished("etat-civil", "-sans script.txt");
    }
  }

  private static void fetched(Chromium chromium, Airlock airlock) throws Exception {
    try (BrowserContext context = chromium.visitor()) {
      Page page = context.newPage();
      Inspector inspector = new Inspector(page, "bruno");
      signIn(page, airlock.high(), "bruno");
      inspector.look("fr");
      page.navigate(airlock.high() + "/flow/etat-civil");
      inspector.dress("fr", "airlock-arrived");
      Download download =
          page.waitForDownload(() -> page.locator("th a", named("note.html")).click());
      assertThat(download.suggestedFilename()).isEqualTo("note.html");
      assertThat(Files.readString(download.path())).contains("Bonjour").doesNotContain("alert");
      assertThat(inspector.defects()).isEmpty();
    }
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void commanded(Chromium chromium, Airlock airlock) {
    try (BrowserContext context = chromium.visitor()) {
      Page page = context.newPage();
      Inspector inspector = new Inspector(page, "carla");
      signIn(page, airlock.low(), "carla");
      page.navigate(airlock.low() + "/attack");
      inspector.look("fr");
      page.locator("button.danger").click();
      assertThat(page.locator(".notice")).containsText("Une attaque est en cours.");
      inspector.dress("fr", "airlock-attack");
      assertThat(inspector.defects()).isEmpty();
    }
  }
}

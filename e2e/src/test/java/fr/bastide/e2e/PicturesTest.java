package fr.bastide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Takes the pictures of the documentation anew: `-Dbastide.pictures=true`.
@ExtendWith(Stage.class)
@EnabledIfSystemProperty(named = "bastide.pictures", matches = "true")
final class PicturesTest {

  private static final long MOST_BYTES = 300_000;

  @Test
  void dashboardAndPlan(Chromium chromium, Demo demo) throws IOException {
    try (BrowserContext context = chromium.visitor()) {
      Page page = context.newPage();
      demo.signIn(page, "referent");
      String body = Questionnaires.body(page);
      take(page, "dashboard", 1100);
      page.navigate(demo.server().at(body + "/plan"));
      take(page, "plan", 1100);
    }
  }

  private static void take(Page page, String name, int height) throws IOException {
    Path file = Built.house().resolve("docs").resolve("images").resolve(name + ".png");
    page.setViewportSize(1440, height);
    page.evaluate("document.activeElement.blur()");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(Files.size(file)).as("bytes of %s", file).isBetween(10_000L, MOST_BYTES);
  }
}

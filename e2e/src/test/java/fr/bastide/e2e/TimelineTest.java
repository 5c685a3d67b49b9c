package fr.bastide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The timeline that the command line writes, in a browser, on logs that would like to be markup.
@ExtendWith(Stage.class)
final class TimelineTest {

  private static final String HOSTILE =
      "</pre></script><script>document.title='taken'</script><img src=x"
          + " onerror=document.title='taken'>";

  @TempDir private Path folder;

  private Path timeline(String language) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          "{\"Channel\":\"Security\",\"EventID\":4625,\"Computer\":\"SRV-1\",\"UtcTime\":\"2026-11-23 01:%02d:00.000\",\"TargetUserName\":\"agent%d\",\"IpAddress\":\"203.0.113.7\",\"SubStatus\":\"0xc000006a\"}"
              .formatted(10 + i / 8, i));
    }
    for (int i = 0; i < 6; i++) {
      lines.add(
          "{\"product\":\"windows\",\"category\":\"process_creation\",\"Computer\":\"SRV-%d\",\"UtcTime\":\"2026-11-24 02:%02d:00.000\",\"Image\":\"C:\\\\vssadmin.exe\",\"CommandLine\":\"vssadmin delete shadows %s\"}"
              .formatted(i % 2, i, HOSTILE));
    }
    lines.add("{\"broken " + HOSTILE);
    Path log = Files.write(folder.resolve("log.json"), lines);
    Path page = folder.resolve(language + ".html");
    List<String> command = Built.java();
    command.addAll(
        List.of(
            "-cp",
            Built.cli(),
            "fr.bastide.cli.Bastide",
            "detect",
            "--input",
            log.toString(),
            "--timeline",
            page.toString(),
            "--lang",
            language));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("said.txt"))).isEqualTo(1);
    return page;
  }

  @Test
  void thePageIsAccessibleAndRunsNothingOfALog(Chromium chromium) throws Exception {
    try (BrowserContext context = chromium.visitor()) {
      Page page = context.newPage();
      Inspector inspector = new Inspector(page, "investigator");
      for (String language : List.of("fr", "en")) {
        page.navigate(timeline(language).toUri().toString());
        inspector.dress(language, "timeline");
        assertThat(page.title()).doesNotContain("taken");
      }
      assertThat(inspector.defects()).isEmpty();
    }
  }

  @Test
  void theFilterHidesWhatIsNotAskedFor(Chromium chromium) throws Exception {
    try (BrowserContext context = chromium.visitor()) {
      Page page = context.newPage();
      page.navigate(timeline("en").toUri().toString());
      int all = page.locator("li.alert").count();
      page.locator("#needle").fill("agent");
      assertThat(page.locator("li.alert:visible").count()).isBetween(1, all - 1);
      assertThat(page.locator("#shown").textContent()).contains("of " + all);
      page.locator("#filter input[value=high]").uncheck();
      assertThat(page.locator("li.alert:visible").count()).isZero();
    }
  }

  @Test
  void withoutScriptEverythingIsThereAndNoFilter(Chromium chromium) throws Exception {
    try (BrowserContext context = chromium.visitorWithoutScript()) {
      Page page = context.newPage();
      page.navigate(timeline("fr").toUri().toString());
      assertThat(page.locator("#filter").isVisible()).isFalse();
      assertThat(page.locator("li.alert:visible").count()).isGreaterThan(1);
    }
  }
}

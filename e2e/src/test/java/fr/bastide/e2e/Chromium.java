package fr.bastide.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The browser of the system, without a window.
final class Chromium implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium open() {
    Path executable =
        executable()
            .orElseThrow(() ->
                new AssertionError(
                    "the browser tests need chromium on the PATH: install it (Debian: apt-get"
                        + " install chromium) and try again"));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS / 2.0);
    return new Chromium(playwright, browser);
  }

  /// A French visitor before a wide screen, with no cookie.
  BrowserContext visitor() {
    return context(options());
  }

  /// The same, without JavaScript.
  BrowserContext visitorWithoutScript() {
    return context(options().setJavaScriptEnabled(false));
  }

  private BrowserContext context(NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    return context;
  }

  private static NewContextOptions options() {
    return new NewContextOptions()
        .setLocale("fr-FR")
        .setTimezoneId("Europe/Paris")
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(1440, 900);
  }

  private static Optional<Path> executable() {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

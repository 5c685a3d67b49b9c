package fr.bastide.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Looks at a page as it is shown and writes down every defect: sideways scroll, titles, language,
/// messages of the console, and what axe finds.
final class Inspector {

  private static final List<Integer> WIDTHS = List.of(360, 768, 1440);
  private static final int HEIGHT = 900;

  /// Pictures end here, in pixels: some pages are long on a phone.
  private static final int TALLEST = 4_000;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  private static final String SIDEWAYS =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static final String WIDEST =
      """
      [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).position !== 'fixed')
        .slice(0, 3)
        .map(e => e.tagName.toLowerCase() + '.' + e.className).join(', ')
      """;

  private static final String OPEN_ALL =
      "document.querySelectorAll('main details').forEach(d => { d.open = true; })";

  private final Page page;
  private final String reader;
  private final Set<String> defects = new LinkedHashSet<>();
  private final List<String> console = new ArrayList<>();

  /// Looks through the eyes of this reader.
  ///
  /// @param reader for the list of defects, such as `maire`
  Inspector(Page page, String reader) {
    this.page = page;
    this.reader = reader;
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        console.add(message.text());
      }
    });
    page.onPageError(console::add);
  }

  /// All defects found so far, in order.
  Set<String> defects() {
    return defects;
  }

  /// What every page owes its reader, whatever its dress.
  ///
  /// @param language the language it must be in
  void look(String language) {
    Object titles = page.evaluate("document.querySelectorAll('h1').length");
    if (!Integer.valueOf(1).equals(titles)) {
      defect(titles + " h1");
    }
    String tag = page.locator("html").getAttribute("lang");
    if (!language.equals(tag)) {
      defect("is in " + tag + " instead of " + language);
    }
    if (page.title().isBlank()) {
      defect("has no title");
    }
    console.stream().distinct().forEach(line -> defect("console: " + line));
    console.clear();
  }

  /// Forgets the messages of a page that was asked to fail.
  void forgive() {
    console.clear();
  }

  /// Looks at the page at each width, in light and dark, and leaves pictures.
  ///
  /// @param name the name of the page in the pictures
  void dress(String language, String name) {
    look(language);
    boolean french = language.equals("fr");
    for (int width : WIDTHS) {
      page.setViewportSize(width, HEIGHT);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String dress = language + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "");
        boolean light = scheme == ColorScheme.LIGHT;
        if (light) {
          sideways(dress);
        }
        if (french ? light || width == 1440 : width == 360 && light) {
          picture(width, language + "-" + width + "-" + name + (light ? "" : "-dark"));
        }
        if ((french && width == 1440 && !light) || (!french && width == 768 && light)) {
          axe(dress);
        }
      }
    }
    if (french) {
      page.setViewportSize(360, HEIGHT);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      page.evaluate(OPEN_ALL);
      sideways("fr-360 all open");
      axe("fr-360 all open");
    }
    page.setViewportSize(1440, HEIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  /// Notes a defect of the page that is shown.
  void defect(String what) {
    defects.add(reader + " " + page.url().replaceFirst("^https?://[^/]+", "") + ": " + what);
  }

  private void sideways(String dress) {
    if (page.evaluate(SIDEWAYS) instanceof Number over && over.intValue() > 0) {
      defect(dress + " scrolls " + over + " px sideways: " + page.evaluate(WIDEST));
    }
  }

  private void picture(int width, String name) {
    int height =
        page.evaluate("document.documentElement.scrollHeight") instanceof Number whole
            ? whole.intValue()
            : HEIGHT;
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name + ".png"))
            .setFullPage(true)
            .setClip(0, 0, width, Math.min(height, TALLEST)));
  }

  private void axe(String dress) {
    if (Boolean.TRUE.equals(page.evaluate("self.origin === 'null'"))) {
      axeOnCopy(dress);
    } else {
      note(dress, page);
    }
    console.clear();
  }

  /// A document in a sandbox runs no script, and axe is one: it looks at the same markup elsewhere.
  private void axeOnCopy(String dress) {
    try (Page copy = page.context().newPage()) {
      copy.setViewportSize(page.viewportSize().width, HEIGHT);
      copy.setContent(page.content());
      note(dress, copy);
    }
  }

  private void note(String dress, Page looked) {
    for (Rule rule : new AxeBuilder(looked).withTags(WCAG).analyze().getViolations()) {
      for (CheckedNode node : rule.getNodes().stream().limit(3).toList()) {
        defect(dress + " axe " + rule.getId() + " at " + node.getTarget() + ": " + node.getHtml());
      }
    }
  }
}

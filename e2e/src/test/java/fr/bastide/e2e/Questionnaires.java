package fr.bastide.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

/// Ways into the questionnaire for whoever is signed in and has one body.
final class Questionnaires {

  private Questionnaires() {}

  /// Goes to the open assessment of one’s body, starting one when there is none.
  ///
  /// @return the path of its questionnaire
  static String open(Page page) {
    String body = body(page);
    page.navigate(origin(page) + body + "/assessments/start");
    Locator start = page.locator("main form[action$='/assessments'] button[type=submit]");
    if (start.count() > 0) {
      start.click();
      page.waitForURL(url -> url.endsWith("/questions"));
      return path(page);
    }
    String next = page.locator("main a[href$='/questions/next']").first().getAttribute("href");
    return next.substring(0, next.length() - "/next".length());
  }

  /// The path of one’s body.
  static String body(Page page) {
    page.navigate(origin(page) + "/bodies");
    String path = path(page);
    if (path.equals("/bodies")) {
      throw new AssertionError("there is not one body alone behind " + page.url());
    }
    return path;
  }

  private static String path(Page page) {
    return URI.create(page.url()).getPath();
  }

  private static String origin(Page page) {
    URI here = URI.create(page.url());
    return here.getScheme() + "://" + here.getAuthority();
  }
}

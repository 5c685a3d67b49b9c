package fr.bastide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Follows every link that each role is shown, and looks at each kind of page in every dress:
/// French and English, three widths, light and dark. Pictures are left under `target/screenshots`.
@ExtendWith(Stage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesTest {

  private static final int OF_ONE_KIND = 2;
  private static final int MOST_PAGES = 120;

  /// The kinds of page that were looked at in every dress, by whichever role came first.
  private final Set<String> dressed = new HashSet<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "referent",
        "maire",
        "auditrice",
        "administratrice",
        "csirt",
        "programme",
        "etat",
        "nobody"
      })
  void everyPageOfTheRoleIsSound(String role, Chromium chromium, Demo demo) {
    try (BrowserContext context = chromium.visitor()) {
      Page page = context.newPage();
      Inspector inspector = new Inspector(page, role);
      if (!role.equals("nobody")) {
        demo.signIn(page, role);
      }
      if (role.equals("referent")) {
        Questionnaires.open(page);
      }
      int visited = crawl(page, inspector, demo.server().origin());
      assertThat(visited).as("pages shown to %s", role).isGreaterThan(7);
      assertThat(inspector.defects()).as("defects of %d pages", visited).isEmpty();
    }
  }

  @Test
  void pagesThatOnlyAFormReachesAreSound(Chromium chromium, Demo demo) {
    try (BrowserContext context = chromium.visitor()) {
      Page page = context.newPage();
      Inspector inspector = new Inspector(page, "forms");
      for (String language : List.of("fr", "en")) {
        in(language, page, demo.server().origin());
        flash(page, inspector, demo, language);
        strayed(page, inspector, demo, language);
      }
      demo.signIn(page, "referent");
      String body = Questionnaires.body(page);
      for (String language : List.of("fr", "en")) {
        in(language, page, demo.server().origin());
        plan(page, inspector, demo, body, language);
        secrets(page, inspector, demo, body, language);
      }
      assertThat(inspector.defects()).isEmpty();
    }
  }

  private int crawl(Page page, Inspector inspector, URI origin) {
    Map<String, Integer> kinds = new HashMap<>();
    Set<String> known = new HashSet<>();
    Deque<Route> open = new ArrayDeque<>();
    List.of("/", "/account", "/bodies", "/sign-in", "/sign-in/forgotten")
        .forEach(
            path -> Route.of(origin, path).filter(r -> known.add(r.path())).ifPresent(open::add));
    int visited = 0;
    while (!open.isEmpty() && visited < MOST_PAGES) {
      Route route = open.removeFirst();
      if (kinds.merge(route.kind(), 1, Integer::sum) > OF_ONE_KIND) {
        continue;
      }
      visited++;
      if (!visit(page, inspector, origin, route)) {
        continue;
      }
      links(page).stream()
          .map(href -> Route.of(URI.create(page.url()), href))
          .flatMap(Optional::stream)
          .filter(next -> known.add(next.path()))
          .forEach(open::add);
      Route here = Route.of(origin, page.url()).orElse(route);
      if (dressed.add(here.kind())) {
        inspector.dress("fr", here.name());
        in("en", page, origin);
        visit(page, inspector, origin, here);
        inspector.dress(languageOf(here, "en"), here.name());
        in("fr", page, origin);
      } else {
        inspector.look("fr");
      }
    }
    return visited;
  }

  private static boolean visit(Page page, Inspector inspector, URI origin, Route route) {
    Optional<Response> response = Optional.ofNullable(page.navigate(origin + route.path()));
    int status = response.map(Response::status).orElse(0);
    boolean askedToSignIn = status == 401 && route.path().startsWith("/account");
    if (status != 200 && !askedToSignIn) {
      inspector.defect(route.path() + " answers " + status);
    }
    if (askedToSignIn) {
      inspector.forgive();
    }
    return status == 200;
  }

  /// Reports say in their address in which language they are.
  private static String languageOf(Route route, String asked) {
    return route.path().contains("language=fr") ? "fr" : asked;
  }

  @SuppressWarnings("unchecked")
  private static List<String> links(Page page) {
    return (List<String>)
        page.evaluate(
            "[...document.querySelectorAll('a[href]:not([download])')].map(a => a.getAttribute('href'))"
                + ".filter(href => href.startsWith('/') || href.startsWith('?'))");
  }

  private static void flash(Page page, Inspector inspector, Demo demo, String language) {
    page.navigate(demo.server().at("/flash"));
    page.locator("form.flash-form fieldset .choices")
        .all()
        .forEach(choices -> choices.locator("input").first().check());
    page.locator("#name").fill("Mairie de Mirepoix");
    page.locator("#end button[type=submit]").click();
    page.waitForURL(url -> url.endsWith("/flash/result"));
    inspector.dress(language, "flash-result-filled");
  }

  private static void strayed(Page page, Inspector inspector, Demo demo, String language) {
    page.navigate(demo.server().at("/nulle-part"));
    inspector.forgive();
    inspector.dress(language, "error-404");
    page.navigate(demo.server().at("/invitation/personne"));
    inspector.forgive();
    inspector.dress(language, "error-410");
    page.navigate(demo.server().at("/sign-in"));
    page.locator("#email").fill("inconnue-" + language + "@exemple.invalid");
    page.locator("#password").fill("ce n’est pas le bon");
    page.locator("form[action='/sign-in'] button").click();
    page.locator("[role=alert]").first().waitFor();
    inspector.forgive();
    inspector.dress(language, "sign-in-refused");
  }

  private static void plan(
      Page page, Inspector inspector, Demo demo, String body, String language) {
    page.navigate(demo.server().at(body + "/plan/new"));
    page.locator("#budget").fill("beaucoup");
    page.locator("form[action$='/plan/preview'] button.btn-lg").click();
    page.locator("#summary").waitFor();
    inspector.forgive();
    inspector.dress(language, "plan-wish-refused");
    page.locator("#budget").fill("15000");
    page.locator("#days").fill("40");
    page.locator("form[action$='/plan/preview'] button.btn-lg").click();
    page.waitForURL(url -> url.endsWith("/plan/preview"));
    page.locator("details.proof").first().waitFor();
    inspector.dress(language, "plan-preview-filled");
  }

  private static void secrets(
      Page page, Inspector inspector, Demo demo, String body, String language) {
    page.navigate(demo.server().at(body + "/plan/calendar"));
    page.locator("form[action$='/plan/calendar'] button").click();
    page.locator("#address").waitFor();
    inspector.dress(language, "plan-calendar-made");
    page.navigate(demo.server().at(body + "/people"));
    page.locator("#email").fill("collegue@exemple.invalid");
    page.locator("form[action$='/people'] button").click();
    page.locator("#link").waitFor();
    inspector.dress(language, "people-invited");
    invitation(page, inspector, language);
  }

  private static void invitation(Page page, Inspector inspector, String language) {
    String link = page.locator("#link").inputValue();
    page.navigate(link);
    inspector.dress(language, "invitation");
  }

  private static void in(String language, Page page, URI origin) {
    page.context().addCookies(List.of(new Cookie("bastide-lang", language).setUrl(origin + "/")));
  }
}

package fr.bastide.web.access;

import static fr.bastide.web.TestBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.account.Account;
import fr.bastide.web.TestBrowser;
import fr.bastide.web.TestServer;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AccountPagesTest {

  private static final TestServer SERVER = TestServer.shared();

  @Test
  void sessionsAreListedAndEnded() throws Exception {
    Account person = SERVER.person();
    TestBrowser here = new TestBrowser(SERVER);
    TestBrowser there =
        new TestBrowser(SERVER).as("Mozilla/5.0 (iPhone; CPU) Version/18.0 Safari/605.1.15");
    here.signIn(person.email());
    there.signIn(person.email());
    String page = here.get("/account").body();
    assertThat(page).contains("Firefox, Linux", "Safari, iPhone", "celle-ci");
    assertThat(page).doesNotContain(there.cookie("bastide").orElseThrow());
    Matcher end = Pattern.compile("action=\"(/account/sessions/[0-9a-f]+/end)\"").matcher(page);
    assertThat(end.find()).isTrue();
    here.post(end.group(1), TestBrowser.proof(page));
    assertThat(there.get("/account").statusCode()).isEqualTo(303);
    assertThat(here.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyEndsTheSessionOfSomebodyElse() throws Exception {
    Account victim = SERVER.person();
    TestBrowser theirs = new TestBrowser(SERVER);
    theirs.signIn(victim.email());
    String handle =
        SERVER.context().getBean(OpenSessions.class).of(victim.id()).getFirst().handle();
    TestBrowser mine = new TestBrowser(SERVER);
    mine.signIn(SERVER.person().email());
    mine.submit("/account", "/account/sessions/" + handle + "/end");
    assertThat(theirs.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() throws Exception {
    Account person = SERVER.person();
    TestBrowser here = new TestBrowser(SERVER);
    TestBrowser there = new TestBrowser(SERVER);
    here.signIn(person.email());
    there.signIn(person.email());
    assertThat(
            here.submit(
                    "/account",
                    "/account/password",
                    "present",
                    "pas celui-ci",
                    "password",
                    "une phrase nouvelle")
                .statusCode())
        .isEqualTo(422);
    assertThat(there.get("/account").statusCode()).isEqualTo(200);
    assertThat(
            location(
                here.submit(
                    "/account",
                    "/account/password",
                    "present",
                    TestServer.PASSWORD,
                    "password",
                    "une phrase nouvelle")))
        .isEqualTo("/account?done=password");
    assertThat(here.get("/account").statusCode()).isEqualTo(200);
    assertThat(there.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void theLanguageOfTheAccountIsTheLanguageOfThePages() throws Exception {
    Account person = SERVER.person();
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(person.email());
    browser.submit("/account", "/account/profile", "name", "Jo Doe", "language", "en");
    assertThat(browser.get("/account").body())
        .contains("<html lang=\"en\"", "My account", "Jo Doe");
    TestBrowser elsewhere = new TestBrowser(SERVER);
    elsewhere.signIn(person.email());
    assertThat(elsewhere.get("/account").body()).contains("<html lang=\"en\"");
  }

  @Test
  void aTokenIsShownOnceWorksInTheApiAloneAndEnds() throws Exception {
    Account person = SERVER.person();
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(person.email());
    HttpResponse<String> made =
        browser.submit(
            "/account", "/account/tokens", "label", "Tableau", "scope", "plans:read", "days", "30");
    Matcher secret = Pattern.compile("class=\"secret\">([^<]+)<").matcher(made.body());
    assertThat(secret.find()).isTrue();
    assertThat(browser.get("/account").body()).contains("Tableau").doesNotContain(secret.group(1));
    String bearer = "Bearer " + secret.group(1);
    assertThat(SERVER.get("/api/none", "Authorization", bearer).statusCode()).isEqualTo(404);
    assertThat(SERVER.get("/account", "Authorization", bearer).statusCode()).isEqualTo(303);
    String page = browser.get("/account").body();
    Matcher revoke = Pattern.compile("action=\"(/account/tokens/[^\"]+/revoke)\"").matcher(page);
    assertThat(revoke.find()).isTrue();
    browser.post(revoke.group(1), TestBrowser.proof(page));
    HttpResponse<String> ended = SERVER.get("/api/none", "Authorization", bearer);
    assertThat(ended.statusCode()).isEqualTo(401);
    assertThat(ended.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("invalid_token");
    assertThat(ended.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void aSessionIsNoUseInTheApi() throws Exception {
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(SERVER.person().email());
    String cookie = "bastide=" + browser.cookie("bastide").orElseThrow();
    assertThat(SERVER.get("/api/none", "Cookie", cookie).headers().allValues("Set-Cookie"))
        .isEmpty();
  }
}

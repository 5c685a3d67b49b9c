package fr.bastide.web.access;

import static fr.bastide.web.TestBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.web.TestBrowser;
import fr.bastide.web.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPagesTest {

  private static final TestServer SERVER = TestServer.shared();

  @Test
  void aPasswordOpensASessionUnderANewIdentifier() throws Exception {
    Account person = SERVER.person();
    TestBrowser browser = new TestBrowser(SERVER);
    HttpResponse<String> page = browser.get("/sign-in");
    browser.json("/sign-in/passkey/options", TestBrowser.proof(page.body()), "");
    String before = browser.cookie("bastide").orElseThrow();
    HttpResponse<String> answer = browser.signIn(person.email());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(browser.cookie("bastide")).isPresent().isNotEqualTo(java.util.Optional.of(before));
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie ->
            cookie.startsWith("bastide=")
                && cookie.contains("HttpOnly")
                && cookie.contains("SameSite=Lax"));
    assertThat(browser.get("/account").body()).contains(person.email());
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressSoundTheSame() throws Exception {
    Account person = SERVER.person();
    HttpResponse<String> wrong =
        new TestBrowser(SERVER)
            .submit("/sign-in", "/sign-in", "email", person.email(), "password", "pas celui-ci");
    HttpResponse<String> unknown =
        new TestBrowser(SERVER)
            .submit("/sign-in", "/sign-in", "email", "x@y.fr", "password", "pas celui-ci");
    assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
    assertThat(plain(wrong, person.email())).isEqualTo(plain(unknown, "x@y.fr"));
    assertThat(wrong.body()).contains("Adresse ou mot de passe inexact");
  }

  @Test
  void whatWasTypedComesBackAsTextAlone() throws Exception {
    HttpResponse<String> answer =
        new TestBrowser(SERVER)
            .submit("/sign-in", "/sign-in", "email", "\"><script>x</script>", "password", "p");
    assertThat(answer.body()).doesNotContain("<script>x");
  }

  @Test
  void guessingIsSlowedDownEvenWhenTheLastGuessIsRight() throws Exception {
    Account person = SERVER.person();
    TestBrowser browser = new TestBrowser(SERVER);
    for (int i = 0; i < 5; i++) {
      assertThat(
              browser
                  .submit("/sign-in", "/sign-in", "email", person.email(), "password", "faux" + i)
                  .statusCode())
          .isEqualTo(401);
    }
    HttpResponse<String> answer = browser.signIn(person.email());
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("Trop d’essais");
  }

  @Test
  void oneComesBackToThePageOneWanted() throws Exception {
    Account person = SERVER.person();
    TestBrowser browser = new TestBrowser(SERVER);
    HttpResponse<String> sent = browser.get("/account?done=profile");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(location(sent)).isEqualTo("/sign-in?then=%2Faccount%3Fdone%3Dprofile");
    assertThat(browser.get(location(sent)).body()).contains("value=\"/account?done=profile\"");
    HttpResponse<String> answer =
        browser.submit(
            location(sent),
            "/sign-in",
            "email",
            person.email(),
            "password",
            TestServer.PASSWORD,
            "then",
            "/account?done=profile");
    assertThat(location(answer)).isEqualTo("/account?done=profile");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/", "//example.org", "/\\example.org", "javascript:x", "/a b"})
  void nobodyIsSentElsewhere(String then) throws Exception {
    Account person = SERVER.person();
    HttpResponse<String> answer =
        new TestBrowser(SERVER)
            .submit(
                "/sign-in",
                "/sign-in",
                "email",
                person.email(),
                "password",
                TestServer.PASSWORD,
                "then",
                then);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).startsWith("/").doesNotContain("example.org").doesNotContain("x");
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    Account person = SERVER.person();
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(person.email());
    String session = browser.cookie("bastide").orElseThrow();
    assertThat(location(browser.submit("/account", "/sign-out"))).isEqualTo("/sign-in?done=out");
    assertThat(SERVER.get("/account", "Cookie", "bastide=" + session).statusCode()).isEqualTo(303);
  }

  @Test
  void anAccountThatIsStoppedIsOutAtOnce() throws Exception {
    Account person = SERVER.person();
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(person.email());
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    SERVER
        .context()
        .getBean(AccountDesk.class)
        .setDisabled(SERVER.administrator().caller(), person.id(), true);
    assertThat(browser.get("/account").statusCode()).isEqualTo(303);
    assertThat(new TestBrowser(SERVER).signIn(person.email()).statusCode()).isEqualTo(401);
  }

  @Test
  void aFormFromElsewhereIsRefused() throws Exception {
    Account person = SERVER.person();
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(person.email());
    assertThat(browser.post("/sign-out", "forged").statusCode()).isEqualTo(403);
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);
  }

  /// A page without what differs by nature: the proof and the address typed.
  private static String plain(HttpResponse<String> answer, String email) {
    return answer
        .body()
        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
        .replace("value=\"" + email + "\"", "");
  }
}

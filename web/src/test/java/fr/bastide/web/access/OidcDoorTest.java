package fr.bastide.web.access;

import static fr.bastide.web.TestBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.account.Account;
import fr.bastide.web.TestBrowser;
import fr.bastide.web.TestServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/// Signs in through a real OpenID Connect server.
class OidcDoorTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Account PERSON = SERVER.person();

  private static ConfigurableApplicationContext provider = start();

  private static ConfigurableApplicationContext start() {
    return TestProvider.start(
        SERVER.providerPort(),
        SERVER.origin(),
        List.of(PERSON.email(), "unverified+" + PERSON.email(), "inconnue@exemple.fr"));
  }

  @BeforeAll
  static void isRunning() {
    assertThat(provider.isRunning()).isTrue();
  }

  @AfterAll
  static void stop() {
    provider.close();
  }

  @Test
  void aVerifiedAddressOpensTheAccountThatHasIt() throws Exception {
    TestBrowser browser = new TestBrowser(SERVER);
    assertThat(browser.get("/sign-in").body()).contains("Se connecter avec ProConnect");
    HttpResponse<String> back = throughTheProvider(browser, PERSON.email());
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(location(back)).doesNotContain("failed");
    assertThat(browser.get("/account").body()).contains(PERSON.email());
  }

  @Test
  void anAddressWithoutAnAccountGetsNone() throws Exception {
    TestBrowser browser = new TestBrowser(SERVER);
    HttpResponse<String> back = throughTheProvider(browser, "inconnue@exemple.fr");
    assertThat(location(back)).endsWith("/sign-in?failed=no-account");
    assertThat(browser.get("/sign-in?failed=no-account").body())
        .contains("Aucun compte n’a cette adresse");
    assertThat(browser.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void anAddressThatIsNotVerifiedOpensNothing() throws Exception {
    TestBrowser browser = new TestBrowser(SERVER);
    HttpResponse<String> back = throughTheProvider(browser, "unverified+" + PERSON.email());
    assertThat(location(back)).endsWith("/sign-in?failed=not-verified");
    assertThat(browser.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void anAnswerNobodyAskedForIsRefused() throws Exception {
    TestBrowser browser = new TestBrowser(SERVER);
    HttpResponse<String> answer = browser.get("/login/oauth2/code/oidc?code=x&state=y");
    assertThat(location(answer)).endsWith("/sign-in?failed=provider");
  }

  private static HttpResponse<String> throughTheProvider(TestBrowser browser, String name)
      throws Exception {
    HttpResponse<String> sent = browser.get("/oauth2/authorization/oidc");
    URI asked = URI.create(location(sent));
    assertThat(asked.getQuery())
        .contains("code_challenge_method=S256", "nonce=", "state=", "openid");
    HttpResponse<String> toLogin = browser.get(asked);
    URI login = asked.resolve(location(toLogin));
    String proof = TestBrowser.proof(browser.get(login).body());
    HttpResponse<String> loggedIn =
        browser.post(login, "_csrf", proof, "username", name, "password", TestProvider.PASSWORD);
    HttpResponse<String> granted = browser.get(asked.resolve(location(loggedIn)));
    URI back = URI.create(location(granted));
    assertThat(back.toString()).startsWith(SERVER.origin() + "/login/oauth2/code/oidc");
    return browser.get(back.getPath() + "?" + back.getRawQuery());
  }
}

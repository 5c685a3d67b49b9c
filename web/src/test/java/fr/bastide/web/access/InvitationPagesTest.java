package fr.bastide.web.access;

import static fr.bastide.web.TestBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Language;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.letter.Letter;
import fr.bastide.store.Repositories;
import fr.bastide.web.TestBrowser;
import fr.bastide.web.TestServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InvitationPagesTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Membership HAT = new Membership.OfCentre(CentreRole.CSIRT_OPERATOR);

  private final AccountDesk desk = SERVER.context().getBean(AccountDesk.class);

  @Test
  void aLinkMakesAnAccountOnceAndSignsIn() throws Exception {
    String path = invite("nouvelle@exemple.fr");
    TestBrowser browser = new TestBrowser(SERVER);
    assertThat(browser.get(path).body()).contains("Créez votre accès", "nouvelle@exemple.fr");
    HttpResponse<String> answer =
        browser.submit(path, path, "name", "Nouvelle Venue", "password", TestServer.PASSWORD);
    assertThat(location(answer)).isEqualTo("/account?done=welcome");
    assertThat(browser.get("/account").body()).contains("Nouvelle Venue");
    HttpResponse<String> again = browser.get(path);
    assertThat(again.statusCode()).isEqualTo(410);
    assertThat(again.body()).contains("Ce lien a expiré");
  }

  @Test
  void aWeakPasswordIsExplainedAndNothingTypedIsLost() throws Exception {
    String path = invite("faible@exemple.fr");
    HttpResponse<String> answer =
        new TestBrowser(SERVER).submit(path, path, "name", "Fa Ible", "password", "court");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("12", "value=\"Fa Ible\"", "aria-invalid=\"true\"")
        .doesNotContain("court\"");
    assertThat(new TestBrowser(SERVER).get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void somebodyKnownSignsInFirstAndTypesNothing() throws Exception {
    Account person = SERVER.person();
    String path = invite(person.email());
    TestBrowser browser = new TestBrowser(SERVER);
    assertThat(location(browser.get(path))).isEqualTo("/sign-in?done=known&then=" + path);
    assertThat(desk.own(person.caller()).memberships()).doesNotContain(HAT);
    browser.signIn(person.email());
    assertThat(browser.get(path).body())
        .contains("Accepter l’invitation")
        .doesNotContain("type=\"password\"");
    assertThat(browser.submit(path, path).statusCode()).isEqualTo(303);
    assertThat(desk.own(person.caller()).memberships()).contains(HAT);
  }

  @Test
  void anInvitationForSomebodyElseIsNotTaken() throws Exception {
    String path = invite(SERVER.person().email());
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(SERVER.person().email());
    assertThat(browser.submit(path, path).statusCode()).isEqualTo(403);
  }

  @Test
  void anInventedLinkIsGone() throws Exception {
    HttpResponse<String> answer = SERVER.get("/invitation/" + "A".repeat(43));
    assertThat(answer.statusCode()).isEqualTo(410);
  }

  @Test
  void aForgottenPasswordIsReplacedThroughTheMailAndSessionsEnd() throws Exception {
    Account person = SERVER.person();
    TestBrowser signedIn = new TestBrowser(SERVER);
    signedIn.signIn(person.email());
    TestBrowser browser = new TestBrowser(SERVER);
    HttpResponse<String> known =
        browser.submit("/sign-in/forgotten", "/sign-in/forgotten", "email", person.email());
    HttpResponse<String> unknown =
        browser.submit("/sign-in/forgotten", "/sign-in/forgotten", "email", "x@y.fr");
    assertThat(location(known)).isEqualTo(location(unknown)).isEqualTo("/sign-in?done=sent");
    String path = linkTo(person.email());
    assertThat(browser.get(path).body()).contains("Choisissez un nouveau mot de passe");
    assertThat(location(browser.submit(path, path, "password", "une tout autre phrase")))
        .isEqualTo("/sign-in?done=password");
    assertThat(signedIn.get("/account").statusCode()).isEqualTo(303);
    assertThat(
            browser
                .submit(
                    "/sign-in",
                    "/sign-in",
                    "email",
                    person.email(),
                    "password",
                    "une tout autre phrase")
                .statusCode())
        .isEqualTo(303);
  }

  private String invite(String email) {
    return "/invitation/"
        + desk.invite(SERVER.administrator().caller(), HAT, "le centre", email, Language.FR)
            .value();
  }

  /// The path of the link in the newest letter to an address.
  private static String linkTo(String email) {
    Repositories store = SERVER.context().getBean(Repositories.class);
    Instant now = Instant.now();
    List<Letter> letters =
        store
            .transactions()
            .asHouse(() -> store.letters().take(500, now, now.minus(Duration.ofSeconds(1))));
    String text =
        letters.stream()
            .filter(letter -> letter.to().equals(email))
            .filter(letter -> letter.subject().contains("mot de passe"))
            .reduce((first, second) -> second)
            .orElseThrow()
            .text();
    Matcher link =
        Pattern.compile(Pattern.quote(SERVER.origin()) + "(/invitation/\\S+)").matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group(1);
  }
}

package fr.bastide.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.account.Account;
import fr.bastide.web.TestBrowser;
import fr.bastide.web.TestServer;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PasskeyDoorsTest {

  private static final TestServer SERVER = TestServer.shared();

  @Test
  void aPasskeyIsAddedAndSignsIn() throws Exception {
    Account person = SERVER.person();
    SoftPasskey passkey = new SoftPasskey(SERVER.origin());
    assertThat(add(person, passkey).statusCode()).isEqualTo(200);
    TestBrowser browser = new TestBrowser(SERVER);
    HttpResponse<String> answer = enter(browser, passkey);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"then\"");
    assertThat(browser.get("/account").body()).contains(person.email(), "Ma clé");
  }

  @Test
  void anAnswerServesOnce() throws Exception {
    SoftPasskey passkey = new SoftPasskey(SERVER.origin());
    add(SERVER.person(), passkey);
    TestBrowser browser = new TestBrowser(SERVER);
    String proof = TestBrowser.proof(browser.get("/sign-in").body());
    String shown = passkey.get(browser.json("/sign-in/passkey/options", proof, "").body());
    assertThat(browser.json("/sign-in/passkey", proof, shown).statusCode()).isEqualTo(200);
    TestBrowser thief = new TestBrowser(SERVER);
    String other = TestBrowser.proof(thief.get("/sign-in").body());
    thief.json("/sign-in/passkey/options", other, "");
    HttpResponse<String> again = thief.json("/sign-in/passkey", other, shown);
    assertThat(again.statusCode()).isEqualTo(401);
    assertThat(thief.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void anotherSiteCannotUseIt() throws Exception {
    Account person = SERVER.person();
    SoftPasskey elsewhere = new SoftPasskey("https://example.org");
    assertThat(add(person, elsewhere).statusCode()).isEqualTo(403);
  }

  @Test
  void aRemovedPasskeyOpensNothing() throws Exception {
    Account person = SERVER.person();
    SoftPasskey passkey = new SoftPasskey(SERVER.origin());
    add(person, passkey);
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(person.email());
    String page = browser.get("/account").body();
    Matcher remove =
        Pattern.compile("action=\"(/account/passkeys/[0-9a-f]+/remove)\"").matcher(page);
    assertThat(remove.find()).isTrue();
    browser.post(remove.group(1), TestBrowser.proof(page));
    assertThat(enter(new TestBrowser(SERVER), passkey).statusCode()).isEqualTo(401);
  }

  @Test
  void nonsenseIsRefusedCalmly() throws Exception {
    TestBrowser browser = new TestBrowser(SERVER);
    String proof = TestBrowser.proof(browser.get("/sign-in").body());
    browser.json("/sign-in/passkey/options", proof, "");
    HttpResponse<String> answer = browser.json("/sign-in/passkey", proof, "{\"id\":3}");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private static HttpResponse<String> add(Account person, SoftPasskey passkey) throws Exception {
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(person.email());
    String proof = TestBrowser.proof(browser.get("/account").body());
    String options = browser.json("/account/passkeys/options", proof, "").body();
    return browser.json("/account/passkeys?label=Ma%20cl%C3%A9", proof, passkey.create(options));
  }

  private static HttpResponse<String> enter(TestBrowser browser, SoftPasskey passkey)
      throws Exception {
    String proof = TestBrowser.proof(browser.get("/sign-in").body());
    String options = browser.json("/sign-in/passkey/options", proof, "").body();
    return browser.json("/sign-in/passkey", proof, passkey.get(options));
  }
}

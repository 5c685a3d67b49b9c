package fr.bastide.web.admin;

import static fr.bastide.web.TestBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.account.Account;
import fr.bastide.web.TestBrowser;
import fr.bastide.web.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class AdminPagesTest {

  private static final TestServer SERVER = TestServer.shared();

  @Test
  void somebodyDisabledIsOutAtOnceAndBackWhenAllowed() throws Exception {
    Account person = SERVER.person();
    TestBrowser theirs = new TestBrowser(SERVER);
    theirs.signIn(person.email());
    assertThat(theirs.get("/account").statusCode()).isEqualTo(200);
    TestBrowser admin = administrator();
    String action = "/admin/accounts/" + person.id() + "/disabled";
    assertThat(location(admin.submit("/admin/accounts", action, "disabled", "true")))
        .isEqualTo("/admin/accounts?saved=1");
    assertThat(theirs.get("/account").statusCode()).isEqualTo(303);
    assertThat(theirs.signIn(person.email()).statusCode()).isNotEqualTo(303);
    admin.submit("/admin/accounts", action, "disabled", "false");
    theirs.signIn(person.email());
    assertThat(theirs.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyDisablesThemselves() throws Exception {
    TestBrowser admin = administrator();
    String action = "/admin/accounts/" + SERVER.administrator().id() + "/disabled";
    HttpResponse<String> answer = admin.submit("/admin/accounts", action, "disabled", "true");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("votre propre compte");
  }

  @Test
  void aProviderIsAddedAndSomebodyInvitedToIt() throws Exception {
    TestBrowser admin = administrator();
    HttpResponse<String> wrong =
        admin.submit("/admin/providers", "/admin/providers", "name", "Rempart", "siren", "123");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"Rempart\"", "id=\"siren-wrong\"");
    admin.submit("/admin/providers", "/admin/providers", "name", "Rempart <b>", "city", "Auch");
    assertThat(admin.get("/admin/providers").body()).contains("Rempart &lt;b&gt;", "Auch");
    HttpResponse<String> unchosen =
        admin.submit(
            "/admin/accounts", "/admin/accounts", "email", "qui@exemple.fr", "role", "KING");
    assertThat(unchosen.statusCode()).isEqualTo(422);
    HttpResponse<String> invited =
        admin.submit(
            "/admin/accounts", "/admin/accounts", "email", "qui@exemple.fr", "role", "CSIRT_LEAD");
    assertThat(invited.body()).contains(SERVER.origin() + "/invitation/");
  }

  @Test
  void theStateAndTheJournalAreForAdministratorsAlone() throws Exception {
    TestBrowser admin = administrator();
    assertThat(admin.get("/admin/state").body())
        .contains("PostgreSQL intégré", "./bastide db backup")
        .contains("aucune lettre ne part", "rappelées que sur la page de chaque organisme");
    assertThat(admin.get("/admin/journal").body())
        .contains("./bastide audit verify", "Ada Ministre");
    TestBrowser officer = new TestBrowser(SERVER);
    officer.signIn(SERVER.person().email());
    assertThat(officer.get("/admin/state").statusCode()).isEqualTo(403);
    assertThat(officer.get("/").body()).doesNotContain("href=\"/admin/");
  }

  private static TestBrowser administrator() throws Exception {
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(SERVER.administrator().email());
    return browser;
  }
}

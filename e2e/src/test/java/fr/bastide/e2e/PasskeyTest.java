package fr.bastide.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Adds a passkey to an account and signs in with it, over a virtual authenticator of the browser.
@ExtendWith(Stage.class)
final class PasskeyTest {

  @Test
  void aPasskeyOpensTheDoorWithoutPassword(Chromium chromium, Demo demo) {
    try (BrowserContext context = chromium.visitor()) {
      Page page = context.newPage();
      CDPSession device = device(context, page);
      demo.signIn(page, "programme");
      page.navigate(demo.server().at("/account"));
      Locator add = page.locator("form[data-passkey=add]");
      add.locator("#passkey-label").fill("téléphone");
      add.locator("button").click();
      Locator listed = page.locator("section[aria-labelledby=passkeys] ul.rows li");
      assertThat(listed).hasCount(1);
      assertThat(listed).containsText("téléphone");

      signOut(page);
      page.locator("[data-passkey=enter]").click();
      page.waitForURL(url -> !url.contains("/sign-in"));
      page.navigate(demo.server().at("/account"));
      assertThat(page.locator("#name")).hasValue("Claude Exemple");

      signOut(page);
      JsonObject absent = new JsonObject();
      absent.addProperty("authenticatorId", authenticator);
      device.send("WebAuthn.clearCredentials", absent);
      page.locator("[data-passkey=enter]").click();
      assertThat(page.locator("[data-passkey-problem]")).isVisible();
      assertThat(page.url()).contains("/sign-in");
    }
  }

  private String authenticator = "";

  private CDPSession device(BrowserContext context, Page page) {
    CDPSession session = context.newCDPSession(page);
    session.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject arguments = new JsonObject();
    arguments.add("options", options);
    authenticator =
        session
            .send("WebAuthn.addVirtualAuthenticator", arguments)
            .get("authenticatorId")
            .getAsString();
    return session;
  }

  private static void signOut(Page page) {
    page.locator("details.fold summary").last().click();
    page.locator("form[action='/sign-out'] button").click();
    page.waitForURL(url -> url.contains("/sign-in"));
  }
}

package fr.bastide.e2e;

import com.microsoft.playwright.Page;

/// A server filled with the example territory.
final class Demo implements AutoCloseable {

  private final Server server;

  private Demo(Server server) {
    this.server = server;
  }

  static Demo open() {
    return new Demo(Server.start(Server.freshData("demo"), "--demo"));
  }

  Server server() {
    return server;
  }

  /// Signs an invented person in, through the form.
  ///
  /// @param mailbox such as `maire`
  void signIn(Page page, String mailbox) {
    page.navigate(server.at("/sign-in"));
    page.locator("#email").fill(mailbox + "@exemple.invalid");
    page.locator("#password").fill(server.examplePassword());
    page.locator("form[action='/sign-in'] button[type=submit]").click();
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  @Override
  public void close() {
    server.close();
  }
}

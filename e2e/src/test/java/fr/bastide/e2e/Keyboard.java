package fr.bastide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Somebody who has no mouse: everything is reached with Tab, and the focus must be seen wherever
/// it stops.
final class Keyboard {

  private static final int MOST_STOPS = 600;

  /// Whether the focus is on the element, whether it is drawn, and what has it.
  private static final String LOOK =
      """
      target => {
        const here = document.activeElement;
        const drawn = element => {
          const style = getComputedStyle(element);
          const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
          return outline || style.boxShadow !== 'none';
        };
        const place = here.closest('label') || here;
        const box = here.getBoundingClientRect();
        return {
          there: here === target,
          nowhere: here === document.body,
          drawn: drawn(here) || drawn(place),
          inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
          name: here.tagName.toLowerCase() + (here.id ? '#' + here.id : '') + ' "'
              + (here.getAttribute('aria-label') || here.textContent || '').trim().slice(0, 60) + '"',
        };
      }
      """;

  private final Page page;

  Keyboard(Page page) {
    this.page = page;
  }

  /// The page that is shown.
  Page page() {
    return page;
  }

  /// Types an address into the browser.
  void open(String address) {
    page.navigate(address);
    inFrench();
  }

  /// Goes past the header with the link made for that.
  void skipToContent() {
    Locator skip = page.locator("a.skip");
    to(skip);
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id"))
        .as("after the skip link")
        .isEqualTo("main");
  }

  /// Presses Tab until the focus is on this element.
  void to(Locator target) {
    target.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    List<String> stops = new ArrayList<>();
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      Map<String, Object> seen = look(target);
      boolean start = stop == 0 || is(seen, "nowhere");
      assertThat(start || is(seen, "drawn"))
          .as("the focus is drawn on %s at %s", seen.get("name"), page.url())
          .isTrue();
      if (is(seen, "there")) {
        assertInView(target);
        return;
      }
      stops.add(String.valueOf(seen.get("name")));
      page.keyboard().press("Tab");
    }
    throw new AssertionError(
        "Tab never reached %s on %s; it stopped at %s"
            .formatted(target, page.url(), stops.subList(0, Math.min(80, stops.size()))));
  }

  /// The browser scrolls to where the focus went, which may take a moment.
  private void assertInView(Locator target) {
    if (!is(look(target), "inView")) {
      page.waitForTimeout(500);
    }
    Map<String, Object> seen = look(target);
    assertThat(is(seen, "inView")).as("%s is in view", seen.get("name")).isTrue();
  }

  /// Goes to a link or a button and presses Enter.
  void press(Locator target) {
    to(target);
    page.keyboard().press("Enter");
  }

  /// The same, where it leads to another page: waits for that page, which must be in French.
  @SuppressWarnings("deprecation") // no other way awaits a page whose address is not known before
  void follow(Locator target) {
    to(target);
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    inFrench();
  }

  /// Goes to a field and types, over what was there.
  void type(Locator field, String text) {
    to(field);
    page.keyboard().press("Control+A");
    page.keyboard().type(text);
  }

  /// Chooses one of some radio buttons: Tab goes to the group, arrows go through it.
  void choose(Locator group, Locator choice) {
    Locator entry = group.locator("input[type=radio]:checked");
    to(entry.count() > 0 ? entry.first() : group.locator("input[type=radio]").first());
    int most = group.locator("input[type=radio]").count();
    for (int i = 0; i < most && !is(look(choice), "there"); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(is(look(choice), "there")).as("arrows reach %s", choice).isTrue();
    page.keyboard().press("Space");
    assertThat(choice.isChecked()).as("%s is chosen", choice).isTrue();
  }

  private void inFrench() {
    assertThat(page.locator("html").getAttribute("lang"))
        .as("language of %s", page.url())
        .isEqualTo("fr");
    assertThat(page.locator("h1").count()).as("titles of %s", page.url()).isEqualTo(1);
  }

  private static boolean is(Map<String, Object> seen, String name) {
    return Boolean.TRUE.equals(seen.get(name));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> look(Locator target) {
    return (Map<String, Object>) target.evaluate(LOOK);
  }
}

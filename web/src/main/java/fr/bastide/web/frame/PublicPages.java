package fr.bastide.web.frame;

import fr.bastide.loop.NotFound;
import fr.bastide.web.Settings;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pages that need no account and ask nothing.
@Controller
class PublicPages {

  /// How many steps the page for somebody under attack has.
  static final int ALERT_STEPS = 7;

  private final Templates templates = new StaticTemplates();
  private final Settings settings;

  PublicPages(Settings settings) {
    this.settings = settings;
  }

  @GetMapping("/")
  Page home() {
    return Page.of(templates::frameHome);
  }

  @GetMapping("/alert")
  Page alert() {
    return Page.of(frame -> templates.frameAlert(frame, 1, ALERT_STEPS));
  }

  @GetMapping("/alert/{step}")
  Page alertStep(@PathVariable int step) {
    if (step < 1 || step > ALERT_STEPS) {
      throw new NotFound();
    }
    return Page.of(frame -> templates.frameAlert(frame, step, ALERT_STEPS));
  }

  @GetMapping("/alert/card")
  Page alertCard() {
    return Page.of(frame ->
        templates.frameAlertCard(frame, IntStream.rangeClosed(1, ALERT_STEPS).boxed().toList()));
  }

  @GetMapping("/help")
  Page help() {
    return Page.of(templates::frameHelp);
  }

  @GetMapping("/accessibility")
  Page accessibility() {
    return Page.of(templates::frameAccessibility);
  }

  @GetMapping("/legal")
  Page legal() {
    return Page.of(templates::frameLegal);
  }

  @GetMapping("/source")
  Page source() {
    return Page.of(
        frame -> templates.frameSource(frame, Build.present().version(), settings.sourceUrl()));
  }

  @Bean
  static NavigationSource publicNavigation() {
    return visitor ->
        Stream.of(
            new NavigationEntry(Stage.CHOOSE, "frame.nav.help", "/help"),
            new NavigationEntry(Stage.RESPOND, "frame.nav.alert", "/alert"));
  }
}

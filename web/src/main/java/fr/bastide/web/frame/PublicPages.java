package fr.bastide.web.frame;

import fr.bastide.web.Settings;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The pages that need no account and ask nothing.
@Controller
class PublicPages {

  private final Templates templates = new StaticTemplates();
  private final Settings settings;

  PublicPages(Settings settings) {
    this.settings = settings;
  }

  @GetMapping("/")
  Page home() {
    return Page.of(templates::frameHome);
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
    return visitor -> Stream.of(new NavigationEntry(Stage.CHOOSE, "frame.nav.help", "/help"));
  }
}

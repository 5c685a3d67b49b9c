package fr.bastide.web.assessment;

import fr.bastide.assessment.Referential;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.web.frame.NavigationEntry;
import fr.bastide.web.frame.NavigationSource;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Stage;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// How scores are made, for anybody.
@Controller
class MethodPages {

  private final Templates templates = new StaticTemplates();
  private final AssessmentDesk desk;

  MethodPages(AssessmentDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/method")
  Page method() {
    Referential referential = desk.referential();
    return Page.of(frame -> templates.assessmentMethod(frame, referential));
  }

  @Bean
  static NavigationSource methodNavigation() {
    return visitor ->
        Stream.of(new NavigationEntry(Stage.ASSESS, "assessment.nav.method", "/method"));
  }
}

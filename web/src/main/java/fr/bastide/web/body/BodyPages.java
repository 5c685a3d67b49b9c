package fr.bastide.web.body;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.territory.NameIndex;
import fr.bastide.loop.territory.SearchKey;
import fr.bastide.web.access.Landing;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.NavigationEntry;
import fr.bastide.web.frame.NavigationSource;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Stage;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The bodies one works for, the first page of each, and its settings.
@Controller
class BodyPages {

  private static final int MOST_HITS = 50;

  private final Templates templates = new StaticTemplates();
  private final Scenes scenes;
  private final BodyDesk bodies;
  private final Dashboards dashboards;
  private final AssessmentDesk assessments;

  BodyPages(Scenes scenes, BodyDesk bodies, Dashboards dashboards, AssessmentDesk assessments) {
    this.scenes = scenes;
    this.bodies = bodies;
    this.dashboards = dashboards;
    this.assessments = assessments;
  }

  /// The list of bodies, or the only one at once.
  @GetMapping("/bodies")
  Object list(Caller caller, @RequestParam(defaultValue = "") String q) {
    List<Body> mine = bodies.mine(caller);
    boolean centre = seesBodies(caller);
    if (mine.size() == 1 && !centre && q.isBlank()) {
      return Scenes.goTo("/bodies/" + mine.getFirst().id());
    }
    List<ListedBody> shown =
        mine.stream()
            .filter(body -> like(body, q))
            .limit(MOST_HITS)
            .map(body -> listed(caller, body))
            .toList();
    List<NameIndex.Hit> found =
        centre && !q.isBlank() ? bodies.search(caller, q, MOST_HITS) : List.of();
    return Page.of(frame -> templates.bodyList(frame, shown, mine.size(), found, centre, q));
  }

  /// Where a body stands.
  @GetMapping("/bodies/{body}")
  Page dashboard(Caller caller, @PathVariable String body) {
    Dashboard dashboard = dashboards.of(caller, scenes.of(caller, body));
    return Page.of(frame -> templates.bodyDashboard(frame, dashboard, assessments.referential()));
  }

  /// The settings of a body.
  @GetMapping("/bodies/{body}/settings")
  Page settings(
      Caller caller, @PathVariable String body, @RequestParam(defaultValue = "") String saved) {
    Scene scene = scenes.of(caller, body);
    String present = scene.body().workstations().map(Object::toString).orElse("");
    return Page.of(
        frame -> templates.bodySettings(frame, scene, present, Optional.empty(), !saved.isEmpty()));
  }

  /// Keeps the settings of a body.
  @Requires(Act.CHANGE_BODY)
  @PostMapping("/bodies/{body}/settings")
  Object keepSettings(
      Caller caller,
      @PathVariable String body,
      @RequestParam(defaultValue = "") String workstations) {
    BodyId id = Scenes.id(body);
    try {
      bodies.setWorkstations(caller, id, number(workstations));
    } catch (Invalid invalid) {
      Scene scene = scenes.of(caller, body);
      return Page.of(frame ->
              templates.bodySettings(
                  frame, scene, workstations, Optional.of(invalid.text()), false))
          .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return Scenes.goTo("/bodies/" + id + "/settings?saved=1");
  }

  @Bean
  static NavigationSource bodyNavigation() {
    return visitor ->
        worksForBodies(visitor.caller()) || seesBodies(visitor.caller())
            ? Stream.of(new NavigationEntry(Stage.ASSESS, "body.nav", "/bodies"))
            : Stream.empty();
  }

  /// Whoever works for bodies, as one of their people or under a mandate, begins there.
  @Bean
  @Order(2)
  static Landing bodyLanding() {
    return caller -> worksForBodies(caller) ? Optional.of("/bodies") : Optional.empty();
  }

  private static boolean worksForBodies(Caller caller) {
    return caller.memberships().stream()
        .anyMatch(hat ->
            switch (hat) {
              case Membership.OfBody _, Membership.OfProvider _ -> true;
              case Membership.OfCentre _ -> false;
            });
  }

  private static boolean seesBodies(Caller caller) {
    return caller.centreRoles().anyMatch(Act.SEE_BODY.rule().centre()::contains);
  }

  private ListedBody listed(Caller caller, Body body) {
    Optional<Result> result =
        scenes.may(caller, Act.READ_ASSESSMENT, body.id())
            ? dashboards.latest(caller, body.id())
            : Optional.empty();
    return new ListedBody(body, result);
  }

  private static boolean like(Body body, String typed) {
    List<String> names = new ArrayList<>(SearchKey.of(body.name()).words());
    return SearchKey.of(typed).words().stream()
        .allMatch(word -> names.stream().anyMatch(name -> name.startsWith(word)));
  }

  /// A number of workstations; what is none becomes 0, which the desk refuses in words.
  private static int number(String typed) {
    String digits = typed.replace(" ", "").replace("\u00a0", "").replace("\u202f", "");
    boolean plain =
        !digits.isEmpty()
            && digits.length() <= 7
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Integer.parseInt(digits) : 0;
  }
}

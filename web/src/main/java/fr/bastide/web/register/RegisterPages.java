package fr.bastide.web.register;

import fr.bastide.kernel.Text;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.territory.NameIndex;
import fr.bastide.loop.territory.Regions;
import fr.bastide.web.ServeOptions;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.NavigationEntry;
import fr.bastide.web.frame.NavigationSource;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.frame.Stage;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Finds a body by its name, and adds one that the official division does not have.
@Controller
class RegisterPages {

  private static final int MOST_HITS = 50;

  private final Templates templates = new StaticTemplates();
  private final BodyDesk bodies;
  private final String region;

  RegisterPages(BodyDesk bodies, ServeOptions options) {
    this.bodies = bodies;
    this.region = options.territory();
  }

  @GetMapping("/register")
  Page search(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String added) {
    List<NameIndex.Hit> found = q.isBlank() ? List.of() : bodies.search(caller, q, MOST_HITS);
    RegisterRights may = RegisterRights.of(caller);
    return Page.of(frame -> templates.registerSearch(frame, found, q, may, added));
  }

  @Requires(Act.ADD_BODIES)
  @GetMapping("/register/new")
  Page form() {
    return form(TypedBody.EMPTY, Map.of());
  }

  @Requires(Act.ADD_BODIES)
  @PostMapping("/register/new")
  Object add(
      Caller caller,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String siren,
      @RequestParam(defaultValue = "") String insee,
      @RequestParam(defaultValue = "") String population,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String workstations,
      @RequestParam(defaultValue = "") String departement) {
    TypedBody typed =
        new TypedBody(name, form, siren, insee, population, email, workstations, departement);
    return switch (typed.read()) {
      case TypedBody.Reading.Misunderstood(Map<String, Text> wrong) ->
          form(typed, wrong).with(HttpStatus.UNPROCESSABLE_CONTENT);
      case TypedBody.Reading.Understood understood -> {
        try {
          Body added = bodies.add(caller, understood.body(), known(departement), region);
          yield Redirect.to("/register?added=" + added.id());
        } catch (Invalid invalid) {
          yield form(typed, Map.of(invalid.field(), invalid.text()))
              .with(HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Conflict there) {
          yield form(typed, Map.of("name", there.text())).with(HttpStatus.CONFLICT);
        }
      }
    };
  }

  @Bean
  static NavigationSource registerNavigation() {
    return visitor ->
        visitor.caller().centreRoles().anyMatch(Act.ADD_BODIES.rule().centre()::contains)
            ? Stream.of(new NavigationEntry(Stage.ADMINISTER, "register.nav", "/register"))
            : Stream.empty();
  }

  private Page form(TypedBody typed, Map<String, Text> wrong) {
    return Page.of(
        frame -> templates.registerAdd(frame, typed, wrong, Regions.departements(region)));
  }

  private static String known(String departement) {
    return Regions.departement(departement).isPresent() ? departement : "";
  }
}

package fr.bastide.web.body;

import fr.bastide.loop.Invalid;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.MandateDesk.Held;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.Page;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a body lets providers do: the chain, giving, bringing a vendor in, taking back at once.
@Controller
class MandatePages {

  private final Templates templates = new StaticTemplates();
  private final Scenes scenes;
  private final MandateDesk mandates;
  private final InstantSource clock;

  MandatePages(Scenes scenes, MandateDesk mandates, InstantSource clock) {
    this.scenes = scenes;
    this.mandates = mandates;
    this.clock = clock;
  }

  @GetMapping("/bodies/{body}/mandates")
  Page list(
      Caller caller, @PathVariable String body, @RequestParam(defaultValue = "") String saved) {
    Scene scene = scenes.of(caller, body);
    boolean own = !scene.may(Act.READ_MANDATES) && scene.may(Act.BRING_VENDOR);
    MandateTree tree =
        MandateTree.of(
            own ? own(caller, scene) : mandates.ofBody(caller, scene.id()), clock.instant());
    return Page.of(frame -> templates.bodyMandates(frame, scene, tree, own, !saved.isEmpty()));
  }

  @GetMapping("/bodies/{body}/mandates/new")
  Object fresh(Caller caller, @PathVariable String body) {
    Scene scene = scenes.of(caller, body);
    if (!scene.may(Act.GRANT_MANDATE)) {
      return Scenes.goTo(scene.at("/mandates"));
    }
    return form(caller, scene, Optional.empty(), today(), Optional.empty());
  }

  @Requires(Act.GRANT_MANDATE)
  @PostMapping("/bodies/{body}/mandates")
  Object grant(
      Caller caller,
      @PathVariable String body,
      @RequestParam(defaultValue = "") String provider,
      @RequestParam(defaultValue = "") List<String> scope,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "false") boolean vendors) {
    Scene scene = scenes.of(caller, body);
    GrantForm typed = new GrantForm(provider, scope, from, until, vendors);
    try {
      mandates.grant(caller, scene.id(), typed.read(Optional.empty()));
    } catch (Invalid invalid) {
      return form(caller, scene, Optional.empty(), typed, Optional.of(invalid))
          .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return Scenes.goTo(scene.at("/mandates?saved=1"));
  }

  @Requires(Act.BRING_VENDOR)
  @GetMapping("/bodies/{body}/mandates/{mandate}/vendor")
  Page vendor(Caller caller, @PathVariable String body, @PathVariable String mandate) {
    Scene scene = scenes.of(caller, body);
    Held own = ownMandate(caller, scene, mandate);
    GrantForm typed = GrantForm.under(own.mandate(), Moments.on(clock.instant()));
    return form(caller, scene, Optional.of(own), typed, Optional.empty());
  }

  @Requires(Act.BRING_VENDOR)
  @PostMapping("/bodies/{body}/mandates/{mandate}/vendor")
  Object bringVendor(
      Caller caller,
      @PathVariable String body,
      @PathVariable String mandate,
      @RequestParam(defaultValue = "") String provider,
      @RequestParam(defaultValue = "") List<String> scope,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    Scene scene = scenes.of(caller, body);
    Held own = ownMandate(caller, scene, mandate);
    GrantForm typed = new GrantForm(provider, scope, from, until, false);
    try {
      MandateDesk.Grant grant = typed.read(Optional.of(own.mandate()));
      mandates.bringVendor(caller, scene.id(), own.mandate().id(), grant);
    } catch (Invalid invalid) {
      return form(caller, scene, Optional.of(own), typed, Optional.of(invalid))
          .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return Scenes.goTo(scene.at("/mandates?saved=1"));
  }

  @GetMapping("/bodies/{body}/mandates/{mandate}/revoke")
  Object confirm(Caller caller, @PathVariable String body, @PathVariable String mandate) {
    Scene scene = scenes.of(caller, body);
    if (!scene.may(Act.REVOKE_MANDATE)) {
      return Scenes.goTo(scene.at("/mandates"));
    }
    MandateId id = MandateId.parse(mandate);
    List<Held> all = mandates.ofBody(caller, scene.id());
    Held held =
        all.stream()
            .filter(one -> one.mandate().id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    List<Held> below =
        MandateTree.of(all, clock.instant()).below(id).stream()
            .filter(MandateTree.Node::standing)
            .map(MandateTree.Node::held)
            .toList();
    return Page.of(frame -> templates.bodyRevoke(frame, scene, held, below));
  }

  @Requires(Act.REVOKE_MANDATE)
  @PostMapping("/bodies/{body}/mandates/{mandate}/revoke")
  ResponseEntity<Void> revoke(
      Caller caller, @PathVariable String body, @PathVariable String mandate) {
    Scene scene = scenes.of(caller, body);
    mandates.revoke(caller, scene.id(), MandateId.parse(mandate));
    return Scenes.goTo(scene.at("/mandates?saved=1"));
  }

  private GrantForm today() {
    return GrantForm.fresh(Moments.on(clock.instant()));
  }

  private Page form(
      Caller caller, Scene scene, Optional<Held> under, GrantForm typed, Optional<Invalid> wrong) {
    List<MandateScope> tasks =
        under
            .map(held -> held.mandate().scopes().stream().sorted().toList())
            .orElse(List.of(MandateScope.values()));
    List<Provider> firms =
        mandates.providers(caller).stream()
            .filter(firm -> under.filter(h -> h.provider().id().equals(firm.id())).isEmpty())
            .toList();
    GrantDesk desk = new GrantDesk(under, tasks, firms, typed, wrong);
    return Page.of(frame -> templates.bodyGrant(frame, scene, desk));
  }

  private Held ownMandate(Caller caller, Scene scene, String mandate) {
    MandateId id = MandateId.parse(mandate);
    return own(caller, scene).stream()
        .filter(held -> held.mandate().id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /// The mandates of the caller's own firms for this body, each as if the body itself had given it.
  private List<Held> own(Caller caller, Scene scene) {
    Map<ProviderId, Provider> firms =
        mandates.providers(caller).stream()
            .collect(Collectors.toMap(Provider::id, Function.identity()));
    return mandates.mine(caller).stream()
        .filter(mandate -> mandate.body().equals(scene.id()))
        .flatMap(mandate ->
            Optional.ofNullable(firms.get(mandate.provider())).stream()
                .map(firm -> new Held(asRoot(mandate), firm)))
        .toList();
  }

  private static Mandate asRoot(Mandate mandate) {
    return new Mandate(
        mandate.id(),
        mandate.body(),
        mandate.provider(),
        mandate.scopes(),
        mandate.from(),
        mandate.until(),
        mandate.grantedBy(),
        mandate.mayBringVendors(),
        Optional.empty(),
        mandate.revokedAt());
  }
}

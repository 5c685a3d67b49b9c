package fr.bastide.web.api;

import fr.bastide.kernel.Siren;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Mandates, and the firms that can hold one.
@Controller
@RequestMapping(Apis.V1)
class MandateDoors {

  private final MandateDesk desk;

  MandateDoors(MandateDesk desk) {
    this.desk = desk;
  }

  /// A mandate to grant.
  record SentMandate(
      ProviderId provider,
      Set<MandateScope> scopes,
      Instant from,
      Instant until,
      Optional<Boolean> mayBringVendors) {

    MandateDesk.Grant grant() {
      return new MandateDesk.Grant(provider, scopes, from, until, mayBringVendors.orElse(false));
    }
  }

  /// A firm to add.
  record SentProvider(String name, Optional<Siren> siren, String city) {}

  @Door(
      act = Act.READ_MANDATES,
      fr = "Les mandats de l’organisme et qui les tient, toute la chaîne.",
      en = "The mandates of the body and who holds them, the whole chain.")
  @GetMapping("/bodies/{body}/mandates")
  Reply<List<MandateDesk.Held>> ofBody(Caller caller, @PathVariable String body) {
    return Reply.of(desk.ofBody(caller, Apis.body(body)));
  }

  @Door(
      act = Act.GRANT_MANDATE,
      fr = "Donne un mandat à un prestataire.",
      en = "Grants a provider a mandate.",
      status = 201)
  @PostMapping(path = "/bodies/{body}/mandates", consumes = Apis.JSON)
  Reply<Mandate> grant(Caller caller, @PathVariable String body, @Sent SentMandate sent) {
    return Reply.created(desk.grant(caller, Apis.body(body), sent.grant()));
  }

  @Door(
      act = Act.BRING_VENDOR,
      fr = "Fait intervenir un éditeur sous son propre mandat.",
      en = "Brings a vendor in under one’s own mandate.",
      status = 201)
  @PostMapping(path = "/bodies/{body}/mandates/{mandate}/vendors", consumes = Apis.JSON)
  Reply<Mandate> bring(
      Caller caller,
      @PathVariable String body,
      @PathVariable String mandate,
      @Sent SentMandate sent) {
    return Reply.created(
        desk.bringVendor(caller, Apis.body(body), MandateId.parse(mandate), sent.grant()));
  }

  @Door(
      act = Act.REVOKE_MANDATE,
      fr = "Révoque un mandat aussitôt, et ceux donnés sous lui.",
      en = "Revokes a mandate at once, and those given under it.",
      status = 204)
  @DeleteMapping("/bodies/{body}/mandates/{mandate}")
  Reply<Void> revoke(Caller caller, @PathVariable String body, @PathVariable String mandate) {
    desk.revoke(caller, Apis.body(body), MandateId.parse(mandate));
    return Reply.done();
  }

  @Door(
      act = Act.LIST_OWN_BODIES,
      fr = "Les mandats en cours que tient son entreprise.",
      en = "The active mandates that one’s firm holds.")
  @GetMapping("/mandates")
  Reply<List<Mandate>> mine(Caller caller) {
    return Reply.of(desk.mine(caller));
  }

  @Door(
      act = Act.LIST_PROVIDERS,
      fr = "Les prestataires à qui donner mandat.",
      en = "The providers to which a mandate can be given.")
  @GetMapping("/providers")
  Reply<List<Provider>> providers(Caller caller) {
    return Reply.of(desk.providers(caller));
  }

  @Door(act = Act.ADMINISTER, fr = "Ajoute un prestataire.", en = "Adds a provider.", status = 201)
  @PostMapping(path = "/providers", consumes = Apis.JSON)
  Reply<Provider> add(Caller caller, @Sent SentProvider sent) {
    return Reply.created(desk.addProvider(caller, sent.name(), sent.siren(), sent.city()));
  }
}

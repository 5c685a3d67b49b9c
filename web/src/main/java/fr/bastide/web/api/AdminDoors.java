package fr.bastide.web.api;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.Secrets;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.access.OpenSessions;
import fr.bastide.web.admin.HouseFacts;
import fr.bastide.web.admin.HouseState;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// All accounts, and how the house is doing, for administrators.
@Controller
@RequestMapping(Apis.V1)
class AdminDoors {

  private final AccountDesk accounts;
  private final OpenSessions sessions;
  private final PublicAddress address;
  private final HouseState house;

  AdminDoors(AccountDesk accounts, OpenSessions sessions, PublicAddress address, HouseState house) {
    this.house = house;
    this.accounts = accounts;
    this.sessions = sessions;
    this.address = address;
  }

  /// Somebody to invite: to the centre, or to a provider.
  ///
  /// @param organisation how the letter names whom one is invited to work for
  record SentGuest(
      String email,
      String organisation,
      Optional<CentreRole> centreRole,
      Optional<ProviderId> provider,
      Optional<ProviderRole> providerRole,
      Optional<Language> language) {

    Membership hat() {
      if (centreRole.isPresent() && provider.isEmpty() && providerRole.isEmpty()) {
        return new Membership.OfCentre(centreRole.get());
      }
      if (centreRole.isEmpty() && provider.isPresent() && providerRole.isPresent()) {
        return new Membership.OfProvider(provider.get(), providerRole.get());
      }
      throw new Invalid(
          "centreRole",
          new Text(
              "Donnez soit un rôle du centre, soit un prestataire et un rôle chez lui.",
              "Give either a role of the centre, or a provider and a role there."));
    }
  }

  /// An invitation that left by mail, and its link for whoever hands it over; shown once.
  record Guest(String link) {}

  /// Whether somebody may sign in.
  record SentDisabled(boolean disabled) {}

  @Door(act = Act.ADMINISTER, fr = "Tous les comptes.", en = "All accounts.")
  @GetMapping("/accounts")
  Reply<List<AccountDoors.Person>> all(Caller caller) {
    return Reply.of(accounts.all(caller).stream().map(AccountDoors.Person::of).toList());
  }

  @Door(
      act = Act.ADMINISTER,
      fr = "Invite une personne au centre ou chez un prestataire\u202f; le lien part par courriel.",
      en = "Invites somebody to the centre or to a provider; the link leaves by mail.",
      status = 201)
  @PostMapping(path = "/accounts/invitations", consumes = Apis.JSON)
  Reply<Guest> invite(Caller caller, @Sent SentGuest sent) {
    Secrets.Secret secret =
        accounts.invite(
            caller,
            sent.hat(),
            sent.organisation(),
            sent.email(),
            sent.language().orElse(Language.FR));
    return Reply.created(new Guest(address + "/invitation/" + secret.value()));
  }

  @Door(
      act = Act.ADMINISTER,
      fr = "Empêche ou permet à une personne de se connecter\u202f; ses sessions prennent fin.",
      en = "Stops or allows somebody signing in; their sessions end.",
      status = 204)
  @PutMapping(path = "/accounts/{person}/disabled", consumes = Apis.JSON)
  Reply<Void> disable(Caller caller, @PathVariable String person, @Sent SentDisabled sent) {
    AccountId id = Apis.account(person);
    accounts.setDisabled(caller, id, sent.disabled());
    if (sent.disabled()) {
      sessions.endOthers(id, Optional.empty());
    }
    return Reply.done();
  }

  @Door(act = Act.ADMINISTER, fr = "Comment va la maison.", en = "How the house is doing.")
  @GetMapping("/state")
  Reply<HouseFacts> state(Caller caller) {
    return Reply.of(house.of(caller));
  }
}

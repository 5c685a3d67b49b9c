package fr.bastide.web.api;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.web.InvitationLinks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Who works for a body.
@Controller
@RequestMapping(Apis.V1 + "/bodies/{body}/people")
class PeopleDoors {

  private final AccountDesk accounts;
  private final BodyDesk bodies;
  private final Threshold threshold;
  private final InvitationLinks links;

  PeopleDoors(AccountDesk accounts, BodyDesk bodies, Threshold threshold, InvitationLinks links) {
    this.accounts = accounts;
    this.bodies = bodies;
    this.threshold = threshold;
    this.links = links;
  }

  /// Somebody of a body.
  ///
  /// @param email for the body’s own people and whoever may invite
  record Colleague(AccountId id, String name, Optional<String> email, Set<BodyRole> roles) {}

  /// Somebody to invite.
  record SentInvitation(String email, BodyRole role, Optional<Language> language) {}

  /// An invitation that left by mail.
  ///
  /// @param link where no mail leaves, the link to hand over in person; shown once
  record Invited(Optional<String> link) {}

  @Door(act = Act.SEE_BODY, fr = "Les personnes de l’organisme.", en = "The people of the body.")
  @GetMapping
  Reply<List<Colleague>> list(Caller caller, @PathVariable String body) {
    BodyId whose = Apis.body(body);
    List<Account> people = accounts.ofBody(caller, whose);
    boolean addresses =
        caller.rolesIn(whose).findAny().isPresent()
            || threshold.may(caller, Act.INVITE_TO_BODY, whose);
    return Reply.of(people.stream().map(person -> person(person, whose, addresses)).toList());
  }

  @Door(
      act = Act.INVITE_TO_BODY,
      fr = "Invite une personne à travailler pour l’organisme\u202f; le lien part par courriel.",
      en = "Invites somebody to work for the body; the link leaves by mail.",
      status = 201)
  @PostMapping(consumes = Apis.JSON)
  Reply<Invited> invite(Caller caller, @PathVariable String body, @Sent SentInvitation sent) {
    BodyId whose = Apis.body(body);
    String name = name(caller, whose);
    Secrets.Secret secret =
        accounts.invite(
            caller,
            whose,
            name,
            new Membership.OfBody(whose, sent.role()),
            sent.email(),
            sent.language().orElse(Language.FR));
    return Reply.created(new Invited(links.shown(secret)));
  }

  @Door(
      act = Act.INVITE_TO_BODY,
      fr = "Retire une personne de l’organisme.",
      en = "Takes somebody off the body.",
      status = 204)
  @DeleteMapping("/{person}")
  Reply<Void> remove(Caller caller, @PathVariable String body, @PathVariable String person) {
    accounts.removeFromBody(caller, Apis.body(body), Apis.account(person));
    return Reply.done();
  }

  /// The body's name, read under the right to invite: a token needs no other scope.
  private String name(Caller caller, BodyId body) {
    threshold.require(caller, Act.INVITE_TO_BODY, body);
    Caller person =
        new Caller(caller.account(), caller.name(), caller.memberships(), Optional.empty());
    return bodies.view(person, body).name();
  }

  private static Colleague person(Account account, BodyId body, boolean addresses) {
    return new Colleague(
        account.id(),
        account.name(),
        addresses ? Optional.of(account.email()) : Optional.empty(),
        account.caller().rolesIn(body).collect(Collectors.toUnmodifiableSet()));
  }
}

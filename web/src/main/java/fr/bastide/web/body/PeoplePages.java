package fr.bastide.web.body;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.Secrets;
import fr.bastide.web.InvitationLinks;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.Page;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who works for a body: the list, invitations, and taking somebody off it.
@Controller
class PeoplePages {

  private final Templates templates = new StaticTemplates();
  private final Scenes scenes;
  private final AccountDesk accounts;
  private final InvitationLinks links;

  PeoplePages(Scenes scenes, AccountDesk accounts, InvitationLinks links) {
    this.scenes = scenes;
    this.accounts = accounts;
    this.links = links;
  }

  @GetMapping("/bodies/{body}/people")
  Page list(
      Caller caller, @PathVariable String body, @RequestParam(defaultValue = "") String saved) {
    Scene scene = scenes.of(caller, body);
    return page(caller, scene, Optional.empty(), Optional.empty(), !saved.isEmpty());
  }

  /// Invites. Where no mail leaves, shows the link in the answer itself: it is kept nowhere, so no
  /// redirect could. Where mail does, only the person invited reads it.
  @Requires(Act.INVITE_TO_BODY)
  @PostMapping("/bodies/{body}/people")
  Page invite(
      Caller caller,
      @PathVariable String body,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String language) {
    Scene scene = scenes.of(caller, body);
    InvitationDraft draft = new InvitationDraft(email, role, language, Optional.empty());
    try {
      Membership.OfBody hat = new Membership.OfBody(scene.id(), role(role));
      Secrets.Secret secret =
          accounts.invite(caller, scene.id(), scene.name(), hat, email, Language.of(language));
      SentInvitation sent = new SentInvitation(email.strip(), links.shown(secret));
      return page(caller, scene, Optional.empty(), Optional.of(sent), false);
    } catch (Invalid invalid) {
      return page(caller, scene, Optional.of(draft.wrong(invalid.text())), Optional.empty(), false)
          .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/bodies/{body}/people/{person}/remove")
  Object confirm(Caller caller, @PathVariable String body, @PathVariable String person) {
    Scene scene = scenes.of(caller, body);
    if (!scene.may(Act.INVITE_TO_BODY)) {
      return Scenes.goTo(scene.at("/people"));
    }
    BodyPerson found = find(caller, scene, person);
    return Page.of(frame -> templates.bodyRemovePerson(frame, scene, found));
  }

  @Requires(Act.INVITE_TO_BODY)
  @PostMapping("/bodies/{body}/people/{person}/remove")
  ResponseEntity<Void> remove(
      Caller caller, @PathVariable String body, @PathVariable String person) {
    Scene scene = scenes.of(caller, body);
    BodyPerson found = find(caller, scene, person);
    accounts.removeFromBody(caller, scene.id(), found.id());
    return Scenes.goTo(found.self() ? "/bodies" : scene.at("/people?saved=1"));
  }

  private BodyPerson find(Caller caller, Scene scene, String person) {
    return people(caller, scene).stream()
        .filter(one -> one.id().toString().equals(person))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Page page(
      Caller caller,
      Scene scene,
      Optional<InvitationDraft> draft,
      Optional<SentInvitation> sent,
      boolean saved) {
    List<BodyPerson> people = people(caller, scene);
    return Page.of(frame ->
        templates.bodyPeople(
            frame,
            scene,
            people,
            draft.orElseGet(() -> InvitationDraft.empty(frame.language())),
            sent,
            saved));
  }

  private List<BodyPerson> people(Caller caller, Scene scene) {
    boolean addresses =
        scene.may(Act.INVITE_TO_BODY) || caller.rolesIn(scene.id()).findAny().isPresent();
    return accounts.ofBody(caller, scene.id()).stream()
        .map(account -> person(caller, scene, account, addresses))
        .toList();
  }

  private static BodyPerson person(Caller caller, Scene scene, Account account, boolean addresses) {
    Set<BodyRole> roles = account.caller().rolesIn(scene.id()).collect(Collectors.toSet());
    return new BodyPerson(
        account.id(),
        account.name(),
        addresses ? Optional.of(account.email()) : Optional.empty(),
        roles,
        caller.account().filter(account.id()::equals).isPresent());
  }

  private static BodyRole role(String written) {
    return Stream.of(BodyRole.values())
        .filter(role -> role.name().equals(written))
        .findFirst()
        .orElseThrow(() ->
            new Invalid(
                "role",
                new Text("Choisissez un rôle dans la liste.", "Choose a role from the list.")));
  }
}

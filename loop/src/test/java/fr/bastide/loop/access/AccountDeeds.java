package fr.bastide.loop.access;

import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/// How the use cases of accounts and of signing in are done.
final class AccountDeeds {

  private final Deeds deeds;

  AccountDeeds(Deeds deeds) {
    this.deeds = deeds;
  }

  void add() {
    accounts();
    signIn();
  }

  private void accounts() {
    deeds.addNaming(
        "AccountDesk.invite/6",
        (caller, body, estate, sane) ->
            estate
                .house()
                .accounts()
                .invite(
                    caller,
                    body,
                    "Foix",
                    new Membership.OfBody(estate.own().id(), BodyRole.REFERENT),
                    sane ? "qui@bastide.example" : Deeds.NONSENSE,
                    Language.FR));
    deeds.add(
        "AccountDesk.invite/5",
        (caller, body, estate, sane) ->
            estate
                .house()
                .accounts()
                .invite(
                    caller,
                    new Membership.OfCentre(CentreRole.CSIRT_OPERATOR),
                    "le centre",
                    sane ? "qui@bastide.example" : Deeds.NONSENSE,
                    Language.FR));
    deeds.add(
        "AccountDesk.ofBody/2",
        (caller, body, estate, sane) -> estate.house().accounts().ofBody(caller, body));
    deeds.addNaming(
        "AccountDesk.removeFromBody/3",
        (caller, body, estate, sane) ->
            estate
                .house()
                .accounts()
                .removeFromBody(caller, body, sane ? estate.person() : AccountId.random()));
    deeds.add(
        "AccountDesk.all/1", (caller, body, estate, sane) -> estate.house().accounts().all(caller));
    deeds.add(
        "AccountDesk.setDisabled/3",
        (caller, body, estate, sane) ->
            estate
                .house()
                .accounts()
                .setDisabled(
                    caller,
                    sane ? estate.person() : caller.account().orElse(estate.person()),
                    true));
    ownAccount();
  }

  private void ownAccount() {
    deeds.add(
        "AccountDesk.setProfile/3",
        (caller, body, estate, sane) ->
            estate.house().accounts().setProfile(caller, sane ? "Alix" : "", Language.FR));
    deeds.add(
        "AccountDesk.changePassword/3",
        (caller, body, estate, sane) ->
            estate
                .house()
                .accounts()
                .changePassword(caller, House.PASSWORD, sane ? "un âne de bastide" : ""));
    deeds.add(
        "AccountDesk.own/1", (caller, body, estate, sane) -> estate.house().accounts().own(caller));
    deeds.add(
        "AccountDesk.tokens/1",
        (caller, body, estate, sane) -> estate.house().accounts().tokens(caller));
    deeds.add(
        "AccountDesk.newToken/4",
        (caller, body, estate, sane) ->
            estate
                .house()
                .accounts()
                .newToken(
                    caller,
                    "essai",
                    sane ? Set.of(TokenScope.PLANS_READ) : Set.of(),
                    Duration.ofDays(1)));
    deeds.add(
        "AccountDesk.revokeToken/2",
        (caller, body, estate, sane) ->
            estate.house().accounts().revokeToken(caller, UUID.randomUUID()));
  }

  private void signIn() {
    deeds.add(
        "AccountDesk.invitation/2",
        (caller, body, estate, sane) ->
            estate.house().accounts().invitation(caller, estate.invitation()));
    deeds.add(
        "AccountDesk.accept/6",
        (caller, body, estate, sane) ->
            estate
                .house()
                .accounts()
                .accept(caller, estate.invitation(), "", "Nouvelle", House.PASSWORD, Language.FR));
    deeds.add(
        "AccountDesk.forgotten/2",
        (caller, body, estate, sane) ->
            estate.house().accounts().forgotten(caller, "qui@bastide.example"));
    deeds.add(
        "SignInDesk.signIn/4",
        (caller, body, estate, sane) ->
            estate.house().signIn().signIn(caller, "qui@bastide.example", "?", "127.0.0.1"));
    deeds.add(
        "SignInDesk.proven/2",
        (caller, body, estate, sane) -> estate.house().signIn().proven(caller, estate.person()));
    deeds.add(
        "SignInDesk.provenByEmail/2",
        (caller, body, estate, sane) ->
            estate.house().signIn().provenByEmail(caller, "qui@bastide.example"));
    deeds.add(
        "SignInDesk.token/2",
        (caller, body, estate, sane) -> estate.house().signIn().token(caller, "secret"));
  }
}

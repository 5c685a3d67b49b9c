package fr.bastide.loop.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountDeskTest {

  private static final String GOOD = "une phrase assez longue";

  private final House house = new House();
  private final AccountDesk desk = house.accounts();
  private final Body body = house.body("Foix");
  private final Caller mayor = house.of(body, BodyRole.OFFICIAL);
  private final Membership.OfBody referent = new Membership.OfBody(body.id(), BodyRole.REFERENT);
  private final Membership.OfBody official = new Membership.OfBody(body.id(), BodyRole.OFFICIAL);

  private String invited(String email) {
    return desk.invite(mayor, body.id(), body.name(), referent, email, Language.FR).value();
  }

  private Account accept(Caller caller, String secret, String password) {
    return desk.accept(caller, secret, "", "Zoé Lefèvre", password, Language.EN);
  }

  private Account again(AccountId id) {
    return house.ports().accounts().find(id).orElseThrow();
  }

  @Test
  void anInvitationMakesAnAccountOnce() {
    String secret = invited("  Zoe.Lefevre@Mairie.Example ");
    Letter letter = house.ports().letters().all().getFirst();
    assertThat(letter.to()).isEqualTo("zoe.lefevre@mairie.example");
    assertThat(letter.text()).contains(House.URL + "/invitation/" + secret);
    assertThat(desk.invitation(Caller.VISITOR, secret).membership()).contains(referent);

    Account account = accept(Caller.VISITOR, secret, GOOD);
    assertThat(account.email()).isEqualTo("zoe.lefevre@mairie.example");
    assertThat(account.name()).isEqualTo("Zoé Lefèvre");
    assertThat(account.language()).isEqualTo(Language.EN);
    assertThat(account.memberships()).containsExactly(referent);
    assertThatThrownBy(() -> accept(Caller.VISITOR, secret, GOOD)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.invitation(Caller.VISITOR, secret)).isInstanceOf(NotFound.class);
    assertThat(house.acts()).containsExactly("INVITE_TO_BODY", "ACCEPT_INVITATION");
    assertThat(house.verdict().faults()).isEmpty();
  }

  @Test
  void theInvitationsOwnAddressCounts() {
    String secret = invited("zoe@mairie.example");
    Account account =
        desk.accept(Caller.VISITOR, secret, "autre@ailleurs.example", "Z", GOOD, Language.FR);
    assertThat(account.email()).isEqualTo("zoe@mairie.example");
  }

  @Test
  void anInvitationExpires() {
    String secret = invited("zoe@mairie.example");
    house.clock().advance(Duration.ofDays(14).minusNanos(1));
    assertThat(desk.invitation(Caller.VISITOR, secret).usedAt()).isEmpty();
    house.clock().advance(Duration.ofNanos(1));
    assertThatThrownBy(() -> accept(Caller.VISITOR, secret, GOOD)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> accept(Caller.VISITOR, "inventé", GOOD)).isInstanceOf(NotFound.class);
    assertThat(house.ports().accounts().findByEmail("zoe@mairie.example")).isEmpty();
  }

  @Test
  void anInvitationStillWorksAfterAPasswordThatWasRefused() {
    String secret = invited("zoe@mairie.example");
    for (String weak : List.of("", "court", "onze lettre", "aaaaabbbbbaaaaa", "é".repeat(257))) {
      assertThatThrownBy(() -> accept(Caller.VISITOR, secret, weak))
          .as("password '%s'", weak)
          .isInstanceOf(Invalid.class);
    }
    for (String name : List.of("", "  ", "a\nb", "a\0b", "\ud83c", "é".repeat(121))) {
      assertThatThrownBy(() -> desk.accept(Caller.VISITOR, secret, "", name, GOOD, Language.FR))
          .as("name '%s'", name)
          .isInstanceOf(Invalid.class);
    }
    assertThat(house.ports().accounts().findByEmail("zoe@mairie.example")).isEmpty();
    assertThat(accept(Caller.VISITOR, secret, GOOD).memberships()).containsExactly(referent);
  }

  @Test
  void theLinkAloneNeverOpensAnAccountThatExists() {
    Account known = house.account("Noé");
    String secret = invited(known.email());
    assertThatThrownBy(() -> accept(Caller.VISITOR, secret, GOOD)).isInstanceOf(Denied.class);
    assertThatThrownBy(() -> accept(mayor, secret, GOOD)).isInstanceOf(Denied.class);
    assertThat(again(known.id())).isEqualTo(known);

    Account after = accept(known.caller(), secret, "");
    assertThat(after.id()).isEqualTo(known.id());
    assertThat(after.memberships()).containsExactly(referent);
    assertThat(after.passwordHash()).isEqualTo(known.passwordHash());
    assertThat(after.name()).isEqualTo("Noé");
  }

  @Test
  void anAccountThatIsStoppedAcceptsNothing() {
    Account known = house.account("Noé");
    String secret = invited(known.email());
    house.ports().accounts().setDisabled(known.id(), Optional.of(house.clock().instant()));
    assertThatThrownBy(() -> accept(known.caller(), secret, "")).isInstanceOf(NotFound.class);
  }

  @Test
  void whoMayInviteWhom() {
    Caller helper = house.of(body, BodyRole.REFERENT);
    Caller reader = house.of(body, BodyRole.DATA_PROTECTION_OFFICER);
    Caller stranger = house.of(house.body("Pamiers"), BodyRole.OFFICIAL);
    Caller lead = house.of(CentreRole.CSIRT_LEAD);
    String email = "zoe@mairie.example";
    desk.invite(helper, body.id(), "Foix", referent, email, Language.FR);
    desk.invite(mayor, body.id(), "Foix", official, email, Language.FR);
    desk.invite(lead, body.id(), "Foix", official, email, Language.FR);
    assertThatThrownBy(() -> desk.invite(helper, body.id(), "Foix", official, email, Language.FR))
        .isInstanceOf(Denied.class);
    assertThatThrownBy(() -> desk.invite(reader, body.id(), "Foix", referent, email, Language.FR))
        .isInstanceOf(Denied.class);
    assertThatThrownBy(() -> desk.invite(stranger, body.id(), "Foix", referent, email, Language.FR))
        .isInstanceOf(NotFound.class);
    Membership administrator = new Membership.OfCentre(CentreRole.ADMINISTRATOR);
    assertThatThrownBy(() -> desk.invite(mayor, administrator, "Centre", email, Language.FR))
        .isInstanceOf(Denied.class);
    assertThatThrownBy(() -> desk.invite(lead, administrator, "Centre", email, Language.FR))
        .isInstanceOf(Denied.class);
    assertThat(house.ports().letters().all()).hasSize(3);
  }

  @Test
  void aHatOfAnotherBodyIsNotGiven() {
    Body other = house.body("Pamiers");
    assertThatThrownBy(() ->
            desk.invite(
                mayor,
                body.id(),
                "Foix",
                new Membership.OfBody(other.id(), BodyRole.REFERENT),
                "zoe@mairie.example",
                Language.FR))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void anAddressToWhichNobodyCanWriteIsRefused() {
    for (String wrong :
        List.of(
            "",
            "zoe",
            "zoe@",
            "@mairie.fr",
            "zoe@mairie",
            "zoe@mairie.",
            "zoe@.fr",
            "zoe lefevre@mairie.fr",
            "zoe@mairie.fr\nBcc: tous@mairie.fr",
            "zoe@mairie.fr,tous@mairie.fr",
            "<zoe@mairie.fr>",
            "zoe\0@mairie.fr",
            "\ud83c@mairie.fr",
            "z".repeat(250) + "@mairie.fr")) {
      assertThatThrownBy(() -> invited(wrong)).as("'%s'", wrong).isInstanceOf(Invalid.class);
    }
    assertThat(house.ports().letters().all()).isEmpty();
  }

  @Test
  void aNameNeverBecomesAHeaderOfTheLetter() {
    desk.invite(mayor, body.id(), "Foix\r\nBcc: x@y.z", referent, "a@b.example", Language.FR);
    assertThat(house.ports().letters().all().getFirst().subject()).doesNotContain("\n", "\r");
  }

  @Test
  void theFirstAdministratorComesByALinkThatWorksOnce() {
    Secrets.Secret first = desk.administratorLink().orElseThrow();
    Secrets.Secret second = desk.administratorLink().orElseThrow();
    assertThat(first.toString()).doesNotContain(first.value());
    assertThatThrownBy(() -> accept(Caller.VISITOR, first.value(), GOOD))
        .isInstanceOf(NotFound.class);
    Account taken = house.account("Noé");
    assertThatThrownBy(() ->
            desk.accept(Caller.VISITOR, second.value(), taken.email(), "N", GOOD, Language.FR))
        .isInstanceOf(Conflict.class);
    Account administrator =
        desk.accept(
            Caller.VISITOR, second.value(), "camille@centre.example", "C", GOOD, Language.FR);
    assertThat(administrator.memberships())
        .containsExactly(new Membership.OfCentre(CentreRole.ADMINISTRATOR));
    assertThat(desk.administratorLink()).isEmpty();
    assertThatThrownBy(() ->
            desk.accept(
                Caller.VISITOR, second.value(), "autre@centre.example", "A", GOOD, Language.FR))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theAdministratorLinkExpiresInADay() {
    Secrets.Secret link = desk.administratorLink().orElseThrow();
    house.clock().advance(Duration.ofHours(24));
    assertThatThrownBy(
            () -> desk.accept(Caller.VISITOR, link.value(), "a@b.example", "A", GOOD, Language.FR))
        .isInstanceOf(NotFound.class);
  }

  private Optional<String> resetLink() {
    return house.ports().letters().all().stream()
        .map(Letter::text)
        .filter(text -> text.contains("nouveau mot de passe"))
        .map(text -> text.substring(text.indexOf("/invitation/") + "/invitation/".length()))
        .map(text -> text.substring(0, text.indexOf('\n')))
        .reduce((one, next) -> next);
  }

  @Test
  void aForgottenPasswordIsReplacedOnce() {
    Account account = house.account("Noé", referent);
    desk.forgotten(Caller.VISITOR, " " + account.email().toUpperCase(java.util.Locale.ROOT));
    String secret = resetLink().orElseThrow();
    assertThatThrownBy(() -> accept(Caller.VISITOR, secret, "court")).isInstanceOf(Invalid.class);
    Account after = accept(Caller.VISITOR, secret, GOOD);
    assertThat(after.id()).isEqualTo(account.id());
    assertThat(house.hasher().matches(GOOD, after.passwordHash().orElseThrow())).isTrue();
    assertThat(after.memberships()).containsExactly(referent);
    assertThat(after.name()).isEqualTo("Noé");
    assertThatThrownBy(() -> accept(Caller.VISITOR, secret, GOOD + "!"))
        .isInstanceOf(NotFound.class);
    assertThat(house.acts()).containsExactly("RESET_PASSWORD");
  }

  @Test
  void aResetLeavesNobodyElseAWayIn() {
    Account account = house.account("Noé", referent);
    desk.newToken(account.caller(), "vieux", Set.of(TokenScope.BODIES_READ), Duration.ofDays(9));
    desk.forgotten(Caller.VISITOR, account.email());
    String first = resetLink().orElseThrow();
    desk.forgotten(Caller.VISITOR, account.email());
    assertThat(resetLink()).as("no second letter at once").contains(first);
    house.clock().advance(Duration.ofMinutes(11));
    desk.forgotten(Caller.VISITOR, account.email());
    String second = resetLink().orElseThrow();
    assertThat(second).isNotEqualTo(first);
    accept(Caller.VISITOR, second, GOOD);
    assertThat(desk.tokens(account.caller())).isEmpty();
    assertThat(house.ports().accounts().withoutPasskeys()).containsExactly(account.id());
    assertThatThrownBy(() -> accept(Caller.VISITOR, first, GOOD)).isInstanceOf(NotFound.class);
  }

  @Test
  void aResetExpiresAndNobodyLearnsWhoHasAnAccount() {
    Account account = house.account("Noé");
    Account stopped = house.account("Ana");
    house.ports().accounts().setDisabled(stopped.id(), Optional.of(house.clock().instant()));
    for (String email :
        List.of("personne@mairie.example", stopped.email(), "", "\0", "\ud83c@mairie.example")) {
      desk.forgotten(Caller.VISITOR, email);
    }
    assertThat(house.ports().letters().all()).isEmpty();
    desk.forgotten(Caller.VISITOR, account.email());
    String secret = resetLink().orElseThrow();
    house.clock().advance(Duration.ofHours(2));
    assertThatThrownBy(() -> accept(Caller.VISITOR, secret, GOOD)).isInstanceOf(NotFound.class);
    assertThat(again(account.id())).isEqualTo(account);
  }

  @Test
  void aPasswordIsChangedByWhoeverKnowsThePresentOne() {
    Account account = house.account("Noé");
    assertThatThrownBy(() -> desk.changePassword(account.caller(), "faux", GOOD))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> desk.changePassword(account.caller(), House.PASSWORD, "court"))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> desk.changePassword(Caller.VISITOR, House.PASSWORD, GOOD))
        .isInstanceOf(Denied.class);
    assertThat(again(account.id())).isEqualTo(account);
    desk.changePassword(account.caller(), House.PASSWORD, GOOD);
    assertThat(house.hasher().matches(GOOD, again(account.id()).passwordHash().orElseThrow()))
        .isTrue();
  }

  @Test
  void aProfileIsOnesOwn() {
    Account account = house.account("Noé");
    desk.setProfile(account.caller(), "  Noé Œuf ", Language.EN);
    Account after = desk.own(account.caller());
    assertThat(after.name()).isEqualTo("Noé Œuf");
    assertThat(after.language()).isEqualTo(Language.EN);
    assertThatThrownBy(() -> desk.own(Caller.VISITOR)).isInstanceOf(Denied.class);
  }

  @Test
  void peopleAreListedAndLeaveABody() {
    Account zoe = house.account("Zoé", referent, new Membership.OfCentre(CentreRole.CSIRT_LEAD));
    assertThat(desk.ofBody(mayor, body.id())).extracting(Account::id).contains(zoe.id());
    desk.removeFromBody(mayor, body.id(), zoe.id());
    assertThat(again(zoe.id()).memberships())
        .containsExactly(new Membership.OfCentre(CentreRole.CSIRT_LEAD));
    assertThatThrownBy(() -> desk.removeFromBody(mayor, body.id(), zoe.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aReferentDoesNotUnmakeTheElectedOfficial() {
    Caller helper = house.of(body, BodyRole.REFERENT);
    AccountId mayorId = mayor.account().orElseThrow();
    assertThatThrownBy(() -> desk.removeFromBody(helper, body.id(), mayorId))
        .isInstanceOf(Denied.class);
    assertThat(again(mayorId).memberships()).containsExactly(official);
    desk.removeFromBody(house.of(CentreRole.ADMINISTRATOR), body.id(), mayorId);
    assertThat(again(mayorId).memberships()).isEmpty();
  }

  @Test
  void anAdministratorStopsOthersButNotThemselves() {
    Caller administrator = house.of(CentreRole.ADMINISTRATOR);
    Account noe = house.account("Noé");
    desk.setDisabled(administrator, noe.id(), true);
    assertThat(again(noe.id()).disabledAt()).contains(house.clock().instant());
    desk.setDisabled(administrator, noe.id(), false);
    assertThat(again(noe.id()).disabledAt()).isEmpty();
    assertThatThrownBy(
            () -> desk.setDisabled(administrator, administrator.account().orElseThrow(), true))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> desk.setDisabled(administrator, AccountId.random(), true))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.setDisabled(mayor, noe.id(), true)).isInstanceOf(Denied.class);
    assertThat(desk.all(administrator)).extracting(Account::id).contains(noe.id());
    assertThatThrownBy(() -> desk.all(mayor)).isInstanceOf(Denied.class);
  }

  @Test
  void aTokenIsShownOnceAndEndsForItsOwnerAlone() {
    Set<TokenScope> scopes = Set.of(TokenScope.PLANS_READ);
    Secrets.Secret secret = desk.newToken(mayor, "Tableau", scopes, Duration.ofDays(30));
    List<ApiToken> tokens = desk.tokens(mayor);
    assertThat(tokens).hasSize(1);
    ApiToken token = tokens.getFirst();
    assertThat(token.tokenHash()).isEqualTo(secret.hash()).isNotEqualTo(secret.value());
    assertThat(token.scopes()).isEqualTo(scopes);
    assertThat(token.expires()).isEqualTo(house.clock().instant().plus(Duration.ofDays(30)));
    Caller stranger = house.of(CentreRole.ADMINISTRATOR);
    desk.revokeToken(stranger, token.id());
    assertThat(desk.tokens(mayor)).hasSize(1);
    desk.revokeToken(mayor, token.id());
    desk.revokeToken(mayor, UUID.randomUUID());
    assertThat(desk.tokens(mayor)).isEmpty();
  }

  @Test
  void aTokenNeedsAScopeADurationAndAName() {
    Set<TokenScope> scopes = Set.of(TokenScope.PLANS_READ);
    assertThatThrownBy(() -> desk.newToken(mayor, "T", Set.of(), Duration.ofDays(30)))
        .isInstanceOf(Invalid.class);
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(-3), Duration.ofDays(367))) {
      assertThatThrownBy(() -> desk.newToken(mayor, "T", scopes, wrong))
          .isInstanceOf(Invalid.class);
    }
    assertThatThrownBy(() -> desk.newToken(mayor, " ", scopes, Duration.ofDays(30)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> desk.newToken(Caller.VISITOR, "T", scopes, Duration.ofDays(30)))
        .isInstanceOf(Denied.class);
    for (int i = 0; i < 50; i++) {
      desk.newToken(mayor, "T" + i, scopes, Duration.ofDays(1));
    }
    assertThatThrownBy(() -> desk.newToken(mayor, "T", scopes, Duration.ofDays(1)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void aProgramNeverGivesItselfMoreThanItHas() {
    Caller program =
        new Caller(
            mayor.account(),
            mayor.name(),
            mayor.memberships(),
            Optional.of(Set.of(TokenScope.ADMIN)));
    assertThatThrownBy(() ->
            desk.newToken(program, "T", Set.of(TokenScope.ASSESSMENTS_WRITE), Duration.ofDays(1)))
        .isInstanceOf(Denied.class);
    desk.newToken(program, "T", Set.of(TokenScope.ADMIN), Duration.ofDays(1));
    assertThat(desk.tokens(mayor)).hasSize(1);
  }
}

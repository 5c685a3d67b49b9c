package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.account.Invitation;
import fr.bastide.loop.account.Invitations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What [Invitations] promises.
public abstract class InvitationsContract extends Contract {

  private Invitations invitations() {
    return ports().invitations();
  }

  private Invitation kept(
      Optional<String> email, Optional<Membership> hat, Optional<AccountId> by) {
    Invitation invitation =
        new Invitation(hash(), email, hat, by, Samples.NOON.plusSeconds(3600), Optional.empty());
    byHouse(() -> invitations().add(invitation));
    return invitation;
  }

  private Invitation again(Invitation invitation) {
    return asHouse(() -> invitations().find(invitation.tokenHash())).orElseThrow();
  }

  private static Invitation used(Invitation i, Instant at) {
    return new Invitation(
        i.tokenHash(), i.email(), i.membership(), i.invitedBy(), i.expires(), Optional.of(at));
  }

  @Test
  void linksToSetAPasswordAreKnownAndEndedByAddress() {
    String email = "maire-" + hash().substring(0, 8) + "@mairie.exemple";
    Invitation reset = kept(Optional.of(email), Optional.empty(), Optional.empty());
    Invitation hat =
        kept(
            Optional.of(email),
            Optional.of(new Membership.OfBody(existingBody(), BodyRole.REFERENT)),
            Optional.empty());
    Invitation other = kept(Optional.of("x" + email), Optional.empty(), Optional.empty());
    assertThat(awaitsReset(email, reset.expires().minusSeconds(1))).isTrue();
    assertThat(awaitsReset(email, reset.expires())).isFalse();
    assertThat(awaitsReset("y" + email, Samples.NOON)).isFalse();
    byHouse(() -> invitations().endResets(email, Samples.NOON));
    assertThat(awaitsReset(email, Samples.NOON)).isFalse();
    assertThat(again(reset)).isEqualTo(used(reset, Samples.NOON));
    assertThat(again(hat)).isEqualTo(hat);
    assertThat(again(other)).isEqualTo(other);
  }

  private boolean awaitsReset(String email, Instant after) {
    return asHouse(() -> invitations().awaitsReset(email, after));
  }

  @Test
  void comesBackAsItWasKeptWhateverHatItGives() {
    BodyId body = existingBody();
    ProviderId provider = existingProvider();
    AccountId inviter = existingAccount();
    List<Membership> hats = new ArrayList<>();
    for (BodyRole role : BodyRole.values()) {
      hats.add(new Membership.OfBody(body, role));
    }
    for (ProviderRole role : ProviderRole.values()) {
      hats.add(new Membership.OfProvider(provider, role));
    }
    for (CentreRole role : CentreRole.values()) {
      hats.add(new Membership.OfCentre(role));
    }
    for (Membership hat : hats) {
      Invitation kept =
          kept(Optional.of("zoe@mairie.example"), Optional.of(hat), Optional.of(inviter));
      assertThat(again(kept)).isEqualTo(kept);
    }
    Invitation bare = kept(Optional.of("zoe@mairie.example"), Optional.empty(), Optional.empty());
    assertThat(again(bare)).isEqualTo(bare);
    assertThat(asHouse(() -> invitations().find(hash()))).isEmpty();
  }

  @Test
  void isUsedOnceAndRemembersWhen() {
    Invitation kept = kept(Optional.of("zoe@mairie.example"), Optional.empty(), Optional.empty());
    Instant at = Samples.NOON.plusSeconds(1);
    assertThat(asHouse(() -> invitations().use(kept.tokenHash(), at))).isTrue();
    assertThat(asHouse(() -> invitations().use(kept.tokenHash(), at.plusSeconds(1)))).isFalse();
    assertThat(asHouse(() -> invitations().use(hash(), at))).isFalse();
    assertThat(again(kept)).isEqualTo(used(kept, at));
  }

  @Test
  void isUsedByOneOfThoseAtOnce() {
    Invitation kept = kept(Optional.of("zoe@mairie.example"), Optional.empty(), Optional.empty());
    assertThat(atOnce(CROWD, i -> asHouse(() -> invitations().use(kept.tokenHash(), Samples.NOON))))
        .containsOnlyOnce(true);
  }

  @Test
  void endsAdministratorLinksThatNobodyUsed() {
    Optional<Membership> administrator =
        Optional.of(new Membership.OfCentre(CentreRole.ADMINISTRATOR));
    Invitation link = kept(Optional.empty(), administrator, Optional.empty());
    Invitation usedLink = kept(Optional.empty(), administrator, Optional.empty());
    Invitation byMail =
        kept(Optional.of("zoe@centre.example"), administrator, Optional.of(existingAccount()));
    asHouse(() -> invitations().use(usedLink.tokenHash(), Samples.NOON));
    Instant at = Samples.NOON.plusSeconds(60);
    byHouse(() -> invitations().endAdministratorLinks(at));
    assertThat(again(link)).isEqualTo(used(link, at));
    assertThat(again(usedLink)).isEqualTo(used(usedLink, Samples.NOON));
    assertThat(again(byMail)).isEqualTo(byMail);
    assertThat(asHouse(() -> invitations().use(link.tokenHash(), at))).isFalse();
  }
}

package fr.bastide.web;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Provider;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Two bodies, and one person of each kind to look at the first of them: of every role, and of a
/// firm for every scope and every standing of a mandate.
final class MatrixHouse {

  static final BodyId A = new BodyId("commune-12145");
  static final BodyId B = new BodyId("commune-12202");

  /// Those who must learn nothing of body A.
  static final Set<String> STRANGERS =
      Set.of(
          "visitor",
          "foreign",
          "unmandated",
          "revoked",
          "expired",
          "elsewhere",
          "editor",
          "observer");

  /// Those who hold a mandate of body A, and its scope.
  static final Map<String, MandateScope> MANDATED =
      Map.of(
          "assess", MandateScope.ASSESS,
          "monitor", MandateScope.MONITOR,
          "respond", MandateScope.RESPOND,
          "inspect", MandateScope.INSPECT);

  private static final Duration MONTH = Duration.ofDays(30);

  private final TestServer server;
  private final Map<String, Account> people = new LinkedHashMap<>();
  private final Map<String, Mandate> held = new LinkedHashMap<>();
  private final Account clerk;

  MatrixHouse(TestServer server) {
    this.server = server;
    this.clerk = server.person(new Membership.OfBody(A, BodyRole.OFFICIAL));
    Account neighbour = server.person(new Membership.OfBody(B, BodyRole.OFFICIAL));
    join("official", new Membership.OfBody(A, BodyRole.OFFICIAL));
    join("referent", new Membership.OfBody(A, BodyRole.REFERENT));
    join("dpo", new Membership.OfBody(A, BodyRole.DATA_PROTECTION_OFFICER));
    join("foreign", new Membership.OfBody(B, BodyRole.REFERENT));
    Instant now = Instant.now();
    holder("assess", ProviderRole.AUDITOR, now);
    holder("monitor", ProviderRole.SOC_ANALYST, now);
    holder("respond", ProviderRole.INTEGRATOR, now);
    holder("inspect", ProviderRole.AUDITOR, now);
    employed("unmandated");
    revoked(employed("revoked"), now);
    grant(employed("expired"), MandateScope.ASSESS, now.minus(MONTH), now.minusSeconds(60));
    desk()
        .grant(
            neighbour.caller(),
            B,
            new MandateDesk.Grant(
                employed("elsewhere").id(),
                Set.of(MandateScope.values()),
                now.minus(MONTH),
                now.plus(MONTH),
                true));
    join("operator", new Membership.OfCentre(CentreRole.CSIRT_OPERATOR));
    join("lead", new Membership.OfCentre(CentreRole.CSIRT_LEAD));
    join("programme", new Membership.OfCentre(CentreRole.PROGRAMME_OFFICER));
    join("editor", new Membership.OfCentre(CentreRole.OBSERVATORY_EDITOR));
    join("observer", new Membership.OfCentre(CentreRole.STATE_OBSERVER));
    join("admin", new Membership.OfCentre(CentreRole.ADMINISTRATOR));
  }

  /// Everybody but the visitor, in the order of the columns.
  Map<String, Account> people() {
    return people;
  }

  /// One of them.
  Account person(String kind) {
    return Objects.requireNonNull(people.get(kind));
  }

  /// Another official of body A, who is in no column and makes what the calls need.
  Account clerk() {
    return clerk;
  }

  /// Somebody at the doors of the server, with a token of these scopes.
  MatrixCaller caller(String kind, Set<TokenScope> scopes)
      throws IOException, InterruptedException {
    Account account = person(kind);
    return new MatrixCaller(server, account.email(), token(account, scopes));
  }

  /// A new token of a person.
  String token(Account owner, Set<TokenScope> scopes) {
    return server
        .context()
        .getBean(AccountDesk.class)
        .newToken(owner.caller(), "matrice", scopes, Duration.ofDays(1))
        .value();
  }

  /// The mandate under which this kind of caller would bring a vendor in: its own, else that of the
  /// auditor.
  Mandate mandateOf(String kind) {
    return Optional.ofNullable(held.get(kind))
        .orElseGet(() -> Objects.requireNonNull(held.get("assess")));
  }

  /// A new firm without people.
  Provider firm(String name) {
    return desk().addProvider(server.administrator().caller(), name, Optional.empty(), "Rodez");
  }

  /// A new mandate of body A.
  Mandate grant(Provider firm, MandateScope scope, Instant from, Instant until) {
    return desk()
        .grant(
            clerk.caller(), A, new MandateDesk.Grant(firm.id(), Set.of(scope), from, until, true));
  }

  private void holder(String kind, ProviderRole role, Instant now) {
    Provider firm = firm("Mandat " + kind);
    join(kind, new Membership.OfProvider(firm.id(), role));
    MandateScope scope = Objects.requireNonNull(MANDATED.get(kind));
    held.put(kind, grant(firm, scope, now.minusSeconds(60), now.plus(MONTH)));
  }

  private Provider employed(String kind) {
    Provider firm = firm("Mandat " + kind);
    join(kind, new Membership.OfProvider(firm.id(), ProviderRole.AUDITOR));
    return firm;
  }

  private void revoked(Provider firm, Instant now) {
    for (MandateScope scope : MandateScope.values()) {
      Mandate mandate = grant(firm, scope, now.minusSeconds(60), now.plus(MONTH));
      desk().revoke(clerk.caller(), A, mandate.id());
    }
  }

  private void join(String kind, Membership hat) {
    people.put(kind, server.person(hat));
  }

  private MandateDesk desk() {
    return server.context().getBean(MandateDesk.class);
  }
}

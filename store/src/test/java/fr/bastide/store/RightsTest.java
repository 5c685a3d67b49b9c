package fr.bastide.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Gate;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.mandate.MandateScope;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/// The database lets each kind of person do to each table what the application lets them do, and
/// nothing else: for the body they are of, and for another one.
class RightsTest extends RowSecurityWorld {

  private static final String REFUSED = "42501";

  private final Gate gate = new Gate(ports.mandates(), InstantSource.fixed(Samples.NOON));
  private final BodyId foreign = existingBody();
  private final Caller agent = worker(existingProvider());
  private final Caller referent = person(new Membership.OfBody(world.body, BodyRole.REFERENT));
  private final Caller operator = centre(CentreRole.CSIRT_OPERATOR);

  @Test
  void everyTableHasALine() {
    var lines =
        TableRights.all().stream()
            .filter(line -> line.what().size() == 4)
            .map(TableRights::table)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    assertThat(lines).containsExactlyInAnyOrderElementsOf(tables());
  }

  @Test
  void theDatabaseAllowsWhatTheApplicationAllows() {
    var rows = rows();
    var differences = new ArrayList<String>();
    var allowed = 0;
    for (var asker : askers()) {
      for (var line : TableRights.all()) {
        for (var deed : line.what()) {
          var expected = deed.permission().allows(asker);
          var outcome = tries(asker, deed.sql(), rows);
          allowed += expected ? 1 : 0;
          if (!outcome.equals(expected ? "allowed" : "refused")) {
            differences.add(
                "%s, %s %s: %s, should be %s: %s"
                    .formatted(
                        asker.name(),
                        line.table(),
                        line.rows(),
                        outcome,
                        expected ? "allowed" : "refused",
                        deed.sql().strip()));
          }
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(allowed).as("some are allowed").isGreaterThan(300);
  }

  /// What became of a statement; whatever it did is undone.
  private String tries(Asker asker, String sql, Map<String, Object> rows) {
    var params = new HashMap<>(rows);
    params.put("fresh", UUID.randomUUID());
    params.put("hash", hash());
    params.put("me", asker.caller().account().map(AccountId::value).orElse(agentId()));
    try {
      if (asker.house()) {
        asHouse(() -> attempt(sql, params));
      } else {
        inside(asker.caller(), () -> attempt(sql, params));
      }
      throw new AssertionError("nothing undid it");
    } catch (Undone undone) {
      return undone.outcome;
    }
  }

  private UUID agentId() {
    return agent.account().orElseThrow().value();
  }

  private Object attempt(String sql, Map<String, Object> params) {
    var statement = raw.sql(sql).params(params);
    try {
      long touched =
          sql.startsWith("SELECT") ? statement.query(Long.class).single() : statement.update();
      throw new Undone(touched > 0 ? "allowed" : "refused");
    } catch (DataAccessException e) {
      var root = e.getRootCause();
      throw new Undone(
          root instanceof SQLException refused && REFUSED.equals(refused.getSQLState())
              ? "refused"
              : "failed: " + root);
    }
  }

  /// Carries the outcome out of a transaction that is thereby undone.
  private static final class Undone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String outcome;

    Undone(String outcome) {
      super(outcome);
      this.outcome = outcome;
    }
  }

  private Map<String, Object> rows() {
    byHouse(() -> ports.journal().append(event(Optional.of(world.account), Optional.empty())));
    var rows = new HashMap<String, Object>();
    rows.put("body", world.body.value());
    rows.put("mayor", world.account.value());
    rows.put("agent", agentId());
    rows.put("referent", referent.account().orElseThrow().value());
    rows.put("operator", operator.account().orElseThrow().value());
    rows.put("firm", world.firm.value());
    rows.put("mandate", world.mandate.id().value());
    rows.put("assessment", world.assessment.value());
    rows.put("plan", only("SELECT id FROM bastide.plan", UUID.class));
    rows.put("attachment", only("SELECT id FROM bastide.attachment", UUID.class));
    rows.put("report", only("SELECT id FROM bastide.report", UUID.class));
    rows.put("message", only("SELECT id FROM bastide.report_message", UUID.class));
    rows.put("session", only("SELECT primary_id FROM bastide.spring_session", String.class));
    return rows;
  }

  private <T> T only(String sql, Class<T> type) {
    return owner.sql(sql).query(type).single();
  }

  private List<Asker> askers() {
    var askers = new ArrayList<Asker>();
    askers.add(new Asker("the house", Caller.VISITOR, true, Set.of(), Set.of()));
    askers.add(asker("a visitor", Caller.VISITOR));
    askers.add(asker("somebody without a hat", person()));
    askers.add(asker("the mayor", world.mayor, Asker.Trait.OWNER, Asker.Trait.INVITES_SOMEWHERE));
    for (var role : CentreRole.values()) {
      askers.add(asker(role + " of the centre", centre(role), invites(role)));
    }
    for (var role : BodyRole.values()) {
      askers.add(asker(role + " of the body", member(world.body, role), invites(role, true)));
      askers.add(asker(role + " of another body", member(foreign, role), invites(role, false)));
    }
    askers.addAll(workers());
    return askers;
  }

  private static Asker.Trait[] invites(CentreRole role) {
    return Act.INVITE_TO_BODY.rule().centre().contains(role)
        ? new Asker.Trait[] {Asker.Trait.INVITES_SOMEWHERE}
        : new Asker.Trait[0];
  }

  private static Asker.Trait[] invites(BodyRole role, boolean here) {
    var traits = new ArrayList<Asker.Trait>();
    if (Act.INVITE_TO_BODY.rule().people().contains(role)) {
      traits.add(Asker.Trait.INVITES_SOMEWHERE);
    }
    if (here && role == BodyRole.REFERENT) {
      traits.add(Asker.Trait.REFERENT);
    }
    return traits.toArray(Asker.Trait[]::new);
  }

  private List<Asker> workers() {
    var askers = new ArrayList<Asker>();
    askers.add(asker("holder", worker(world.firm), Asker.Trait.HOLDER));
    for (var scope : MandateScope.values()) {
      askers.add(asker(scope + " for the body", hired(world.body, Optional.empty(), scope)));
      askers.add(asker(scope + " for another body", hired(foreign, Optional.empty(), scope)));
      var above = grant(world.body, existingProvider(), Optional.empty(), scope);
      askers.add(asker(scope + " as a vendor", hired(world.body, Optional.of(above.id()), scope)));
    }
    var all = MandateScope.values();
    for (var end : List.of(-1, 1)) {
      var firm = existingProvider();
      var from = Samples.NOON.plusSeconds(end * 100L - 50);
      grant(world.body, firm, Optional.empty(), from, from.plusSeconds(100), all);
      askers.add(asker(end < 0 ? "a mandate that ended" : "one not begun", worker(firm)));
    }
    var firm = existingProvider();
    var ended = grant(world.body, firm, Optional.empty(), all);
    var vendor = hired(world.body, Optional.of(ended.id()), all);
    byHouse(() -> ports.mandates().revoke(ended.id(), Samples.NOON));
    askers.add(asker("a mandate that was revoked", worker(firm)));
    askers.add(asker("a vendor under one that was revoked", vendor));
    return askers;
  }

  private Caller hired(BodyId body, Optional<MandateId> under, MandateScope... scopes) {
    var firm = existingProvider();
    grant(body, firm, under, scopes);
    return worker(firm);
  }

  private Caller member(BodyId body, BodyRole role) {
    return person(new Membership.OfBody(body, role));
  }

  private Asker asker(String name, Caller caller, Asker.Trait... traits) {
    var acts = EnumSet.noneOf(Act.class);
    byHouse(() ->
        Arrays.stream(Act.values())
            .filter(act -> gate.allows(caller, act, world.body))
            .forEach(acts::add));
    return new Asker(name, caller, false, acts, Set.of(traits));
  }
}

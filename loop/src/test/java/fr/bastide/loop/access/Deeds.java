package fr.bastide.loop.access;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.board.Boards;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.territory.NewBody;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How each use case is done: with all that makes it a good one, or with nonsense about things that
/// are not there.
final class Deeds {

  /// What nothing is called.
  static final String NONSENSE = "☃";

  private static final byte[] CSV =
      "nom;forme;insee\nUn syndicat;syndicat;09001\n".getBytes(StandardCharsets.UTF_8);

  private final Map<String, Deed> all = new TreeMap<>();
  private final Set<String> naming = new HashSet<>();

  /// One use case done by somebody to a body.
  @FunctionalInterface
  interface Deed {
    void by(Caller caller, BodyId body, Estate estate, boolean sane);
  }

  Deeds() {
    new AccountDeeds(this).add();
    new AssessmentDeeds(this).add();
    new IntakeDeeds(this).add();
    bodies();
    territory();
    mandates();
  }

  /// All of them, by desk, name and number of parameters.
  Map<String, Deed> all() {
    return all;
  }

  /// Those that name a thing within the body, which may be a thing of another one.
  Set<String> naming() {
    return naming;
  }

  /// Makes ready for a use case: an assessment starts only once the one before is completed, and a
  /// plan is followed once there is one.
  static void makeReady(String useCase, Estate estate) {
    if (useCase.startsWith("AssessmentDesk.start/")) {
      estate.close();
    }
    if (useCase.startsWith("PlanDesk.")) {
      estate.plan();
    }
    if (useCase.startsWith("ReportDesk.") || useCase.startsWith("QueueDesk.")) {
      estate.intake();
    }
  }

  private void bodies() {
    add(
        "BodyDesk.search/3",
        (caller, body, estate, sane) -> estate.house().bodies().search(caller, "Foix", 5));
    add(
        "BodyDesk.view/2",
        (caller, body, estate, sane) -> estate.house().bodies().view(caller, body));
    add("BodyDesk.mine/1", (caller, body, estate, sane) -> estate.house().bodies().mine(caller));
    add(
        "BodyDesk.setWorkstations/3",
        (caller, body, estate, sane) ->
            estate.house().bodies().setWorkstations(caller, body, sane ? 12 : -1));
    add(
        "BodyDesk.add/4",
        (caller, body, estate, sane) ->
            estate
                .house()
                .bodies()
                .add(
                    caller,
                    new NewBody(
                        "Syndicat des eaux",
                        BodyForm.SYNDICATE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                    sane ? "09" : "trop long",
                    "76"));
    add(
        "BodyDesk.rehearse/2",
        (caller, body, estate, sane) ->
            estate.house().bodies().rehearse(caller, sane ? CSV : new byte[0]));
    add(
        "BodyDesk.bringIn/3",
        (caller, body, estate, sane) ->
            estate.house().bodies().bringIn(caller, sane ? CSV : new byte[0], "76"));
  }

  private void territory() {
    add(
        "BoardDesk.rows/2",
        (caller, body, estate, sane) ->
            estate
                .house()
                .boards()
                .rows(
                    caller,
                    new Boards.Query(
                        sane ? Optional.empty() : Optional.of("trop long"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Boards.Order.WEAKEST,
                        0,
                        10)));
    add(
        "BoardDesk.aggregates/1",
        (caller, body, estate, sane) -> estate.house().boards().aggregates(caller));
    add(
        "JournalDesk.ofBody/3",
        (caller, body, estate, sane) ->
            estate.house().journal().ofBody(caller, body, sane ? 10 : -1));
    add(
        "JournalDesk.latest/2",
        (caller, body, estate, sane) -> estate.house().journal().latest(caller, sane ? 10 : -1));
  }

  private void mandates() {
    add(
        "MandateDesk.ofBody/2",
        (caller, body, estate, sane) -> estate.house().mandates().ofBody(caller, body));
    add(
        "MandateDesk.grant/3",
        (caller, body, estate, sane) ->
            estate.house().mandates().grant(caller, body, grant(estate, sane)));
    addNaming(
        "MandateDesk.bringVendor/4",
        (caller, body, estate, sane) ->
            estate
                .house()
                .mandates()
                .bringVendor(caller, body, mandate(estate, sane), grant(estate, sane)));
    addNaming(
        "MandateDesk.revoke/3",
        (caller, body, estate, sane) ->
            estate.house().mandates().revoke(caller, body, mandate(estate, sane)));
    add(
        "MandateDesk.mine/1",
        (caller, body, estate, sane) -> estate.house().mandates().mine(caller));
    add(
        "MandateDesk.providers/1",
        (caller, body, estate, sane) -> estate.house().mandates().providers(caller));
    add(
        "MandateDesk.addProvider/4",
        (caller, body, estate, sane) ->
            estate
                .house()
                .mandates()
                .addProvider(caller, sane ? "Rempart" : "", Optional.empty(), "Albi"));
  }

  /// Adds one that names nothing within the body.
  void add(String key, Deed deed) {
    all.put(key, deed);
  }

  /// Adds one that names a thing within the body.
  void addNaming(String key, Deed deed) {
    all.put(key, deed);
    naming.add(key);
  }

  private static MandateId mandate(Estate estate, boolean sane) {
    return sane ? estate.mandate() : MandateId.random();
  }

  private static MandateDesk.Grant grant(Estate estate, boolean sane) {
    Estate.Period period = estate.period();
    Set<MandateScope> scopes = sane ? estate.scopes() : Set.of();
    return new MandateDesk.Grant(estate.guest(), scopes, period.from(), period.until(), false);
  }
}

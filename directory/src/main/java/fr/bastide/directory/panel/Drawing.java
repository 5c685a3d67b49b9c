package fr.bastide.directory.panel;

import fr.bastide.directory.DirectoryException;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Provider;
import fr.bastide.directory.panel.Candidate.Standing;
import fr.bastide.directory.sourcing.Rank;
import fr.bastide.directory.sourcing.SourcingPolicy;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One draw, from the need to the panel: who is eligible, then rank by rank the rotation.
final class Drawing {

  private final Need need;
  private final Snapshot snapshot;
  private final SourcingPolicy policy;
  private final long seed;
  private final Ledger ledger;
  private final Lots lots;
  private final SortedMap<String, Long> changes = new TreeMap<>();

  /// Reasons of the rotation, and who is seated.
  private final Map<EntryId, Check> rotation = new HashMap<>();

  private final Map<String, EntryId> seated = new TreeMap<>();

  /// Under which name each provider contends: its own, or its group's.
  private final Map<EntryId, String> unitOf = new HashMap<>();

  private final SortedMap<String, Long> owed = new TreeMap<>();

  Drawing(Need need, Snapshot snapshot, SourcingPolicy policy, long seed, Ledger ledger) {
    if (need.date().isBefore(policy.inForce())) {
      throw new DirectoryException(
          new Text(
              "La politique d’achat "
                  + policy.version()
                  + " ne vaut qu’à partir du "
                  + policy.inForce()
                  + "\u00a0: donnez celle qui valait à la date du besoin.",
              "The sourcing policy "
                  + policy.version()
                  + " holds from "
                  + policy.inForce()
                  + " only: give the one that held on the day of the need."));
    }
    this.need = need;
    this.snapshot = snapshot;
    this.policy = policy;
    this.seed = seed;
    this.ledger = ledger;
    lots = new Lots(seed, need.reference());
    for (Provider provider : snapshot.facts().providers()) {
      unitOf.put(provider.id(), unit(provider));
    }
  }

  Draw draw() {
    Eligibility eligibility = new Eligibility(need, snapshot.facts(), policy);
    Map<EntryId, Eligibility.Finding> findings = new TreeMap<>();
    for (Provider provider : snapshot.facts().providers()) {
      findings.put(provider.id(), eligibility.of(provider));
    }
    for (Rank rank : Rank.values()) {
      seat(rank, units(rank, findings));
    }
    List<Candidate> candidates = new ArrayList<>();
    findings.forEach((id, finding) -> candidates.add(candidate(id, finding)));
    return new Draw(
        need,
        snapshot,
        policy,
        seed,
        new Ledger(owed, ledger.draws(), ledger.digest()),
        candidates,
        panel(findings),
        changes);
  }

  /// The eligible providers of a rank, firms with one owner together.
  private SortedMap<String, List<EntryId>> units(
      Rank rank, Map<EntryId, Eligibility.Finding> findings) {
    SortedMap<String, List<EntryId>> units = new TreeMap<>();
    for (Provider provider : snapshot.facts().providers()) {
      Eligibility.Finding finding = findings.get(provider.id());
      if (finding != null && finding.eligible() && finding.rank() == rank) {
        units.computeIfAbsent(unit(provider.id()), _ -> new ArrayList<>()).add(provider.id());
      }
    }
    return units;
  }

  private void seat(Rank rank, SortedMap<String, List<EntryId>> units) {
    for (String unit : List.copyOf(units.keySet())) {
      EntryId already = seated.get(unit);
      if (already != null) {
        tell(units.getOrDefault(unit, List.of()), Check.of(Reason.GROUP_SEATED, already));
        units.remove(unit);
      }
    }
    int places = need.size() - seated.size();
    if (units.isEmpty()) {
      return;
    }
    if (places == 0) {
      Check nearer = Check.of(Reason.NEARER_ORIGINS_FIRST, rank.name());
      units.values().forEach(members -> tell(members, nearer));
      return;
    }
    units.keySet().forEach(this::remember);
    List<String> winners = lots.seat(units.keySet(), places, ledger, changes);
    Check waits = Check.of(Reason.OTHERS_WAITED_LONGER, winners.size(), units.size());
    units.forEach((unit, members) -> {
      if (winners.contains(unit)) {
        seat(unit, members, Check.of(Reason.SEATED, winners.size(), units.size()));
      } else {
        tell(members, waits);
      }
    });
  }

  /// Seats one of a group's members, by the same rotation among them.
  private void seat(String unit, List<EntryId> members, Check reason) {
    EntryId chosen = members.getFirst();
    if (members.size() > 1) {
      List<String> names = members.stream().map(EntryId::value).toList();
      names.forEach(this::remember);
      chosen = new EntryId(lots.seat(names, 1, ledger, changes).getFirst());
      tell(members, Check.of(Reason.GROUP_SEATED, chosen));
    }
    seated.put(unit, chosen);
    rotation.put(chosen, reason);
  }

  private void tell(List<EntryId> members, Check check) {
    members.forEach(member -> rotation.put(member, check));
  }

  /// Keeps what the ledger says of a contender: the draw can be replayed from that alone.
  private void remember(String contender) {
    if (ledger.credit(contender) != 0) {
      owed.put(contender, ledger.credit(contender));
    }
  }

  private Candidate candidate(EntryId id, Eligibility.Finding finding) {
    if (!finding.eligible()) {
      return new Candidate(id, Standing.EXCLUDED, Optional.empty(), 0, "", finding.against());
    }
    List<Check> checks = new ArrayList<>(finding.checks());
    Check turn = rotation.get(id);
    if (turn != null) {
      checks.add(turn);
    }
    String unit = unit(id);
    remember(unit);
    return new Candidate(
        id,
        seated.containsValue(id) ? Standing.SEATED : Standing.ELIGIBLE,
        Optional.of(finding.rank()),
        ledger.credit(unit),
        lots.lot(unit),
        checks);
  }

  private List<EntryId> panel(Map<EntryId, Eligibility.Finding> findings) {
    return seated.values().stream()
        .sorted(
            Comparator.comparing((EntryId id) -> rank(findings, id))
                .thenComparing(id -> lots.lot(unit(id))))
        .toList();
  }

  private static Rank rank(Map<EntryId, Eligibility.Finding> findings, EntryId id) {
    Eligibility.Finding finding = findings.get(id);
    return finding == null ? Rank.OTHER : finding.rank();
  }

  private String unit(EntryId id) {
    return unitOf.getOrDefault(id, id.value());
  }

  private static String unit(Provider provider) {
    return provider.identity().group().map(group -> "group:" + group).orElse(provider.id().value());
  }
}

package fr.bastide.directory.internal;

import fr.bastide.directory.panel.Candidate;
import fr.bastide.directory.panel.Check;
import fr.bastide.directory.panel.Draw;
import fr.bastide.directory.panel.Ledger;
import fr.bastide.directory.panel.Snapshot;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A draw as JSON. What [DrawReader] needs to draw it again comes in; the outcome stands under
/// `result`.
public final class DrawJson {

  private DrawJson() {}

  /// The whole draw, with its digest.
  public static Map<String, Object> of(Draw draw) {
    Map<String, Object> json = bare(draw);
    json.put("snapshot", snapshot(draw.snapshot()));
    json.put(
        "result", result(draw).list("candidates", draw.candidates(), DrawJson::candidate).done());
    json.put("digest", draw.digest());
    return json;
  }

  /// What the digest covers: the snapshot by its own digest, no candidates (they follow from the
  /// rest), and not itself.
  public static Map<String, Object> bare(Draw draw) {
    return new JsonMap()
        .put("bastide", "draw/1")
        .put("algorithm", Draw.ALGORITHM)
        .put("seed", Long.toString(draw.seed()))
        .put("need", NeedJson.of(draw.need()))
        .put("policy", PolicyJson.of(draw.policy()))
        .put("snapshot", Map.of("digest", draw.snapshot().digest()))
        .put("history", history(draw.history()))
        .put("result", result(draw).done())
        .done();
  }

  private static JsonMap result(Draw draw) {
    return new JsonMap().texts("panel", draw.panel()).put("changes", credits(draw.changes()));
  }

  private static Map<String, Object> snapshot(Snapshot snapshot) {
    return Map.of("digest", snapshot.digest(), "directory", DirectoryJson.of(snapshot.facts()));
  }

  private static Map<String, Object> history(Ledger history) {
    return new JsonMap()
        .put("draws", history.draws())
        .text("digest", history.digest())
        .put("credits", credits(history.credits()))
        .done();
  }

  private static Map<String, Object> credits(SortedMap<String, Long> credits) {
    return new TreeMap<>(credits);
  }

  private static Object candidate(Candidate candidate) {
    JsonMap json =
        new JsonMap()
            .put("provider", candidate.provider().value())
            .put("standing", candidate.standing())
            .text("rank", candidate.rank().map(Spelling::of))
            .text("lot", candidate.lot())
            .list("checks", candidate.checks(), DrawJson::check);
    if (!candidate.lot().isEmpty()) {
      json.put("credit", candidate.credit());
    }
    return json.done();
  }

  private static Object check(Check check) {
    return new JsonMap()
        .put("reason", check.reason().word())
        .texts("values", check.values())
        .done();
  }
}

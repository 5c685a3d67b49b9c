package fr.bastide.directory.internal;

import fr.bastide.directory.EntryId;
import fr.bastide.directory.panel.Need;
import java.util.Map;

/// A need as JSON, in the shape that [NeedReader] reads.
final class NeedJson {

  private NeedJson() {}

  static Map<String, Object> of(Need need) {
    Need.Wishes wishes = need.wishes();
    JsonMap json =
        new JsonMap()
            .put("bastide", "need/1")
            .put("reference", need.reference())
            .put("kind", need.kind())
            .put("date", need.date().toString())
            .flag("exercise", need.exercise())
            .put("body", body(need.body()))
            .put("size", need.size())
            .texts("skills", wishes.skills())
            .texts("labels", wishes.labels())
            .text("hours", wishes.hours().map(Spelling::of))
            .flag("knows-sector", wishes.knowsSector())
            .text("measure", wishes.measure())
            .flag("solution", wishes.solution())
            .list("audited-by", need.ties().auditedBy(), NeedJson::tie)
            .list("supplied-by", need.ties().suppliedBy(), NeedJson::tie)
            .list("declined", need.ties().declined().entrySet(), NeedJson::declined);
    wishes.withinKm().ifPresent(most -> json.put("within-km", most));
    wishes.insurance().ifPresent(least -> json.put("insurance", JsonMap.euros(least)));
    wishes
        .price()
        .ifPresent(limit ->
            json.put(
                "price",
                new JsonMap()
                    .put("unit", limit.unit())
                    .put("most", JsonMap.euros(limit.most()))
                    .done()));
    return json.done();
  }

  private static Map<String, Object> body(Need.Body body) {
    JsonMap json =
        new JsonMap()
            .put("name", body.name())
            .put("form", body.form())
            .put("departement", body.departement())
            .put("region", body.region());
    body.at()
        .ifPresent(at ->
            json.put("lat", JsonMap.degrees(at.microLatitude()))
                .put("lon", JsonMap.degrees(at.microLongitude())));
    return json.done();
  }

  private static Object tie(Need.Tie tie) {
    return new JsonMap()
        .put("provider", tie.provider().value())
        .text("declared", tie.declared())
        .done();
  }

  private static Object declined(Map.Entry<EntryId, String> refusal) {
    return new JsonMap()
        .put("provider", refusal.getKey().value())
        .put("reason", refusal.getValue())
        .done();
  }
}

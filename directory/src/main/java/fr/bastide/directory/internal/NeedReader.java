package fr.bastide.directory.internal;

import fr.bastide.directory.Area;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Hours;
import fr.bastide.directory.Price;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.NeedFiles;
import fr.bastide.directory.file.Reading;
import fr.bastide.directory.panel.Need;
import fr.bastide.document.Findings;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads a need.
public final class NeedReader {

  private static final Text DEPARTEMENT =
      new Text(
          "Un département s’écrit par son code, entre guillemets\u00a0: \"09\" ou \"2A\".",
          "A département is written by its code, in quotes: \"09\" or \"2A\".");
  private static final Text REGION =
      new Text(
          "Une région s’écrit par son code à deux chiffres, entre guillemets\u00a0: \"76\".",
          "A region is written by its code of two digits, in quotes: \"76\".");
  private static final Text MEASURE =
      new Text(
          "Une mesure s’écrit thème.mesure, comme backups.keep-offline-copy.",
          "A measure is written theme.measure, such as backups.keep-offline-copy.");

  private static final String[] KEYS = {
    "bastide",
    "reference",
    "kind",
    "date",
    "exercise",
    "body",
    "size",
    "skills",
    "labels",
    "hours",
    "within-km",
    "price",
    "insurance",
    "knows-sector",
    "measure",
    "solution",
    "audited-by",
    "supplied-by",
    "declined"
  };

  private NeedReader() {}

  /// See [NeedFiles#read].
  public static Reading<Need> read(byte[] bytes, Vocabulary vocabulary) {
    Findings findings = new Findings("");
    Optional<Need> need =
        YamlReader.read(bytes, NeedFiles.MAX_BYTES, findings)
            .map(yaml -> Fields.of(yaml, "", findings))
            .flatMap(fields -> read(fields, Words.of(vocabulary)));
    return Reading.of(need, findings);
  }

  /// The need in these fields, if it can be made out; what is wrong goes to their findings.
  static Optional<Need> read(Fields fields, Words words) {
    fields.known(KEYS);
    Heads.check(fields, "need/1");
    List.of("kind", "date").forEach(fields::need);
    String reference = fields.text("reference", 80);
    Optional<Need.Kind> kind = fields.constant("kind", Need.Kind.values());
    Optional<LocalDate> date = fields.date("date");
    Optional<Need.Body> body =
        fields.need("body").flatMap(_ -> fields.inner("body")).map(NeedReader::body);
    int size = fields.whole("size", 1, Need.LARGEST).orElse(Need.USUAL);
    Optional<Need.Wishes> wishes = wishes(fields, words);
    Need.Ties ties =
        new Need.Ties(ties(fields, "audited-by"), ties(fields, "supplied-by"), declined(fields));
    if (reference.isEmpty() || kind.isEmpty() || date.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    return wishes.map(asked ->
        new Need(
            reference,
            kind.get(),
            date.get(),
            fields.flag("exercise"),
            body.get(),
            size,
            asked,
            ties));
  }

  private static Need.Body body(Fields fields) {
    fields.known("name", "form", "departement", "region", "lat", "lon");
    List.of("form", "departement", "region").forEach(fields::need);
    return new Need.Body(
        fields.text("name", 200),
        fields.constant("form", BodyForm.values()).orElse(BodyForm.OTHER),
        fields
            .parsed("departement", text -> Optional.of(text).filter(Area::departement), DEPARTEMENT)
            .orElse(""),
        fields
            .parsed("region", text -> Optional.of(text).filter(NeedReader::region), REGION)
            .orElse(""),
        EntryParts.point(fields));
  }

  private static boolean region(String text) {
    return text.length() == 2 && Area.valid("R" + text);
  }

  private static Optional<Need.Wishes> wishes(Fields fields, Words words) {
    List<String> skills = List.copyOf(words.skills(fields, "skills"));
    Optional<Integer> within = fields.whole("within-km", 1, 20_000);
    if (skills.isEmpty()) {
      fields.error(
          "skills", "Nommez au moins une compétence (skills).", "Name at least one skill.");
    }
    if (within.isPresent() && fields.inner("body").flatMap(EntryParts::point).isEmpty()) {
      fields.error(
          "within-km",
          "Pour une distance, dites où est l’organisme (body.lat et body.lon).",
          "For a distance, say where the body is (body.lat and body.lon).");
    }
    Optional<String> measure = fields.parsed("measure", SolutionReader::measure, MEASURE);
    boolean solution = fields.flag("solution");
    if (solution && measure.isEmpty()) {
      fields.error(
          "solution",
          "Une solution sert une mesure du plan\u00a0: nommez-la (measure).",
          "A solution serves a measure of the plan: name it (measure).");
      return Optional.empty();
    }
    return Optional.of(
        new Need.Wishes(
            skills,
            List.copyOf(words.labels(fields, "labels")),
            fields.constant("hours", Hours.values()),
            within,
            fields.inner("price").flatMap(NeedReader::price),
            fields.money("insurance"),
            fields.flag("knows-sector"),
            measure,
            solution));
  }

  private static Optional<Need.PriceLimit> price(Fields fields) {
    fields.known("unit", "most");
    List.of("unit", "most").forEach(fields::need);
    Optional<Price.Unit> unit = fields.constant("unit", Price.Unit.values());
    Optional<Money> most = fields.money("most");
    return unit.flatMap(counted -> most.map(limit -> new Need.PriceLimit(counted, limit)));
  }

  private static List<Need.Tie> ties(Fields need, String key) {
    List<Need.Tie> ties = new ArrayList<>();
    for (Fields fields : need.mappings(key, 50)) {
      fields.known("provider", "declared");
      fields.need("provider");
      Optional<String> declared = fields.textOr("declared", 300);
      fields.id("provider").ifPresent(id -> ties.add(new Need.Tie(id, declared)));
    }
    return ties;
  }

  private static Map<EntryId, String> declined(Fields need) {
    Map<EntryId, String> declined = new TreeMap<>();
    for (Fields fields : need.mappings("declined", 200)) {
      fields.known("provider", "reason");
      fields.need("provider");
      String reason = fields.text("reason", 300);
      fields.id("provider").ifPresent(id -> declined.put(id, reason));
    }
    return declined;
  }
}

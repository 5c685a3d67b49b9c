package fr.bastide.directory.internal;

import fr.bastide.directory.CountryCode;
import fr.bastide.directory.Origin;
import fr.bastide.directory.file.PolicyFiles;
import fr.bastide.directory.file.Reading;
import fr.bastide.directory.sourcing.BodyPolicy;
import fr.bastide.directory.sourcing.Circle;
import fr.bastide.directory.sourcing.Exclusion;
import fr.bastide.directory.sourcing.Rank;
import fr.bastide.directory.sourcing.SourcingPolicy;
import fr.bastide.directory.sourcing.WhenUnknown;
import fr.bastide.document.Findings;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads sourcing policies, a centre's and a body's.
public final class PolicyReader {

  private static final int MOST = 300;

  private PolicyReader() {}

  /// See [PolicyFiles#read].
  public static Reading<SourcingPolicy> read(byte[] bytes) {
    return read(bytes, PolicyReader::policy);
  }

  /// See [PolicyFiles#readBody].
  public static Reading<BodyPolicy> readBody(byte[] bytes) {
    return read(bytes, PolicyReader::bodyPolicy);
  }

  private static <T> Reading<T> read(byte[] bytes, Function<Fields, Optional<T>> read) {
    Findings findings = new Findings("");
    Optional<T> value =
        YamlReader.read(bytes, PolicyFiles.MAX_BYTES, findings)
            .flatMap(yaml -> read.apply(Fields.of(yaml, "", findings)));
    return Reading.of(value, findings);
  }

  /// The centre's policy in these fields, if it can be made out.
  static Optional<SourcingPolicy> policy(Fields fields) {
    fields.known(
        "bastide",
        "version",
        "in-force",
        "title",
        "excluded",
        "circles",
        "unknown",
        "accept",
        "valid-months");
    Heads.check(fields, "sourcing-policy/1");
    List.of("in-force", "accept", "valid-months", "unknown").forEach(fields::need);
    String version = fields.text("version", 200);
    Optional<LocalDate> inForce = fields.date("in-force");
    Text title = fields.localised("title", 200);
    Map<CountryCode, Exclusion> excluded = exclusions(fields);
    List<Circle> circles = circles(fields);
    Map<Origin.Link, WhenUnknown> unknown =
        fields.inner("unknown").map(PolicyReader::unknown).orElse(Map.of());
    if (unknown.size() < Origin.Link.values().length) {
      fields.error(
          "unknown",
          "Dites ce que fait chaque maillon inconnu\u00a0: vendor, parent, owner, hosting et law.",
          "Say what each unknown link does: vendor, parent, owner, hosting and law.");
    }
    Optional<Rank> accept = fields.constant("accept", Rank.values());
    Optional<Integer> months = fields.whole("valid-months", 1, 120);
    if (inForce.isEmpty() || accept.isEmpty() || months.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SourcingPolicy(
            version, inForce.get(), title, excluded, circles, unknown, accept.get(), months.get()));
  }

  private static Map<CountryCode, Exclusion> exclusions(Fields policy) {
    Map<CountryCode, Exclusion> exclusions = new TreeMap<>();
    for (Fields fields : policy.mappings("excluded", MOST)) {
      fields.known("state", "since", "reason", "source");
      List.of("state", "since").forEach(fields::need);
      Optional<CountryCode> state = fields.country("state");
      Optional<LocalDate> since = fields.date("since");
      Text reason = fields.localised("reason", 600);
      String source = fields.text("source", 500);
      if (state.isPresent()
          && since.isPresent()
          && exclusions.put(state.get(), new Exclusion(state.get(), since.get(), reason, source))
              != null) {
        fields.findings().duplicate(fields.line(), fields.place(), state.get().value());
      }
    }
    return exclusions;
  }

  private static List<Circle> circles(Fields policy) {
    List<Circle> circles = new ArrayList<>();
    for (Fields fields : policy.mappings("circles", 20)) {
      fields.known("name", "rank", "states", "source");
      fields.need("states");
      Text name = fields.localised("name", 200);
      Optional<Rank> rank =
          fields.need("rank").flatMap(_ -> fields.constant("rank", Rank.values()));
      Set<CountryCode> states = fields.countries("states");
      String source = fields.text("source", 500);
      if (rank.filter(r -> r == Rank.OTHER).isPresent()) {
        fields.error(
            "rank",
            "Un cercle est european ou allied\u202f; les autres États n’ont pas de cercle.",
            "A circle is european or allied; other states have no circle.");
      } else if (rank.isPresent()) {
        circles.add(new Circle(name, rank.get(), states, source));
      }
    }
    return circles;
  }

  private static Map<Origin.Link, WhenUnknown> unknown(Fields fields) {
    fields.known("vendor", "parent", "owner", "hosting", "law");
    Map<Origin.Link, WhenUnknown> rules = new EnumMap<>(Origin.Link.class);
    for (Origin.Link link : Origin.Link.values()) {
      fields
          .constant(Spelling.of(link), WhenUnknown.values())
          .ifPresent(rule -> rules.put(link, rule));
    }
    return rules;
  }

  private static Optional<BodyPolicy> bodyPolicy(Fields fields) {
    fields.known("bastide", "version", "body", "extends", "excluded", "unknown", "accept");
    Heads.check(fields, "body-policy/1");
    return Optional.of(
        new BodyPolicy(
            fields.text("version", 40),
            fields.text("body", 80),
            fields.text("extends", 40),
            exclusions(fields),
            fields.inner("unknown").map(PolicyReader::unknown).orElse(Map.of()),
            fields.constant("accept", Rank.values())));
  }
}

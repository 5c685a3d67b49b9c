package fr.bastide.directory.internal;

import fr.bastide.directory.EntryId;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Solution;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one solution.
final class SolutionReader {

  private static final Text MEASURE =
      new Text(
          "Une mesure s’écrit thème.mesure, comme backups.keep-offline-copy.",
          "A measure is written theme.measure, such as backups.keep-offline-copy.");

  private final Words words;

  SolutionReader(Words words) {
    this.words = words;
  }

  /// The solution, if its identifier can be read.
  Optional<Solution> read(Fields item) {
    item.need("id");
    Optional<EntryId> id = item.id("id");
    Fields fields = id.map(known -> item.at("solutions." + known)).orElse(item);
    fields.known(
        "id",
        "name",
        "vendor",
        "origin",
        "certifications",
        "prices",
        "measures",
        "website",
        "fictional",
        "sources");
    String name = fields.text("name", 200);
    String vendor = fields.text("vendor", 200);
    Origin origin = fields.inner("origin").map(OriginReader::read).orElse(Origin.UNKNOWN);
    var certifications = EntryParts.labels(fields, "certifications", words, true);
    Map<BodySize, Solution.Fee> prices =
        fields.inner("prices").map(SolutionReader::prices).orElse(Map.of());
    Set<String> measures = fields.each("measures", 100, SolutionReader::measure, MEASURE);
    var website = EntryParts.website(fields, "website");
    boolean fictional = fields.flag("fictional");
    var sources = EntryParts.sources(fields);
    return id.map(known ->
        new Solution(
            known,
            name,
            vendor,
            origin,
            certifications,
            prices,
            measures,
            website,
            fictional,
            sources));
  }

  private static Map<BodySize, Solution.Fee> prices(Fields fields) {
    fields.known("tiny", "small", "medium", "large");
    Map<BodySize, Solution.Fee> prices = new EnumMap<>(BodySize.class);
    for (BodySize size : BodySize.values()) {
      fields
          .inner(Spelling.of(size))
          .ifPresent(fee -> {
            fee.known("setup", "yearly");
            prices.put(
                size,
                new Solution.Fee(
                    fee.money("setup").orElse(Money.ZERO), fee.money("yearly").orElse(Money.ZERO)));
          });
    }
    return prices;
  }

  /// The name of a measure: whether there is one of that name is for who knows the referential.
  static Optional<String> measure(String text) {
    int point = text.indexOf('.');
    boolean right =
        point > 0
            && EntryId.valid(text.substring(0, point))
            && EntryId.valid(text.substring(point + 1));
    return right ? Optional.of(text) : Optional.empty();
  }
}

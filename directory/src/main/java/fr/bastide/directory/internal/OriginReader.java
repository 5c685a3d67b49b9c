package fr.bastide.directory.internal;

import fr.bastide.directory.CountryCode;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Origin.Link;
import fr.bastide.document.Yaml;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// Reads an origin: each link a country, several, `none`, or `unknown` (or left out).
final class OriginReader {

  private OriginReader() {}

  static Origin read(Fields fields) {
    return links(fields.known("vendor", "parent", "owner", "hosting", "law"));
  }

  /// The links among other fields.
  static Origin links(Fields fields) {
    Map<Link, Origin.Standing> links = new EnumMap<>(Link.class);
    for (Link link : Link.values()) {
      links.put(link, standing(fields, Spelling.of(link)));
    }
    return new Origin(links);
  }

  private static Origin.Standing standing(Fields fields, String key) {
    String word =
        fields
            .find(key)
            .map(yaml -> yaml instanceof Yaml.Scalar scalar ? scalar.text().strip() : "")
            .orElse("unknown");
    if (word.equals("unknown")) {
      return new Origin.Unknown();
    }
    if (word.equals("none") && !key.equals("vendor") && !key.equals("law")) {
      return new Origin.Absent();
    }
    Set<CountryCode> countries = fields.countries(key);
    return countries.isEmpty() ? new Origin.Unknown() : new Origin.Known(countries);
  }
}

package fr.bastide.detection.stix;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far what is sent may go: the labels of the Traffic Light Protocol 2.0, with the marking
/// definitions that OASIS published for them.
///
/// @see <a href="https://www.first.org/tlp/">Traffic Light Protocol 2.0</a>
public enum TlpMarking {
  CLEAR("94868c89-83c2-464b-929b-a1a8aa3c8487"),
  GREEN("bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
  AMBER("55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
  AMBER_STRICT("939a9414-2ddd-4d32-a0cd-375ea402b003"),
  RED("e828b379-4e03-4974-9ac4-e53a884c97c1");

  private static final String EXTENSION =
      "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  private final String uuid;

  TlpMarking(String uuid) {
    this.uuid = uuid;
  }

  /// The label as people write it, without `TLP:`, such as `amber+strict`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '+');
  }

  /// The label with this word, with or without `TLP:`, in any letter case.
  public static Optional<TlpMarking> of(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    String label = plain.startsWith("tlp:") ? plain.substring(4) : plain;
    for (TlpMarking one : values()) {
      if (one.word().equals(label)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  String id() {
    return "marking-definition--" + uuid;
  }

  Map<String, Object> object() {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("type", "marking-definition");
    definition.put("spec_version", "2.1");
    definition.put("id", id());
    definition.put("created", "2022-10-01T00:00:00.000Z");
    definition.put("name", "TLP:" + word().toUpperCase(Locale.ROOT));
    definition.put(
        "extensions",
        Map.of(
            EXTENSION,
            new TreeMap<>(Map.of("extension_type", "property-extension", "tlp_2_0", word()))));
    return definition;
  }
}

package fr.bastide.detection.rule;

import java.nio.charset.StandardCharsets;

/// A file of rules that has been read already.
///
/// @param name how messages call it
/// @param bytes YAML in UTF-8; not to be changed
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RuleFile(String name, byte[] bytes) {

  /// A file with this text.
  public static RuleFile of(String name, String yaml) {
    return new RuleFile(name, yaml.getBytes(StandardCharsets.UTF_8));
  }
}

package fr.bastide.directory.file;

import fr.bastide.directory.internal.PolicyReader;
import fr.bastide.directory.sourcing.BodyPolicy;
import fr.bastide.directory.sourcing.SourcingPolicy;

/// Reads sourcing policies written as YAML or JSON; the shapes are in `sourcing-policy.schema.json`
/// and `body-policy.schema.json`.
public final class PolicyFiles {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 500_000;

  private PolicyFiles() {}

  /// Reads a centre's policy.
  public static Reading<SourcingPolicy> read(byte[] yaml) {
    return PolicyReader.read(yaml);
  }

  /// Reads what one body asks beyond it.
  public static Reading<BodyPolicy> readBody(byte[] yaml) {
    return PolicyReader.readBody(yaml);
  }
}

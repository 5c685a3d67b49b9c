package fr.bastide.directory.internal;

import fr.bastide.directory.sourcing.SourcingPolicy;

/// The sourcing policy that comes with Bastide, read once.
public final class BuiltinPolicy {

  private static final String FILE = "sourcing-policy.yaml";

  private BuiltinPolicy() {}

  private static final class Holder {
    static final SourcingPolicy POLICY =
        Resources.usable(PolicyReader.read(Resources.read(FILE)), FILE);
  }

  /// The policy.
  public static SourcingPolicy get() {
    return Holder.POLICY;
  }
}

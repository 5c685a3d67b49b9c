package fr.bastide.airlock.receipt;

/// What the check of a receipt's signature gives.
public sealed interface Verdict {

  /// The receipt stands as the owner of a key sealed it.
  ///
  /// @param key the public key, one line of base 64: compare it with the operator's
  /// @param contents the fields that matter, as sealed
  record Genuine(String key, Contents contents) implements Verdict {}

  /// The receipt was altered after it was sealed, or its signature never fitted.
  record Altered() implements Verdict {}

  /// The text is no receipt of this schema.
  record NoReceipt() implements Verdict {}

  /// @param arrivedSha256 digest of the file that came
  /// @param leftSha256 digest of the file that left; empty text when it was refused
  record Contents(String instant, String name, String arrivedSha256, String leftSha256) {}
}

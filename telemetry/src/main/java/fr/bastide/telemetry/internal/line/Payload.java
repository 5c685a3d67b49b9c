package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;

/// What a line carries after its envelope, in one format.
interface Payload {

  /// Whether the slice looks like this format; cheap.
  boolean stands(byte[] b, int from, int to);

  /// Adds the fields of the slice to a draft that has begun, and its time if it tells one; false,
  /// with nothing added, when it is not of this format after all.
  boolean fill(byte[] b, int from, int to, EventDraft draft);

  /// The format its fields are named by, as for [fr.bastide.telemetry.Taxonomy#apply].
  String shape();
}

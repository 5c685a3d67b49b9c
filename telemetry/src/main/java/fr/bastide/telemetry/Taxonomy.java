package fr.bastide.telemetry;

import fr.bastide.telemetry.internal.taxonomy.Tables;
import java.util.List;

/// Gives events the field names and logsources that Sigma rules use, from data. Safe to share
/// between threads.
///
/// The data are the files of the resource folder `taxonomy`, which `taxonomy.schema.json`
/// describes. Nothing is taken away from an event: fields get more names, events get a time and an
/// origin.
///
/// @see <a
///   href="https://sigmahq.io/sigma-specification/specification/sigma-appendix-taxonomy.html">Sigma
///   taxonomy</a>
public final class Taxonomy {

  private final FieldNames names;
  private final Origins origins;
  private final Tables tables;

  /// The built-in mapping with the numbers of these names and origins.
  public Taxonomy(FieldNames names, Origins origins) {
    this.names = names;
    this.origins = origins;
    this.tables = Tables.builtin(names);
  }

  /// The names that events of this taxonomy use.
  public FieldNames names() {
    return names;
  }

  /// The origins that events of this taxonomy have.
  public Origins origins() {
    return origins;
  }

  /// Completes a draft whose fields carry the names of its format: other names for them, values
  /// derived from them, its origin and its time.
  ///
  /// An event that names its own `product` (with `category` and `service`), or one of the
  /// categories that stand alone, belongs there; the data can then only say more, never something
  /// else. A time that is set already stays. An event that nothing is known of keeps
  /// [Origins#unknown()].
  ///
  /// @param shape the format it came in, such as `json`, `evtx`, `syslog`, `auditd`
  public void apply(EventDraft draft, String shape) {
    draft.mapping(tables, origins).apply(draft, shape);
  }

  /// The entries of the data that gave the last event of this draft its meaning, in the order in
  /// which they were applied: for explanations.
  public List<String> applied(EventDraft draft) {
    return draft.mapping(tables, origins).applied();
  }
}

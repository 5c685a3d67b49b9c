package fr.bastide.telemetry.internal.line;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.EventSink;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Trouble;
import fr.bastide.telemetry.Troubles;

/// Where a decoder puts the events and troubles of one reading.
///
/// Of troubles, the first [#MOST] are told one by one and the rest as one number at the end: a file
/// that is something else altogether must not fill the memory with complaints.
public final class Outlet {

  /// How many troubles of one reading are told one by one.
  public static final int MOST = 1_000;

  private static final Text TOO_MANY =
      new Text(
          "cette ligne a plus de "
              + Values.MOST
              + " valeurs\u00a0: les suivantes n’ont pas été lues.",
          "this line has more than " + Values.MOST + " values: those beyond were not read.");

  private final Taxonomy taxonomy;
  private final EventDraft draft;
  private final Source source;
  private final EventSink sink;
  private final Troubles troubles;
  private long line;
  private long told;

  Outlet(Taxonomy taxonomy, Source source, EventSink sink, Troubles troubles) {
    this.taxonomy = taxonomy;
    this.draft = new EventDraft(taxonomy.names(), taxonomy.origins());
    this.source = source;
    this.sink = sink;
    this.troubles = troubles;
  }

  /// Starts an event whose record is this slice.
  public EventDraft begin(byte[] bytes, int from, int to) {
    draft.begin(bytes, from, to, source);
    return draft;
  }

  /// Completes the event that was begun and sends it.
  ///
  /// @param shape the format its fields are named by, as for [Taxonomy#apply]
  public void send(String shape) {
    if (draft.wasCut()) {
      tell(TOO_MANY);
    }
    taxonomy.apply(draft, shape);
    sink.accept(draft.event());
  }

  /// Tells a trouble with the present line.
  public void tell(Text what) {
    if (told++ < MOST) {
      troubles.tell(new Trouble("line " + line, what));
    }
  }

  void at(long number) {
    this.line = number;
  }

  void finish() {
    if (told > MOST) {
      troubles.tell(
          new Trouble(
              "line " + line,
              new Text(
                  (told - MOST) + "\u00a0autres défauts ont été trouvés, non détaillés ici.",
                  (told - MOST) + " more defects were found, not listed here.")));
    }
  }
}

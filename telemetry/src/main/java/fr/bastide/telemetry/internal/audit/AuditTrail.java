package fr.bastide.telemetry.internal.audit;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.internal.line.LineDecoder;
import fr.bastide.telemetry.internal.line.NameCache;
import fr.bastide.telemetry.internal.line.Outlet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Brings the records of the Linux audit trail together again: one event is what has the same time,
/// serial number and sender, whatever stands between.
///
/// An event is whole with its last record (`EOE`, `PROCTITLE`, or a kind that is always alone);
/// when that record is lost, once its sender is two seconds further, after [#IDLE_LINES] lines
/// without it, or when more than [#MOST_OPEN] events or [#MOST_BYTES] bytes are waiting. Source:
/// auditd's interface for programs, which closes events by the same marks.
public final class AuditTrail implements LineDecoder {

  /// The most events that wait for more records.
  public static final int MOST_OPEN = 128;

  /// The most bytes that wait, in all events together.
  public static final int MOST_BYTES = 8 << 20;

  private static final int IDLE_LINES = 4_096;
  private static final long OLD = 2_000_000;
  private static final Text REFUSED =
      new Text(
          "ce n’est pas un enregistrement d’audit Linux\u00a0: la ligne est ignorée.",
          "this is no Linux audit record: the line is passed over.");

  private final AuditKinds kinds = AuditKinds.builtin();
  private final AuditHeader header = new AuditHeader();
  private final AuditFields fields;
  private final List<OpenEvent> open = new ArrayList<>();
  private final Deque<OpenEvent> spare = new ArrayDeque<>();
  private long lines;
  private long waiting;

  /// Events whose fields are numbered by these names.
  public AuditTrail(FieldNames names, NameCache cache) {
    fields = new AuditFields(kinds, names, cache);
  }

  /// Whether a record may begin here; cheap.
  public static boolean stands(byte[] b, int from, int to) {
    return AuditHeader.stands(b, from, to);
  }

  /// Takes a line whose record begins at `start`, from the host in the other slice if that is not
  /// empty; false when it is no record after all.
  public boolean add(byte[] b, int from, int to, int start, int host, int hostEnd, Outlet out) {
    if (!header.parse(b, start, to)) {
      return false;
    }
    lines++;
    int node = header.nodeEnd > header.node ? header.node : host;
    int nodeEnd = header.nodeEnd > header.node ? header.nodeEnd : hostEnd;
    int source = hash(b, node, nodeEnd);
    closeOld(source, out);
    OpenEvent event = find(source);
    if (event.count == 0 && nodeEnd > node) {
      event.host = node - from;
      event.hostEnd = nodeEnd - from;
    }
    waiting += to - from;
    event.touched = lines;
    event.add(b, from, to, header);
    if (kinds.last(b, header.type, header.typeEnd) || event.count == OpenEvent.MOST_RECORDS) {
      close(open.indexOf(event), out);
    }
    return true;
  }

  @Override
  public void line(byte[] b, int from, int to, Outlet out) {
    if (!add(b, from, to, from, from, from, out)) {
      out.tell(REFUSED);
    }
  }

  @Override
  public void end(Outlet out) {
    while (!open.isEmpty()) {
      close(0, out);
    }
  }

  private OpenEvent find(int source) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).owns(source, header)) {
        return open.get(i);
      }
    }
    OpenEvent fresh = spare.isEmpty() ? new OpenEvent() : spare.pop();
    fresh.begin(source, header);
    open.add(fresh);
    return fresh;
  }

  private void closeOld(int source, Outlet out) {
    for (int i = 0; i < open.size(); ) {
      OpenEvent event = open.get(i);
      boolean old = event.source == source && header.micros - event.micros > OLD;
      if (old || lines - event.touched > IDLE_LINES) {
        close(i, out);
      } else {
        i++;
      }
    }
    while (open.size() >= MOST_OPEN || (waiting > MOST_BYTES && !open.isEmpty())) {
      close(0, out);
    }
  }

  private void close(int i, Outlet out) {
    OpenEvent event = open.remove(i);
    waiting -= event.received();
    fields.send(event, out);
    event.rest();
    spare.push(event);
  }

  private static int hash(byte[] b, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + b[i];
    }
    return hash;
  }
}

package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;

/// Squid's own access log: `time elapsed client result/status bytes method url user
/// hierarchy/address type`.
final class SquidLog {

  private static final int WORDS = 10;

  private final AccessFields fields;
  private final Stamps stamps;
  private final int action;
  private final int taken;
  private final int type;
  private final int[] from = new int[WORDS];
  private final int[] end = new int[WORDS];

  SquidLog(FieldNames names, AccessFields fields, Stamps stamps) {
    this.fields = fields;
    this.stamps = stamps;
    action = names.id("s-action");
    taken = names.id("time-taken");
    type = names.id("cs-content-type");
  }

  /// Adds the fields of a line; false, with nothing added, when it is no such line.
  boolean fill(byte[] b, int start, int to, EventDraft draft) {
    int words = 0;
    for (int i = start; i < to && words < WORDS; words++) {
      from[words] = Scan.pastSpaces(b, i, to);
      end[words] = Scan.wordEnd(b, from[words], to);
      i = end[words];
    }
    int slash = words < 9 ? -1 : Scan.find(b, from[3], end[3], (byte) '/');
    if (slash < 0 || stamps.epoch(b, from[0], end[0]) != end[0]) {
      return false;
    }
    draft.time(stamps.micros());
    Values.plain(draft, taken, b, from[1], end[1]);
    Values.text(draft, fields.clientIp, from[2], end[2]);
    Values.text(draft, action, from[3], slash);
    Values.plain(draft, fields.status, b, slash + 1, end[3]);
    Values.plain(draft, fields.bytes, b, from[4], end[4]);
    Values.text(draft, fields.method, from[5], end[5]);
    fields.address(draft, b, from[6], end[6]);
    Values.text(draft, fields.user, from[7], end[7]);
    int peer = Scan.find(b, from[8], end[8], (byte) '/');
    if (peer >= 0 && end[8] - peer > 2) {
      Values.text(draft, fields.destination, peer + 1, end[8]);
    }
    if (words == WORDS) {
      Values.text(draft, type, from[9], end[9]);
    }
    return true;
  }
}

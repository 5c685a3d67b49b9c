package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;

/// Takes a line as it is: `message`, and the time if the line begins with one.
final class PlainDecoder implements LineDecoder {

  private final Stamps stamps;
  private final int message;

  PlainDecoder(FieldNames names, LineClock clock) {
    stamps = new Stamps(clock);
    message = names.id("message");
  }

  @Override
  public void line(byte[] b, int from, int to, Outlet out) {
    EventDraft draft = out.begin(b, from, to);
    Values.text(draft, message, from, to);
    int start = b[from] == '[' ? from + 1 : from;
    if (stamps.any(b, start, to) >= 0) {
      draft.time(stamps.micros());
    }
    out.send("lines");
  }
}

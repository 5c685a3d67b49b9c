package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;

/// Windows events as the Snare agent sends them: `MSWinEventLog`, then columns between tabs, of
/// which the last but one is the text that the event viewer shows.
final class SnarePayload implements Payload {

  private static final byte[] SIGN = Scan.bytes("MSWinEventLog\t");
  private static final int COLUMNS = 14;
  private static final int TIME = 4;
  private static final int TEXT = 13;

  private final Stamps stamps;
  private final WindowsText text;
  private final int[] columns = new int[COLUMNS];
  private final int message;

  SnarePayload(FieldNames names, Stamps stamps) {
    this.stamps = stamps;
    text = new WindowsText(names);
    message = names.id("message");
    columns[2] = names.id("Channel");
    columns[3] = names.id("snare.counter");
    columns[5] = names.id("EventID");
    columns[6] = names.id("Provider_Name");
    columns[7] = names.id("snare.user");
    columns[8] = names.id("snare.sid_type");
    columns[9] = names.id("snare.event_type");
    columns[10] = names.id("Computer");
    columns[11] = names.id("snare.category");
    columns[12] = names.id("snare.data");
  }

  @Override
  public boolean stands(byte[] b, int from, int to) {
    return Scan.starts(b, from, to, SIGN);
  }

  @Override
  public boolean fill(byte[] b, int from, int to, EventDraft draft) {
    int tabs = 0;
    for (int i = Scan.find(b, from, to, (byte) '\t');
        i >= 0 && tabs < TEXT;
        i = Scan.find(b, i + 1, to, (byte) '\t')) {
      tabs++;
    }
    if (tabs < TEXT) {
      return false;
    }
    int i = from;
    for (int column = 0; column < COLUMNS; column++) {
      int end = Scan.find(b, i, to, (byte) '\t');
      end = end < 0 ? to : end;
      if (column == TIME && stamps.asctime(b, i, end) >= 0) {
        draft.time(stamps.micros());
      } else if (column == TEXT) {
        Values.text(draft, message, i, end);
        text.fill(b, i, end, draft);
      } else if (columns[column] != FieldNames.UNNAMED && end > i) {
        Values.plain(draft, columns[column], b, i, end);
      }
      i = Math.min(end + 1, to);
    }
    return true;
  }

  @Override
  public String shape() {
    return "syslog";
  }
}

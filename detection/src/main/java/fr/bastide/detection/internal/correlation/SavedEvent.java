package fr.bastide.detection.internal.correlation;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Logsource;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.ValueKind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An event in a saved state: its record, and its values as text with names, because numbers of
/// names are good for one run only.
final class SavedEvent {

  private SavedEvent() {}

  static void write(DataOutputStream out, Event event) throws IOException {
    StateWriter.text(out, event.source().tenant());
    StateWriter.text(out, event.source().name());
    out.writeLong(event.time());
    out.writeInt(event.origin().logsources().size());
    for (Logsource logsource : event.origin().logsources()) {
      StateWriter.text(out, logsource.product());
      StateWriter.text(out, logsource.category());
      StateWriter.text(out, logsource.service());
    }
    StateWriter.bytes(out, event.record());
    out.writeInt(event.size());
    for (int i = 0; i < event.size(); i++) {
      StateWriter.text(out, event.name(i));
      StateWriter.text(out, event.kind(i).name());
      StateWriter.text(out, event.text(i));
    }
  }

  static Event read(DataInputStream in, FieldNames names, Origins origins) throws IOException {
    Source source = new Source(StateReader.text(in), StateReader.text(in));
    long time = in.readLong();
    List<Logsource> logsources = new ArrayList<>();
    for (int left = StateReader.size(in, Origins.MOST); left > 0; left--) {
      logsources.add(
          new Logsource(StateReader.text(in), StateReader.text(in), StateReader.text(in)));
    }
    byte[] record = StateReader.bytes(in, Format.LONGEST_RECORD);
    EventDraft draft = new EventDraft(names, origins);
    draft.begin(record, 0, record.length, source);
    draft.origin(origins.of(logsources));
    draft.time(time);
    for (int left = StateReader.size(in, Format.LONGEST_RECORD); left > 0; left--) {
      int field = names.id(StateReader.text(in));
      ValueKind kind = kind(StateReader.text(in));
      byte[] value = StateReader.bytes(in, Format.LONGEST_RECORD);
      draft.made(field, kind, value, 0, value.length);
    }
    return draft.event();
  }

  private static ValueKind kind(String name) {
    for (ValueKind kind : ValueKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw Format.damaged();
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Firewalls that write columns between commas (PAN-OS, the `filterlog` of pfSense and OPNsense).
/// What the columns are called, and by which column a format and its kinds of line are known, is in
/// `columns.yaml`. Not safe for threads.
final class ColumnsPayload implements Payload {

  private static final int MOST = 128;

  /// One format.
  ///
  /// @param name what the field `log_format` says
  /// @param kind the column that tells what the others are
  /// @param kinds the words that stand there
  /// @param fields for each kind the fields by column
  private record Format(String name, int kind, Words kinds, List<List<Integer>> fields) {}

  private final List<Format> formats = new ArrayList<>();
  private final Stamps stamps;
  private final int format;
  private final int time;
  private final int[] from = new int[MOST];
  private final int[] end = new int[MOST];

  ColumnsPayload(FieldNames names, Stamps stamps) {
    this.stamps = stamps;
    format = names.id("log_format");
    time = names.id("generated_time");
    Map<String, Object> data = Knowledge.beside(ColumnsPayload.class, "columns.yaml");
    for (Object node : Knowledge.list(data.get("formats"))) {
      formats.add(format(Knowledge.map(node), names));
    }
  }

  private static Format format(Map<String, Object> node, FieldNames names) {
    Map<String, Integer> kinds = new HashMap<>();
    List<List<Integer>> fields = new ArrayList<>();
    List<Object> first = Knowledge.list(node.get("first"));
    Knowledge.map(node.get("then"))
        .forEach((kind, rest) -> {
          kinds.put(kind, fields.size());
          List<Object> columns = new ArrayList<>(first);
          columns.addAll(Knowledge.list(rest));
          fields.add(columns.stream().map(column -> field(column, names)).toList());
        });
    int column = Integer.parseInt(String.valueOf(node.get("kind")));
    return new Format(String.valueOf(node.get("name")), column, new Words(kinds), fields);
  }

  private static Integer field(Object column, FieldNames names) {
    String name = String.valueOf(column);
    return name.equals("-") ? FieldNames.UNNAMED : names.id(name);
  }

  @Override
  public boolean stands(byte[] b, int from, int to) {
    return from < to
        && Scan.digit(b[from])
        && Scan.find(b, from, Math.min(to, from + 12), (byte) ',') > 0;
  }

  @Override
  public boolean fill(byte[] b, int start, int to, EventDraft draft) {
    int count = split(b, start, to);
    for (int f = 0; f < formats.size(); f++) {
      Format candidate = formats.get(f);
      int column = candidate.kind();
      int kind = count <= column + 4 ? -1 : candidate.kinds().number(b, from[column], end[column]);
      if (kind >= 0) {
        add(b, count, candidate, kind, draft);
        return true;
      }
    }
    return false;
  }

  @Override
  public String shape() {
    return "syslog";
  }

  private void add(byte[] b, int count, Format found, int kind, EventDraft draft) {
    byte[] name = Scan.bytes(found.name());
    draft.made(format, ValueKind.TEXT, name, 0, name.length);
    List<Integer> fields = found.fields().get(kind);
    for (int i = 0; i < Math.min(count, fields.size()); i++) {
      int field = fields.get(i);
      if (field == FieldNames.UNNAMED || end[i] == from[i]) {
        continue;
      }
      Values.plain(draft, field, b, from[i], end[i]);
      if (field == time && stamps.iso(b, from[i], end[i]) >= 0) {
        draft.time(stamps.micros());
      }
    }
  }

  /// Cuts the line at its commas, those in quotes apart; returns how many columns there are.
  private int split(byte[] b, int start, int to) {
    int count = 0;
    int i = start;
    while (i <= to && count < MOST) {
      boolean quoted = i < to && b[i] == '"';
      int close = quoted ? quote(b, i + 1, to) : -1;
      int comma = Scan.find(b, close < 0 ? i : close, to, (byte) ',');
      comma = comma < 0 ? to : comma;
      from[count] = close < 0 ? i : i + 1;
      end[count] = close < 0 ? comma : close;
      count++;
      i = comma + 1;
    }
    return count;
  }

  /// The quote that closes a column: what follows it is a comma or the end.
  private static int quote(byte[] b, int from, int to) {
    for (int i = Scan.find(b, from, to, (byte) '"');
        i >= 0;
        i = Scan.find(b, i + 1, to, (byte) '"')) {
      if (i + 1 == to || b[i + 1] == ',') {
        return i;
      }
    }
    return -1;
  }
}

package fr.bastide.detection.match;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Logsource;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.ValueKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random events over the fields and texts of [RandomRules]: escaped or not, repeated, null, made,
/// sometimes no UTF-8 at all.
final class RandomEvents {

  private final RandomGenerator random;
  private final RandomRules texts;
  private final FieldNames names;
  private final Origins origins = new Origins();

  RandomEvents(RandomGenerator random, RandomRules texts, FieldNames names) {
    this.random = random;
    this.texts = texts;
    this.names = names;
  }

  private record Value(String field, ValueKind kind, int from, int to, boolean escaped) {}

  Event next() {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes("{".repeat(random.nextInt(3)).getBytes(StandardCharsets.UTF_8));
    int start = record.size() == 0 ? 0 : 1;
    List<Value> values =
        java.util.stream.Stream.generate(() -> write(record)).limit(random.nextInt(8)).toList();
    int end = record.size();
    record.writeBytes("}".repeat(random.nextInt(12)).getBytes(StandardCharsets.UTF_8));
    EventDraft draft = new EventDraft(names, origins);
    draft.begin(record.toByteArray(), start, end, Source.named("test"));
    for (Value value : values) {
      int field = names.id(value.field());
      if (random.nextInt(5) == 0) {
        byte[] made = texts.text().getBytes(StandardCharsets.UTF_8);
        draft.made(field, ValueKind.TEXT, made, 0, made.length);
      } else {
        draft.slice(field, value.kind(), value.from(), value.to(), value.escaped());
      }
    }
    draft.origin(
        origins.of(
            List.of(
                switch (random.nextInt(4)) {
                  case 0 -> Logsource.ANY;
                  case 1 -> new Logsource("windows", "", "");
                  case 2 -> new Logsource("windows", "process_creation", "security");
                  default -> new Logsource("windows", "process_creation", "sysmon");
                })));
    return draft.event();
  }

  private Value write(ByteArrayOutputStream record) {
    String field =
        random.nextInt(6) == 0
            ? "other"
            : RandomRules.FIELDS.get(random.nextInt(RandomRules.FIELDS.size()));
    boolean escaped = random.nextBoolean();
    int from = record.size();
    String text = texts.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean half = Character.isSurrogate(c);
      if (escaped && (c == '\n' || (c == '/' && random.nextBoolean()))) {
        record.writeBytes((c == '/' ? "\\/" : "\\n").getBytes(StandardCharsets.UTF_8));
      } else if (escaped && (c == '\\' || c == '"')) {
        record.writeBytes(("\\" + c).getBytes(StandardCharsets.UTF_8));
      } else if (escaped && (half || random.nextInt(20) == 0)) {
        record.writeBytes("\\u%04x".formatted((int) c).getBytes(StandardCharsets.UTF_8));
      } else if (half) {
        record.writeBytes(text.substring(i, i + 2).getBytes(StandardCharsets.UTF_8));
        i++;
      } else {
        record.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    if (random.nextInt(15) == 0) {
      record.write(new byte[] {(byte) 0xE2, 0x41, (byte) 0x80, '\\'}, 0, 1 + random.nextInt(4));
    }
    int to = record.size();
    record.write('"');
    ValueKind kind =
        switch (random.nextInt(10)) {
          case 0 -> ValueKind.NULL;
          case 1 -> ValueKind.STRUCTURE;
          case 2 -> ValueKind.NUMBER;
          default -> ValueKind.TEXT;
        };
    return new Value(field, kind, from, to, escaped);
  }
}

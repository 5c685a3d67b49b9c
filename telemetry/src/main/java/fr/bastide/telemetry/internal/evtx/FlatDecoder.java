package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.ValueKind;
import fr.bastide.telemetry.internal.evtx.FlatOp.Empty;
import fr.bastide.telemetry.internal.evtx.Part.Attribute;
import fr.bastide.telemetry.internal.evtx.Part.Element;
import fr.bastide.telemetry.internal.evtx.Part.Literal;
import fr.bastide.telemetry.internal.evtx.Part.Slot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Fills a draft with the fields of one record after another, by running the programs of its
/// templates.
final class FlatDecoder extends ContentReader<FlatPath> {

  private static final int WRITTEN = 16;
  private static final int PARSE_PER_NAMED = 256;

  private final EventDraft draft;
  private final FlatCompiler compiler;
  private final Bytes out = new Bytes();
  private long time;

  /// Fills this draft, whose names these are.
  FlatDecoder(EventDraft draft, FieldNames names) {
    this.draft = draft;
    this.compiler = new FlatCompiler(names);
  }

  /// Begins the draft with a record of the chunk begun last and fills it. Its time is the one in
  /// `TimeCreated`; without it, the one at which it was written.
  void fill(int from, int to, Source source) throws Damaged {
    byte[] bytes = chunk().bytes();
    draft.begin(bytes, from, to, source);
    time = Event.NO_TIME;
    record(from, to, FlatPath.TOP);
    if (draft.event().size() == 0) {
      throw new Damaged(Flaw.EMPTY);
    }
    if (time == Event.NO_TIME) {
      time = Times.micros(LittleEndian.i64(bytes, from + WRITTEN));
    }
    draft.time(time);
  }

  @Override
  void run(Fragment fragment, int base, int count, FlatPath path, int depth) throws Damaged {
    FlatOp[] program = fragment.program(path);
    if (program == null) {
      program = compiler.compile(fragment, path);
      fragment.program(path, program);
    }
    run(program, base, count, depth);
  }

  private void run(FlatOp[] program, int base, int count, int depth) throws Damaged {
    budget.write(program.length);
    for (int i = 0; i < program.length; i++) {
      FlatOp op = program[i];
      switch (op.code) {
        case FlatOp.VALUE -> value(op, op.slot < count ? base + op.slot : -1, depth);
        case FlatOp.TIME -> time(op, op.slot < count ? base + op.slot : -1, depth);
        case FlatOp.CONSTANT -> constant(op);
        case FlatOp.MIXED -> mixed(op, base, count, depth);
        case FlatOp.SKIP -> {
          if (op.slot >= count || values.type(base + op.slot) == ValueType.NULL) {
            i = op.target - 1;
          }
        }
        case FlatOp.NESTED -> instance(op.slot, chunk().length(), op.path, depth + 1);
        default -> named(op, base, count, depth);
      }
    }
  }

  private void constant(FlatOp op) throws Damaged {
    budget.write(op.bytes.length);
    draft.made(op.field, op.kind, op.bytes, 0, op.bytes.length);
  }

  private void time(FlatOp op, int i, int depth) throws Damaged {
    if (op.slot == FlatOp.NO_SLOT) {
      time = Times.parse(new String(op.bytes, StandardCharsets.UTF_8));
      constant(op);
      return;
    }
    if (i >= 0) {
      time = Times.of(values.type(i), chunk().bytes(), values.start(i), values.end(i));
    }
    value(op, i, depth);
  }

  private void value(FlatOp op, int i, int depth) throws Damaged {
    int type = i < 0 ? ValueType.NULL : values.type(i);
    if (type == ValueType.NULL) {
      nothing(op, op.empty);
      return;
    }
    int from = values.start(i);
    int to = values.end(i);
    if (type == ValueType.BINXML) {
      content(from, to, op.path, depth + 1);
    } else if (op.field == FieldNames.UNNAMED) {
      return;
    } else if (from == to) {
      nothing(op, op.empty == Empty.OMITTED ? Empty.OMITTED : Empty.TEXT);
    } else if ((type & ValueType.ARRAY) != 0) {
      items(op.field, type & ~ValueType.ARRAY, from, to);
    } else {
      write(op.field, type, from, to);
    }
  }

  private void nothing(FlatOp op, Empty empty) throws Damaged {
    if (empty != Empty.OMITTED) {
      budget.write(0);
      ValueKind kind = empty == Empty.NULL ? ValueKind.NULL : ValueKind.TEXT;
      draft.made(op.field, kind, out.array, 0, 0);
    }
  }

  private void write(int field, int type, int from, int to) throws Damaged {
    out.end = 0;
    ValueKind kind = ValueText.write(type, chunk().bytes(), from, to, out);
    budget.write(out.end);
    draft.made(field, kind, out.array, 0, out.end);
  }

  private void items(int field, int type, int from, int to) throws Damaged {
    byte[] bytes = chunk().bytes();
    int at = from;
    while (at < to) {
      int end = ArrayItems.end(type, to - from, bytes, at, to);
      write(field, type, at, end);
      at = ArrayItems.next(type, end, to);
    }
  }

  private void mixed(FlatOp op, int base, int count, int depth) throws Damaged {
    for (Part part : op.parts) {
      if (part instanceof Slot slot && binXml(slot, base, count)) {
        int i = base + slot.index();
        content(values.start(i), values.end(i), op.path, depth + 1);
      }
    }
    out.end = 0;
    text(op.parts, base, count);
    budget.write(out.end);
    if (out.end > 0) {
      draft.made(op.field, ValueKind.TEXT, out.array, 0, out.end);
    } else {
      nothing(op, op.empty);
    }
  }

  /// Puts constants and values together.
  private void text(List<Part> parts, int base, int count) {
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        out.add(literal.text().getBytes(StandardCharsets.UTF_8));
      } else if (part instanceof Slot slot && slot.index() < count && !binXml(slot, base, count)) {
        int i = base + slot.index();
        int type = values.type(i) & ~ValueType.ARRAY;
        ValueText.write(type, chunk().bytes(), values.start(i), values.end(i), out);
      }
    }
  }

  private boolean binXml(Slot slot, int base, int count) {
    return slot.index() < count && values.type(base + slot.index()) == ValueType.BINXML;
  }

  /// An element of data whose name comes with the record is compiled for this record alone.
  private void named(FlatOp op, int base, int count, int depth) throws Damaged {
    budget.parse(PARSE_PER_NAMED);
    Element element = (Element) op.parts.getFirst();
    List<Attribute> attributes = new ArrayList<>();
    for (Attribute attribute : element.attributes()) {
      boolean name = FlatCompiler.isName(attribute);
      out.end = 0;
      if (name) {
        text(attribute.parts(), base, count);
      }
      attributes.add(
          name ? new Attribute(attribute.name(), List.of(new Literal(out.text()))) : attribute);
    }
    Element fixed = new Element(element.name(), Element.ALWAYS, attributes, element.parts());
    run(compiler.compile(fixed, op.path), base, count, depth);
  }
}

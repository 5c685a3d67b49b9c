package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.ValueKind;
import java.util.ArrayList;
import java.util.List;

/// Reads records as XML: for writing them out in full, where [FlatDecoder] is for speed.
final class XmlDecoder extends ContentReader<Xml.Element> {

  private final Bytes out = new Bytes();

  /// What stands in a record, as the content of an element without name.
  Xml.Element read(int from, int to) throws Damaged {
    Xml.Element root = new Xml.Element("");
    record(from, to, root);
    if (root.elements().isEmpty()) {
      throw new Damaged(Flaw.EMPTY);
    }
    return root;
  }

  @Override
  void run(Fragment fragment, int base, int count, Xml.Element place, int depth) throws Damaged {
    content(fragment.parts(), base, count, place, depth);
  }

  private void content(List<Part> parts, int base, int count, Xml.Element into, int depth)
      throws Damaged {
    for (Part part : parts) {
      switch (part) {
        case Part.Element element -> {
          budget.write(element.name().length());
          Xml.Element child = new Xml.Element(element.name());
          for (Part.Attribute attribute : element.attributes()) {
            List<Xml.Text> texts = texts(attribute.parts(), base, count);
            child.attributes().add(new Xml.Attribute(attribute.name(), texts));
          }
          into.content().add(child);
          content(element.parts(), base, count, child, depth);
        }
        case Part.Nested nested -> instance(nested.at(), chunk().length(), into, depth + 1);
        case Part.Literal literal -> into.content().add(constant(literal));
        case Part.Slot slot -> {
          int i = base + slot.index();
          if (slot.index() < count && values.type(i) == ValueType.BINXML) {
            content(values.start(i), values.end(i), into, depth + 1);
          } else {
            into.content().add(value(slot, base, count));
          }
        }
      }
    }
  }

  private List<Xml.Text> texts(List<Part> parts, int base, int count) throws Damaged {
    List<Xml.Text> texts = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        texts.add(constant(literal));
      } else if (part instanceof Part.Slot slot) {
        texts.add(value(slot, base, count));
      }
    }
    return texts;
  }

  private Xml.Text constant(Part.Literal literal) throws Damaged {
    budget.write(literal.text().length());
    return new Xml.Text(ValueKind.TEXT, List.of(literal.text()));
  }

  private Xml.Text value(Part.Slot slot, int base, int count) throws Damaged {
    int i = base + slot.index();
    int type = slot.index() < count ? values.type(i) : ValueType.NULL;
    budget.write(0);
    if (type == ValueType.NULL || type == ValueType.BINXML) {
      return Xml.Text.NOTHING;
    }
    int from = values.start(i);
    int to = values.end(i);
    if (from == to) {
      return new Xml.Text(ValueKind.TEXT, List.of());
    }
    if (type == ValueType.STRING) {
      item(type, from, to, new ArrayList<>());
      return new Xml.Text(ValueKind.TEXT, List.of(withoutTrailingSpace(out.text())));
    }
    if ((type & ValueType.ARRAY) == 0) {
      return item(type, from, to, new ArrayList<>());
    }
    List<String> items = new ArrayList<>();
    Xml.Text list = Xml.Text.NOTHING;
    int at = from;
    while (at < to) {
      int item = type & ~ValueType.ARRAY;
      int end = ArrayItems.end(item, to - from, chunk().bytes(), at, to);
      list = item(item, at, end, items);
      at = ArrayItems.next(item, end, to);
    }
    return list;
  }

  /// The dump tools whose shape is followed cut the white space that a string ends with; events
  /// keep it, because rules ask for it.
  private static String withoutTrailingSpace(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
  }

  private Xml.Text item(int type, int from, int to, List<String> items) throws Damaged {
    out.end = 0;
    ValueKind kind = ValueText.write(type, chunk().bytes(), from, to, out);
    budget.write(out.end);
    items.add(out.text());
    return new Xml.Text(kind, items);
  }
}

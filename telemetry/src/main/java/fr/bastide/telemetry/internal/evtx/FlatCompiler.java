package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.ValueKind;
import fr.bastide.telemetry.internal.evtx.FlatOp.Empty;
import fr.bastide.telemetry.internal.evtx.Part.Attribute;
import fr.bastide.telemetry.internal.evtx.Part.Element;
import fr.bastide.telemetry.internal.evtx.Part.Literal;
import fr.bastide.telemetry.internal.evtx.Part.Nested;
import fr.bastide.telemetry.internal.evtx.Part.Slot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Turns a parsed fragment into a flat program: the names of fields are looked up once for the
/// chunk, and a record of the template is then a walk over its values.
///
/// Fields are named as Sigma rules do: the elements of `System` by their name, their attributes
/// `Element_Attribute`; data by the attribute `Name`, otherwise by the element's name, deeper ones
/// by dotted path.
final class FlatCompiler {

  private static final int LONGEST_PATH = 512;
  private static final FlatOp[] NO_OPS = new FlatOp[0];

  private final FieldNames names;
  private List<FlatOp> ops = new ArrayList<>();

  FlatCompiler(FieldNames names) {
    this.names = names;
  }

  /// The program of a fragment that stands there.
  FlatOp[] compile(Fragment fragment, FlatPath path) throws Damaged {
    ops = new ArrayList<>();
    for (Part part : fragment.parts()) {
      part(part, path);
    }
    return ops.toArray(NO_OPS);
  }

  /// The program of one element that stands there.
  FlatOp[] compile(Element element, FlatPath path) throws Damaged {
    ops = new ArrayList<>();
    element(element, path);
    return ops.toArray(NO_OPS);
  }

  /// Whether this is an element of data whose name comes with each record.
  static boolean namedByValues(Element element) {
    return element.attributes().stream()
        .anyMatch(a -> isName(a) && a.parts().stream().anyMatch(Slot.class::isInstance));
  }

  /// Whether an attribute names the data of its element.
  static boolean isName(Attribute attribute) {
    return attribute.name().equals("Name");
  }

  private void part(Part part, FlatPath path) throws Damaged {
    switch (part) {
      case Element element -> element(element, path);
      case Nested nested -> ops.add(new FlatOp(FlatOp.NESTED, 0, nested.at(), path));
      case Slot slot -> ops.add(new FlatOp(FlatOp.VALUE, 0, slot.index(), path));
      case Literal literal -> {
        // text between elements says nothing
      }
    }
  }

  private void element(Element element, FlatPath path) throws Damaged {
    int start = ops.size();
    if (element.dependency() != Element.ALWAYS) {
      ops.add(new FlatOp(FlatOp.SKIP, 0, element.dependency(), path));
    }
    boolean data = path.kind() == FlatPath.Kind.BODY && element.name().equals("Data");
    if (data && namedByValues(element)) {
      FlatOp named = new FlatOp(FlatOp.NAMED, 0, 0, path);
      named.parts = List.of(element);
      ops.add(named);
    } else {
      String name = data ? dataName(element) : element.name();
      attributes(element, path, name, data);
      content(element, path, name, data);
    }
    if (element.dependency() != Element.ALWAYS) {
      ops.get(start).target = ops.size();
    }
  }

  private static String dataName(Element element) {
    for (Attribute attribute : element.attributes()) {
      if (isName(attribute)
          && attribute.parts().size() == 1
          && attribute.parts().getFirst() instanceof Literal name
          && !name.text().isEmpty()) {
        return name.text();
      }
    }
    return element.name();
  }

  private void attributes(Element element, FlatPath path, String name, boolean data)
      throws Damaged {
    if (path.kind() == FlatPath.Kind.TOP) {
      return;
    }
    for (Attribute attribute : element.attributes()) {
      if (attribute.name().equals("xmlns") || (data && isName(attribute))) {
        continue;
      }
      boolean time =
          path.kind() == FlatPath.Kind.SYSTEM
              && name.equals("TimeCreated")
              && attribute.name().equals("SystemTime");
      String field = time ? name : path.field(name) + '_' + attribute.name();
      text(attribute.parts(), field, path, Empty.OMITTED, time ? FlatOp.TIME : FlatOp.VALUE);
    }
  }

  private void content(Element element, FlatPath path, String name, boolean data) throws Damaged {
    FlatPath inside = path.inside(name);
    String field = path.field(name);
    List<Part> parts = element.parts();
    if (parts.stream().anyMatch(p -> p instanceof Element || p instanceof Nested)) {
      for (Part part : parts) {
        if (part instanceof Element || part instanceof Nested) {
          part(part, inside);
        } else {
          text(List.of(part), field, inside, Empty.OMITTED, FlatOp.VALUE);
        }
      }
      return;
    }
    boolean omit = path.holders() || path.kind() == FlatPath.Kind.SYSTEM;
    Empty empty = omit ? Empty.OMITTED : data ? Empty.TEXT : Empty.NULL;
    text(parts, field, inside, empty, FlatOp.VALUE);
  }

  /// Adds the step that writes the text among these parts.
  private void text(List<Part> parts, String name, FlatPath inside, Empty empty, int code)
      throws Damaged {
    List<Part> texts =
        parts.stream()
            .filter(p -> p instanceof Slot || (p instanceof Literal l && !l.text().isBlank()))
            .toList();
    if (texts.isEmpty() && empty == Empty.OMITTED) {
      return;
    }
    int field = id(name);
    FlatOp op;
    if (texts.isEmpty()) {
      op = new FlatOp(FlatOp.CONSTANT, field, 0, inside);
      op.kind = empty == Empty.NULL ? ValueKind.NULL : ValueKind.TEXT;
    } else if (texts.size() > 1) {
      op = new FlatOp(FlatOp.MIXED, field, 0, inside);
      op.parts = parts.stream().filter(p -> p instanceof Slot || p instanceof Literal).toList();
    } else if (texts.getFirst() instanceof Slot slot) {
      op = new FlatOp(code, field, slot.index(), inside);
    } else {
      boolean time = code == FlatOp.TIME;
      op = new FlatOp(time ? code : FlatOp.CONSTANT, field, FlatOp.NO_SLOT, inside);
      op.bytes = ((Literal) texts.getFirst()).text().getBytes(StandardCharsets.UTF_8);
    }
    op.empty = empty;
    ops.add(op);
  }

  private int id(String field) throws Damaged {
    if (field.length() > LONGEST_PATH) {
      throw new Damaged(Flaw.DEPTH);
    }
    return names.id(field);
  }
}

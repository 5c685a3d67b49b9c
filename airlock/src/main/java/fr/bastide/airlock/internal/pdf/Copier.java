package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// Copies values of a given [Shape] into the new document.
///
/// What stands in an object of its own is queued, so that chains of objects, however long, never
/// become recursion; what is nested within one object is bounded by [#MAX_DEPTH].
final class Copier {

  static final int MAX_DEPTH = 48;
  private static final int MAX_PLAIN = 4;
  private static final int MAX_HOPS = 16;

  private record Task(COSBase value, Shape shape, COSObject reference, String place) {}

  private final Rebuild rebuild;
  private final Deque<Task> queue = new ArrayDeque<>();
  private final IdentityHashMap<COSBase, Map<Shape, COSObject>> known = new IdentityHashMap<>();
  private int depth;

  Copier(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /// What a reference stands for; nothing for the null object.
  static @Nullable COSBase resolve(@Nullable COSBase item) {
    COSBase value = item;
    for (int hops = 0; value instanceof COSObject object; hops++) {
      if (hops > MAX_HOPS) {
        return null;
      }
      value = object.getObject();
    }
    return value == COSNull.NULL ? null : value;
  }

  /// The copy of a value, or a reference to where it will stand; nothing when it does not fit.
  @Nullable COSBase copy(@Nullable COSBase item, Shape shape) {
    COSBase value = resolve(item);
    if (value == null || !shape.fits(value)) {
      return null;
    }
    boolean apart =
        value instanceof COSStream
            || item instanceof COSObject
                && (value instanceof COSDictionary || value instanceof COSArray);
    return apart ? queued(value, shape) : now(value, shape);
  }

  private COSObject queued(COSBase value, Shape shape) {
    Map<Shape, COSObject> shapes = known.computeIfAbsent(value, k -> new LinkedHashMap<>());
    COSObject reference = shapes.get(shape);
    if (reference == null) {
      rebuild.bench.parts(1);
      reference = rebuild.output.reserve();
      shapes.put(shape, reference);
      queue.add(new Task(value, shape, reference, rebuild.place()));
    }
    return reference;
  }

  /// The copy of a value at this very moment, for where its parts decide what is written around it.
  ///
  /// @throws RefusedException with [Reason#TOO_DEEP]
  @Nullable COSBase now(@Nullable COSBase item, Shape shape) {
    COSBase value = resolve(item);
    if (value == null || !shape.fits(value)) {
      return null;
    }
    if (!(value instanceof COSStream) || !(shape instanceof Shape.Special)) {
      return fresh(value, shape);
    }
    COSObject reference = known(value, shape);
    if (reference != null) {
      return reference;
    }
    rebuild.bench.parts(1);
    COSBase copy = fresh(value, shape);
    if (copy != null) {
      learn(value, shape, copy);
    }
    return copy;
  }

  private @Nullable COSBase fresh(COSBase value, Shape shape) {
    if (++depth > MAX_DEPTH) {
      throw new RefusedException(Reason.TOO_DEEP, rebuild.place());
    }
    try {
      return switch (shape) {
        case Shape.Name name -> value;
        case Shape.Scalar scalar -> scalar(value, scalar);
        case Shape.Numbers numbers -> numbers((COSArray) value);
        case Shape.Plain plain -> plain(value, 0);
        case Shape.Kind kind -> dictionary((COSDictionary) value, kind.kind());
        case Shape.ListOf list -> list((COSArray) value, list.item());
        case Shape.MapOf map -> map((COSDictionary) value, map.item());
        case Shape.Either either -> either(value, either);
        case Shape.Special special -> rebuild.special(special, value);
      };
    } finally {
      depth--;
    }
  }

  private @Nullable COSBase either(COSBase value, Shape.Either either) {
    for (Shape choice : either.choices()) {
      if (choice.fits(value)) {
        return now(value, choice);
      }
    }
    return null;
  }

  private static @Nullable COSBase scalar(COSBase value, Shape.Scalar scalar) {
    return scalar == Shape.Scalar.INTEGER && value instanceof COSNumber number
        ? Shape.integer(number)
        : leaf(value);
  }

  private static @Nullable COSBase leaf(@Nullable COSBase value) {
    return switch (value) {
      case COSName name -> name;
      case COSInteger integer -> integer;
      case COSFloat number -> number;
      case COSBoolean bool -> bool;
      // Direct or not, encrypted or not: the bytes alone are taken along.
      case COSString string -> new COSString(string.getBytes());
      case null, default -> null;
    };
  }

  /// An array of numbers; anything else in it becomes 0, so that places stay.
  static COSArray numbers(COSArray array) {
    COSArray copy = new COSArray();
    for (int i = 0; i < array.size(); i++) {
      copy.add(resolve(array.get(i)) instanceof COSNumber number ? number : COSInteger.ZERO);
    }
    return copy;
  }

  /// Scalars and arrays of them.
  static @Nullable COSBase plain(@Nullable COSBase item, int level) {
    COSBase value = resolve(item);
    if (!(value instanceof COSArray array)) {
      return leaf(value);
    }
    if (level > MAX_PLAIN) {
      return null;
    }
    COSArray copy = new COSArray();
    for (int i = 0; i < array.size(); i++) {
      COSBase part = plain(array.get(i), level + 1);
      if (part != null) {
        copy.add(part);
      }
    }
    return copy;
  }

  private COSArray list(COSArray array, Shape item) {
    COSArray copy = new COSArray();
    rebuild.bench.parts(array.size() / 64);
    for (int i = 0; i < array.size(); i++) {
      COSBase part = copy(array.get(i), item);
      if (part != null) {
        copy.add(part);
      }
    }
    return copy;
  }

  private COSDictionary map(COSDictionary dictionary, Shape item) {
    COSDictionary copy = new COSDictionary();
    for (COSName key : dictionary.keySet()) {
      COSBase part = copy(dictionary.getItem(key), item);
      if (part != null) {
        copy.setItem(key, part);
      }
    }
    return copy;
  }

  /// A dictionary with the keys that its kind allows; the others are reported.
  COSDictionary dictionary(COSDictionary dictionary, String kind) {
    COSDictionary copy = new COSDictionary();
    Map<String, Shape> keys = rebuild.grammar.keys(kind);
    for (COSName key : dictionary.keySet()) {
      Shape shape = keys.get(key.getName());
      if (shape == null) {
        rebuild.dropped(key.getName(), dictionary.getItem(key));
        continue;
      }
      COSBase part = copy(dictionary.getItem(key), shape);
      if (part != null) {
        copy.setItem(key, part);
      }
    }
    return copy;
  }

  /// Notes where the copy of a value stands that was made elsewhere.
  void learn(COSBase value, Shape shape, COSBase copy) {
    if (copy instanceof COSObject reference) {
      known.computeIfAbsent(value, k -> new LinkedHashMap<>()).put(shape, reference);
    }
  }

  /// Where a copy of a value stands, of whatever shape; nothing when there is none.
  @Nullable COSObject known(COSBase value) {
    Map<Shape, COSObject> shapes = known.get(value);
    return shapes == null || shapes.isEmpty() ? null : shapes.values().iterator().next();
  }

  /// Where the copy of a value in one shape stands; nothing when there is none.
  @Nullable COSObject known(COSBase value, Shape shape) {
    Map<Shape, COSObject> shapes = known.get(value);
    return shapes == null ? null : shapes.get(shape);
  }

  /// Copies all that was queued, and all that this queues.
  void drain() {
    for (Task task = queue.poll(); task != null; task = queue.poll()) {
      rebuild.at(task.place());
      rebuild.output.fill(task.reference(), fresh(task.value(), task.shape()));
    }
  }
}

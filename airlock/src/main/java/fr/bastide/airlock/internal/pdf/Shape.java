package fr.bastide.airlock.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;

/// What a value must look like to cross; the words of `objects.yaml`.
sealed interface Shape {

  /// Whether a value is of this shape as far as its own type tells.
  boolean fits(COSBase value);

  /// A name, one of the allowed ones unless there are none.
  record Name(Set<String> allowed) implements Shape {
    @Override
    public boolean fits(COSBase value) {
      return value instanceof COSName name
          && (allowed.isEmpty() || allowed.contains(name.getName()));
    }
  }

  /// A value without parts.
  enum Scalar implements Shape {
    INTEGER,
    NUMBER,
    BOOLEAN,
    STRING;

    @Override
    public boolean fits(COSBase value) {
      return switch (this) {
        case INTEGER, NUMBER -> value instanceof COSNumber;
        case BOOLEAN -> value instanceof COSBoolean;
        case STRING -> value instanceof COSString;
      };
    }
  }

  /// An array of numbers, of that many unless the count is 0.
  record Numbers(int count) implements Shape {
    @Override
    public boolean fits(COSBase value) {
      return value instanceof COSArray array && (count == 0 || array.size() == count);
    }
  }

  /// Scalars, and arrays of such, some levels deep; no dictionary, no stream.
  record Plain() implements Shape {
    @Override
    public boolean fits(COSBase value) {
      return !(value instanceof COSDictionary);
    }
  }

  /// A dictionary of a kind of the grammar.
  record Kind(String kind) implements Shape {
    @Override
    public boolean fits(COSBase value) {
      return value instanceof COSDictionary;
    }
  }

  record ListOf(Shape item) implements Shape {
    @Override
    public boolean fits(COSBase value) {
      return value instanceof COSArray;
    }
  }

  /// A dictionary from any names to values of one shape.
  record MapOf(Shape item) implements Shape {
    @Override
    public boolean fits(COSBase value) {
      return value instanceof COSDictionary;
    }
  }

  /// The first of several that fits.
  record Either(List<Shape> choices) implements Shape {
    @Override
    public boolean fits(COSBase value) {
      return choices.stream().anyMatch(choice -> choice.fits(value));
    }
  }

  /// A shape with a copier of its own.
  ///
  /// @param name of the copier
  /// @param inherited resources of whoever uses it, for streams that have none of their own
  record Special(String name, COSDictionary inherited) implements Shape {

    private static final COSDictionary NONE = new COSDictionary();

    Special(String name) {
      this(name, NONE);
    }

    @Override
    public boolean fits(COSBase value) {
      return true;
    }
  }

  /// A shape from its words: `name A B`, `integer`, `numbers 4`, `[X]`, `{X}`, `@Special`, `Kind`,
  /// and several of them with `|` between.
  static Shape of(String words) {
    List<Shape> choices = new ArrayList<>();
    int from = 0;
    for (int bar = words.indexOf('|'); bar >= 0; bar = words.indexOf('|', from)) {
      choices.add(one(words.substring(from, bar).strip()));
      from = bar + 1;
    }
    Shape last = one(words.substring(from).strip());
    if (choices.isEmpty()) {
      return last;
    }
    choices.add(last);
    return new Either(List.copyOf(choices));
  }

  private static List<String> parts(String words) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int space = words.indexOf(' '); space >= 0; space = words.indexOf(' ', from)) {
      parts.add(words.substring(from, space));
      from = space + 1;
    }
    parts.add(words.substring(from));
    return parts;
  }

  private static Shape one(String words) {
    List<String> parts = parts(words);
    String first = parts.getFirst();
    return switch (first) {
      case "name" -> new Name(Set.copyOf(parts.subList(1, parts.size())));
      case "integer", "number", "boolean", "string" ->
          Scalar.valueOf(first.toUpperCase(Locale.ROOT));
      case "numbers" -> new Numbers(parts.size() > 1 ? Integer.parseInt(parts.get(1)) : 0);
      case "plain" -> new Plain();
      default -> bracketed(words);
    };
  }

  private static Shape bracketed(String words) {
    return switch (words.charAt(0)) {
      case '[' -> new ListOf(of(words.substring(1, words.length() - 1)));
      case '{' -> new MapOf(of(words.substring(1, words.length() - 1)));
      case '@' -> new Special(words.substring(1));
      default -> new Kind(words);
    };
  }

  /// A number as an integer, when it is one.
  static COSBase integer(COSNumber number) {
    return COSInteger.get(number.longValue());
  }
}

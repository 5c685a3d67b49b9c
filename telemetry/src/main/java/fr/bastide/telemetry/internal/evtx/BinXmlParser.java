package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.internal.evtx.Part.Attribute;
import fr.bastide.telemetry.internal.evtx.Part.Element;
import fr.bastide.telemetry.internal.evtx.Part.Literal;
import fr.bastide.telemetry.internal.evtx.Part.Nested;
import fr.bastide.telemetry.internal.evtx.Part.Slot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Parses binary XML: the definition of a template, or a fragment that stands in a record as such.
/// Processing instructions are passed over.
///
/// @see <a
///   href="https://learn.microsoft.com/openspecs/windows_protocols/ms-even6/c73573ae-1c90-43a2-a65f-ad7501155956">MS-EVEN6,
///   BinXml</a>
final class BinXmlParser {

  private static final int DEEPEST = 64;
  private static final int MORE = 0x40;
  private static final int NO_DEPENDENCY = 0xffff;
  private static final int LITERAL_TYPE = 0x01;

  private final Names names;
  private Chunk chunk = Chunk.NONE;
  private byte[] bytes = chunk.bytes();
  private int at;
  private int end;
  private boolean template;

  BinXmlParser(Names names) {
    this.names = names;
  }

  /// Parses a slice of a chunk up to its end-of-file token, or to its end.
  ///
  /// @param template whether it is the definition of a template, where elements say what they
  ///   depend on
  Fragment parse(Chunk chunk, int from, int to, boolean template) throws Damaged {
    this.chunk = chunk;
    this.bytes = chunk.bytes();
    this.at = from;
    this.end = to;
    this.template = template;
    List<Part> parts = new ArrayList<>();
    content(parts, false, 0);
    return new Fragment(List.copyOf(parts));
  }

  /// Content up to the end of the element, or of everything when `open` is false.
  private void content(List<Part> parts, boolean open, int depth) throws Damaged {
    while (at < end) {
      int token = LittleEndian.u8(bytes, at);
      switch (token) {
        case Token.END_OF_FILE -> {
          if (open) {
            throw new Damaged(Flaw.TOKEN);
          }
          at++;
          return;
        }
        case Token.FRAGMENT_HEADER -> skip(4);
        case Token.OPEN_ELEMENT, Token.OPEN_ELEMENT | MORE -> parts.add(element(depth + 1));
        case Token.END_ELEMENT -> {
          if (!open) {
            throw new Damaged(Flaw.TOKEN);
          }
          at++;
          return;
        }
        case Token.TEMPLATE_INSTANCE -> {
          parts.add(new Nested(at));
          at = Templates.instanceEnd(chunk, at, end);
        }
        default -> {
          if (!piece(token, parts)) {
            throw new Damaged(Flaw.TOKEN);
          }
        }
      }
    }
    if (open) {
      throw new Damaged(Flaw.CUT);
    }
  }

  private Element element(int depth) throws Damaged {
    if (depth > DEEPEST) {
      throw new Damaged(Flaw.DEPTH);
    }
    boolean attributed = (LittleEndian.u8(bytes, at) & MORE) != 0;
    int dependency = Element.ALWAYS;
    if (template || dependencyStandsHere()) {
      int said = LittleEndian.u16(bytes, need(at + 1, 2));
      dependency = said == NO_DEPENDENCY ? Element.ALWAYS : said;
      at += 2;
    }
    skip(5);
    String name = name();
    List<Attribute> attributes = attributed ? attributes() : List.of();
    int token = LittleEndian.u8(bytes, need(at, 1));
    at++;
    List<Part> parts = new ArrayList<>();
    if (token == Token.CLOSE_START) {
      content(parts, true, depth);
    } else if (token != Token.CLOSE_EMPTY) {
      throw new Damaged(Flaw.TOKEN);
    }
    return new Element(name, dependency, attributes, List.copyOf(parts));
  }

  /// Outside of templates the two bytes may be missing: they are when what follows the token makes
  /// a size that fits and the offset of a name.
  private boolean dependencyStandsHere() throws Damaged {
    need(at, 9);
    long size = LittleEndian.u32(bytes, at + 1);
    long name = LittleEndian.u32(bytes, at + 5);
    return size > end - at || name < Chunk.RECORDS || name >= chunk.length();
  }

  private List<Attribute> attributes() throws Damaged {
    skip(4);
    List<Attribute> attributes = new ArrayList<>();
    while ((LittleEndian.u8(bytes, need(at, 1)) & ~MORE) == Token.ATTRIBUTE) {
      at++;
      String name = name();
      List<Part> parts = new ArrayList<>();
      while (piece(LittleEndian.u8(bytes, need(at, 1)), parts)) {
        // each call takes one piece
      }
      attributes.add(new Attribute(name, List.copyOf(parts)));
    }
    return List.copyOf(attributes);
  }

  /// Takes a piece of text, the place for one, or a processing instruction; false when something
  /// else stands here.
  private boolean piece(int token, List<Part> parts) throws Damaged {
    switch (token & ~MORE) {
      case Token.VALUE -> {
        if (LittleEndian.u8(bytes, need(at + 1, 1)) != LITERAL_TYPE) {
          throw new Damaged(Flaw.TOKEN);
        }
        at += 2;
        literal(parts, text());
      }
      case Token.CDATA -> {
        at++;
        literal(parts, text());
      }
      case Token.CHARACTER -> {
        literal(parts, String.valueOf((char) LittleEndian.u16(bytes, need(at + 1, 2))));
        at += 3;
      }
      case Token.ENTITY -> {
        at++;
        literal(parts, entity(name()));
      }
      case Token.SLOT, Token.OPTIONAL_SLOT -> {
        parts.add(new Slot(LittleEndian.u16(bytes, need(at + 1, 3))));
        at += 4;
      }
      case Token.PI_TARGET -> {
        at++;
        name();
      }
      case Token.PI_DATA -> {
        at++;
        text();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void literal(List<Part> parts, String text) {
    if (!parts.isEmpty() && parts.getLast() instanceof Literal before) {
      parts.set(parts.size() - 1, new Literal(before.text() + text));
    } else {
      parts.add(new Literal(text));
    }
  }

  private static String entity(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> "&" + name + ";";
    };
  }

  /// A name by its offset; the first time it stands right here.
  private String name() throws Damaged {
    int offset = LittleEndian.i32(bytes, need(at, 4));
    at += 4;
    if (offset == at) {
      skip(Names.span(chunk, at));
    }
    return names.at(chunk, offset);
  }

  private String text() throws Damaged {
    int units = LittleEndian.u16(bytes, need(at, 2));
    int from = need(at + 2, 2 * units);
    at = from + 2 * units;
    return units <= Names.LONGEST
        ? names.spelling(bytes, from, units)
        : new String(bytes, from, 2 * units, StandardCharsets.UTF_16LE);
  }

  private void skip(int count) throws Damaged {
    need(at, count);
    at += count;
  }

  private int need(int from, int count) throws Damaged {
    if (from > end - count) {
      throw new Damaged(Flaw.CUT);
    }
    return from;
  }
}

package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Threat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// A picture within content (ISO 32000-2, 8.9.7): read with its end found from its size where that
/// can be, and written anew so that its end cannot be mistaken.
final class InlinePicture {

  private static final Map<String, String> FULL =
      Map.of(
          "W",
          "Width",
          "H",
          "Height",
          "BPC",
          "BitsPerComponent",
          "CS",
          "ColorSpace",
          "IM",
          "ImageMask",
          "D",
          "Decode",
          "I",
          "Interpolate",
          "F",
          "Filter",
          "DP",
          "DecodeParms");

  private final COSDictionary source;
  private final Pictures.Frame frame;
  private final byte[] raw;
  private final @Nullable COSName namedSpace;

  private InlinePicture(
      COSDictionary source, Pictures.Frame frame, byte[] raw, @Nullable COSName namedSpace) {
    this.source = source;
    this.frame = frame;
    this.raw = raw;
    this.namedSpace = namedSpace;
  }

  /// Reads from after `BI` to after `EI`.
  static InlinePicture read(Rebuild rebuild, Lexer lexer, byte[] data, COSDictionary resources) {
    COSDictionary source = new COSDictionary();
    COSName key = null;
    for (Lexer.Token token = lexer.next(); token != null; token = lexer.next()) {
      if (token instanceof Lexer.Keyword(String word)) {
        if ("ID".equals(word) || "EI".equals(word)) {
          break;
        }
        key = null;
      } else if (token instanceof Lexer.Value(COSBase value)) {
        if (key == null && value instanceof COSName name) {
          key = COSName.getPDFName(FULL.getOrDefault(name.getName(), name.getName()));
        } else if (key != null) {
          source.setItem(key, value);
          key = null;
        }
      }
    }
    int start = Math.min(lexer.position() + 1, data.length);
    boolean mask = source.getBoolean(COSName.IMAGE_MASK, false);
    COSBase space = source.getDictionaryObject(COSName.COLORSPACE);
    COSName named =
        space instanceof COSName name && rebuild.colors.copy(name) == null ? name : null;
    int components = mask ? 1 : components(rebuild, space, named, resources);
    Pictures.Frame frame =
        rebuild.pictures.checked(
            new Pictures.Frame(
                source.getInt(COSName.WIDTH, 0),
                source.getInt(COSName.HEIGHT, 0),
                mask ? 1 : source.getInt(COSName.BITS_PER_COMPONENT, 8),
                components));
    int end = end(data, start, dataLength(data, start, source, frame, rebuild));
    lexer.moveTo(end + 3);
    return new InlinePicture(source, frame, Arrays.copyOfRange(data, start, end), named);
  }

  private static int components(
      Rebuild rebuild, @Nullable COSBase space, @Nullable COSName named, COSDictionary resources) {
    COSBase looked = space;
    if (named != null
        && resources.getDictionaryObject(COSName.COLORSPACE) instanceof COSDictionary spaces) {
      looked = spaces.getItem(named);
    }
    return rebuild.colors.components(rebuild.copier.now(looked, new Shape.Special("ColorSpace")));
  }

  /// How many bytes there are at least before the end mark.
  private static int dataLength(
      byte[] data, int start, COSDictionary source, Pictures.Frame frame, Rebuild rebuild) {
    List<Streams.Step> steps = Streams.steps(source);
    if (steps.isEmpty()) {
      return (int) Math.min(frame.bytes(), data.length - start);
    }
    String first = steps.getFirst().filter();
    if ("Fl".equals(first) || "FlateDecode".equals(first)) {
      byte[] rest = Arrays.copyOfRange(data, start, data.length);
      long most = Math.max(1 << 20, frame.bytes() * 2);
      Flate.Inflated inflated = Flate.inflate(rest, most, rebuild.place());
      return inflated.whole() ? inflated.consumed() : 0;
    }
    return 0;
  }

  /// Where `EI` begins, with the white space before it, from `least` bytes on.
  private static int end(byte[] data, int start, int least) {
    for (int i = start + least; i + 2 < data.length; i++) {
      boolean mark = data[i + 1] == 'E' && data[i + 2] == 'I';
      if (mark
          && Lexer.isSpace(data[i] & 0xff)
          && (i + 3 >= data.length || Lexer.isSpace(data[i + 3] & 0xff))
          && textFollows(data, i + 3)) {
        return i;
      }
    }
    // Some writers leave no space before the mark.
    int bare = start + least;
    return bare + 1 < data.length && data[bare] == 'E' && data[bare + 1] == 'I'
        ? bare - 1 < start ? start : bare - 1
        : data.length;
  }

  private static boolean textFollows(byte[] data, int from) {
    for (int i = from; i < Math.min(data.length, from + 12); i++) {
      int c = data[i] & 0xff;
      if (c > 126 || c < 32 && !Lexer.isSpace(c)) {
        return false;
      }
    }
    return true;
  }

  /// The picture as content, or nothing when it cannot be decoded.
  byte[] written(Rebuild rebuild, UsedNames used) {
    Streams.Decoded decoded =
        rebuild.streams.decode(raw, Streams.steps(source), frame.bytes() + 1, rebuild.place());
    Streams.Step picture = decoded.picture();
    COSDictionary copy = new COSDictionary();
    byte[] body;
    if (picture == null) {
      body = Pictures.isSane(frame) ? sized(decoded.bytes(), frame) : new byte[0];
      copy.setItem(COSName.getPDFName("F"), filters("Fl"));
      body = body.length == 0 ? body : Flate.deflate(body);
    } else if (picture.filter().startsWith("DCT")) {
      Jpeg jpeg = Jpeg.rebuilt(decoded.bytes());
      boolean good =
          jpeg != null
              && jpeg.width() == frame.width()
              && jpeg.height() == frame.height()
              && jpeg.decodes();
      body = jpeg == null || !good ? new byte[0] : jpeg.bytes();
      copy.setItem(COSName.getPDFName("F"), filters("DCT"));
    } else {
      Pictures.Frame bits = new Pictures.Frame(frame.width(), frame.height(), 1, 1);
      body =
          Pictures.isSane(bits)
              ? sized(rebuild.pictures.bits(decoded.bytes(), full(picture), bits), bits)
              : new byte[0];
      copy.setItem(COSName.getPDFName("F"), filters("Fl"));
      body = body.length == 0 ? body : Flate.deflate(body);
    }
    if (body.length == 0) {
      rebuild.findings.once(Threat.UNKNOWN_PART, rebuild.place());
      return body;
    }
    fields(rebuild, copy, used);
    return write(copy, body);
  }

  private static Streams.Step full(Streams.Step step) {
    return "CCF".equals(step.filter())
        ? new Streams.Step("CCITTFaxDecode", step.parameters())
        : step;
  }

  private static byte[] sized(byte[] bytes, Pictures.Frame frame) {
    return bytes.length == 0 ? bytes : Arrays.copyOf(bytes, (int) frame.bytes());
  }

  private static COSArray filters(String inner) {
    COSArray filters = new COSArray();
    filters.add(COSName.getPDFName("AHx"));
    filters.add(COSName.getPDFName(inner));
    return filters;
  }

  private void fields(Rebuild rebuild, COSDictionary copy, UsedNames used) {
    boolean mask = source.getBoolean(COSName.IMAGE_MASK, false);
    copy.setInt(COSName.W, frame.width());
    copy.setInt(COSName.H, frame.height());
    copy.setInt(COSName.getPDFName("BPC"), frame.bits());
    if (mask) {
      copy.setBoolean(COSName.getPDFName("IM"), true);
    } else {
      COSBase space = namedSpace;
      if (space != null) {
        used.add(COSName.COLORSPACE, space);
      } else {
        space =
            rebuild.copier.now(source.getItem(COSName.COLORSPACE), new Shape.Special("ColorSpace"));
      }
      copy.setItem(COSName.getPDFName("CS"), space);
    }
    if (source.getDictionaryObject(COSName.DECODE) instanceof COSArray decode) {
      copy.setItem(COSName.D, Copier.numbers(decode));
    }
    if (source.getBoolean(COSName.INTERPOLATE, false)) {
      copy.setBoolean(COSName.I, true);
    }
  }

  private static byte[] write(COSDictionary copy, byte[] body) {
    CosText text = CosText.withoutReferences().ascii("BI ");
    for (Map.Entry<COSName, COSBase> entry : copy.entrySet()) {
      text.value(entry.getKey()).ascii(" ").value(entry.getValue()).ascii(" ");
    }
    text.ascii("ID ");
    for (byte b : body) {
      text.ascii(Character.toString("0123456789ABCDEF".charAt((b & 0xff) >> 4)));
      text.ascii(Character.toString("0123456789ABCDEF".charAt(b & 15)));
    }
    return text.ascii(">\nEI\n").bytes();
  }
}

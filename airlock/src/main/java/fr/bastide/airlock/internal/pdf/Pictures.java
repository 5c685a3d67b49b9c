package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/// Pictures (ISO 32000-2, 8.9): decoded to their samples and deflated again, or JPEG written anew;
/// as many samples as their size says, no byte more.
final class Pictures {

  private static final int MAX_SIDE = 65_500;
  private static final long SCAN = 1_000_000;
  private static final String JPEG_2000 = "JPXDecode";
  private static final byte GREY = (byte) 0xd0;
  private static final Shape MASK = new Shape.Special("XObject");

  private final Rebuild rebuild;

  Pictures(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /// The size and depth of a picture.
  record Frame(int width, int height, int bits, int components) {
    long rowBytes() {
      return ((long) width * bits * components + 7) / 8;
    }

    long bytes() {
      return rowBytes() * height;
    }
  }

  /// The picture; nothing when it cannot be decoded, which readers show as nothing too.
  ///
  /// @throws RefusedException when its kind is not known here, or it is too large
  @Nullable COSBase copy(COSStream stream) {
    if (stream.containsKey(COSName.F)) {
      rebuild.found(Threat.EXTERNAL_CONTENT);
      return null;
    }
    if (!rebuild.layers.shows(stream.getItem(COSName.OC))) {
      rebuild.layers.removed();
      return null;
    }
    COSDictionary copy = rebuild.copier.dictionary(stream, "Image");
    copy.setItem(COSName.TYPE, COSName.XOBJECT);
    copy.setItem(COSName.SUBTYPE, COSName.IMAGE);
    List<Streams.Step> steps = Streams.steps(stream);
    boolean mask = copy.getBoolean(COSName.IMAGE_MASK, false);
    COSBase space = mask ? null : space(stream);
    if (space != null) {
      copy.setItem(COSName.COLORSPACE, space);
    }
    boolean bilevel = mask || isBilevel(steps);
    if (bilevel) {
      copy.setInt(COSName.BITS_PER_COMPONENT, 1);
    }
    masks(stream, copy);
    COSBase picture = data(stream, copy, steps);
    if (picture == null) {
      lost(copy);
    }
    return picture;
  }

  private void lost(COSDictionary picture) {
    refuseScan(picture);
    rebuild.found(Threat.UNKNOWN_PART);
  }

  /// A small picture may be missing; without a large one its page would be blank.
  private void refuseScan(COSDictionary picture) {
    long pixels = (long) picture.getInt(COSName.WIDTH, 0) * picture.getInt(COSName.HEIGHT, 0);
    if (pixels >= SCAN) {
      throw new RefusedException(Reason.MALFORMED, rebuild.place());
    }
  }

  /// A grey point for a picture that is whole but that nothing here decodes.
  private COSBase standIn(COSDictionary picture) {
    refuseScan(picture);
    rebuild.found(Threat.REFUSED_MEMBER);
    COSDictionary point = new COSDictionary();
    point.setItem(COSName.TYPE, COSName.XOBJECT);
    point.setItem(COSName.SUBTYPE, COSName.IMAGE);
    point.setInt(COSName.WIDTH, 1);
    point.setInt(COSName.HEIGHT, 1);
    point.setInt(COSName.BITS_PER_COMPONENT, 8);
    point.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
    return rebuild.output.addDeflated(point, new byte[] {GREY});
  }

  private @Nullable COSBase space(COSStream stream) {
    return rebuild.copier.now(stream.getItem(COSName.COLORSPACE), new Shape.Special("ColorSpace"));
  }

  static boolean isBilevel(List<Streams.Step> steps) {
    return !steps.isEmpty()
        && switch (steps.getLast().filter()) {
          case "CCITTFaxDecode", "CCF", "JBIG2Decode" -> true;
          default -> false;
        };
  }

  private void masks(COSStream stream, COSDictionary copy) {
    for (COSName key : List.of(COSName.SMASK, COSName.MASK)) {
      COSBase value = Copier.resolve(stream.getItem(key));
      COSBase mask =
          value instanceof COSArray array
              ? Copier.numbers(array)
              : value instanceof COSStream masking && isDecoded(masking)
                  ? rebuild.copier.copy(stream.getItem(key), MASK)
                  : null;
      if (mask != null) {
        copy.setItem(key, mask);
      }
    }
  }

  /// A mask that nothing here decodes would hide all or nothing.
  private boolean isDecoded(COSStream mask) {
    List<Streams.Step> steps = Streams.steps(mask);
    boolean decoded = steps.isEmpty() || !JPEG_2000.equals(steps.getLast().filter());
    if (!decoded) {
      rebuild.found(Threat.REFUSED_MEMBER);
    }
    return decoded;
  }

  private Frame frame(COSDictionary copy) {
    int width = copy.getInt(COSName.WIDTH, 0);
    int height = copy.getInt(COSName.HEIGHT, 0);
    int bits = copy.getInt(COSName.BITS_PER_COMPONENT, 8);
    int components =
        copy.getBoolean(COSName.IMAGE_MASK, false)
            ? 1
            : rebuild.colors.components(copy.getItem(COSName.COLORSPACE));
    return checked(new Frame(width, height, bits, components));
  }

  /// @throws RefusedException when it is larger than the policy allows, or no picture at all
  Frame checked(Frame frame) {
    if (frame.width() > MAX_SIDE
        || frame.height() > MAX_SIDE
        || (long) frame.width() * frame.height() > rebuild.policy.limits().pixels()) {
      throw new RefusedException(Reason.TOO_LARGE, rebuild.place());
    }
    return frame;
  }

  static boolean isSane(Frame frame) {
    return frame.width() > 0
        && frame.height() > 0
        && frame.components() > 0
        && switch (frame.bits()) {
          case 1, 2, 4, 8, 16 -> true;
          default -> false;
        };
  }

  private @Nullable COSBase data(COSStream stream, COSDictionary copy, List<Streams.Step> steps) {
    byte[] raw = rebuild.streams.raw(stream, rebuild.place());
    Frame frame = frame(copy);
    boolean deflated = steps.size() == 1 && "FlateDecode".equals(steps.getFirst().filter());
    if (deflated && isSane(frame)) {
      return deflated(raw, steps.getFirst(), frame, copy);
    }
    Streams.Decoded decoded =
        rebuild.streams.decode(raw, steps, frame.bytes() + frame.height() + 1, rebuild.place());
    Streams.Step picture = decoded.picture();
    if (picture == null) {
      return isSane(frame) ? samples(decoded.bytes(), frame, copy) : null;
    }
    return switch (picture.filter()) {
      case "DCTDecode", "DCT" -> jpeg(decoded.bytes(), picture, copy);
      case JPEG_2000 -> standIn(copy);
      default -> bilevel(decoded.bytes(), picture, frame, copy);
    };
  }

  /// A deflated picture: once it inflated to the right size its bytes may stay, up to their end.
  private @Nullable COSBase deflated(
      byte[] raw, Streams.Step step, Frame frame, COSDictionary copy) {
    COSDictionary parameters = step.parameters();
    int predictor = parameters.getInt(COSName.PREDICTOR, 1);
    boolean matching =
        predictor <= 1
            || predictor >= 10
                && predictor <= 15
                && parameters.getInt(COSName.COLORS, 1) == frame.components()
                && parameters.getInt(COSName.BITS_PER_COMPONENT, 8) == frame.bits()
                && parameters.getInt(COSName.COLUMNS, 1) == frame.width();
    long expected = frame.bytes() + (predictor >= 10 ? frame.height() : 0);
    long most = Math.max(expected + 65_536, 1 << 20);
    Flate.Inflated inflated = Flate.inflate(raw, Math.max(most, raw.length * 8L), rebuild.place());
    rebuild.bench.yielded(inflated.bytes().length);
    if (!inflated.whole() || !matching || inflated.bytes().length != expected) {
      Streams.Decoded decoded = rebuild.streams.decode(raw, List.of(step), most, rebuild.place());
      return samples(decoded.bytes(), frame, copy);
    }
    if (predictor > 1) {
      COSDictionary kept = new COSDictionary();
      kept.setInt(COSName.PREDICTOR, 15);
      kept.setInt(COSName.COLORS, frame.components());
      kept.setInt(COSName.BITS_PER_COMPONENT, frame.bits());
      kept.setInt(COSName.COLUMNS, frame.width());
      copy.setItem(COSName.DECODE_PARMS, kept);
    }
    copy.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    return rebuild.output.add(copy, Arrays.copyOf(raw, inflated.consumed()));
  }

  private @Nullable COSBase samples(byte[] bytes, Frame frame, COSDictionary copy) {
    return bytes.length == 0
        ? null
        : rebuild.output.addDeflated(copy, Arrays.copyOf(bytes, (int) frame.bytes()));
  }

  private @Nullable COSBase jpeg(byte[] bytes, Streams.Step step, COSDictionary copy) {
    Jpeg jpeg = Jpeg.rebuilt(bytes);
    if (jpeg == null) {
      return null;
    }
    checked(new Frame(jpeg.width(), jpeg.height(), 8, jpeg.components()));
    rebuild.bench.yielded((long) jpeg.width() * jpeg.height() * jpeg.components());
    if (!jpeg.decodes()) {
      return null;
    }
    if (jpeg.width() != copy.getInt(COSName.WIDTH, 0)
        || jpeg.height() != copy.getInt(COSName.HEIGHT, 0)) {
      rebuild.found(Threat.CONTENT_MASKING);
    }
    copy.setInt(COSName.WIDTH, jpeg.width());
    copy.setInt(COSName.HEIGHT, jpeg.height());
    copy.setInt(COSName.BITS_PER_COMPONENT, 8);
    COSBase device = Colors.device(jpeg.components());
    if (rebuild.colors.components(copy.getItem(COSName.COLORSPACE)) != jpeg.components()
        && device != null) {
      copy.setItem(COSName.COLORSPACE, device);
    }
    int transform = step.parameters().getInt(COSName.getPDFName("ColorTransform"), -1);
    if (transform == 0 || transform == 1) {
      COSDictionary parameters = new COSDictionary();
      parameters.setInt(COSName.getPDFName("ColorTransform"), transform);
      copy.setItem(COSName.DECODE_PARMS, parameters);
    }
    copy.setItem(COSName.FILTER, COSName.DCT_DECODE);
    return rebuild.output.add(copy, jpeg.bytes());
  }

  private @Nullable COSBase bilevel(
      byte[] bytes, Streams.Step step, Frame frame, COSDictionary copy) {
    Frame bits = new Frame(frame.width(), frame.height(), 1, 1);
    if (!isSane(bits)) {
      return null;
    }
    if (rebuild.colors.components(copy.getItem(COSName.COLORSPACE)) != 1
        && !copy.getBoolean(COSName.IMAGE_MASK, false)) {
      copy.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
    }
    return samples(bits(bytes, step, bits), bits, copy);
  }

  private boolean withinBounds(byte[] bytes, Streams.Step step) {
    long pixels = rebuild.policy.limits().pixels();
    COSBase globals = step.parameters().getDictionaryObject(COSName.JBIG2_GLOBALS);
    return Jbig2Bounds.hold(bytes, pixels)
        && (!(globals instanceof COSStream shared)
            || Jbig2Bounds.hold(rebuild.streams.plain(shared, rebuild.place()), pixels));
  }

  /// The samples of a fax or JBIG2 picture; empty when it cannot be decoded.
  byte[] bits(byte[] bytes, Streams.Step step, Frame frame) {
    if ("JBIG2Decode".equals(step.filter()) && !withinBounds(bytes, step)) {
      return new byte[0];
    }
    COSDictionary dictionary = new COSDictionary();
    COSName filter = COSName.getPDFName(step.filter());
    dictionary.setItem(COSName.FILTER, filter);
    dictionary.setInt(COSName.WIDTH, frame.width());
    dictionary.setInt(COSName.HEIGHT, frame.height());
    dictionary.setInt(COSName.BITS_PER_COMPONENT, 1);
    COSDictionary parameters = step.parameters();
    int columns = parameters.getInt(COSName.COLUMNS, frame.width());
    int rows = parameters.getInt(COSName.ROWS, frame.height());
    checked(new Frame(columns, rows, 1, 1));
    dictionary.setItem(COSName.DECODE_PARMS, parameters);
    Streams.Bounded out =
        new Streams.Bounded(frame.bytes() + ((long) columns + 7) / 8 * rows + 64, rebuild.place());
    try {
      FilterFactory.INSTANCE
          .getFilter(filter)
          .decode(new ByteArrayInputStream(bytes), out, dictionary, 0);
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
      // Decoders of pictures throw these for damage; the picture is then left out.
      return new byte[0];
    }
    rebuild.bench.yielded(out.size());
    return out.toByteArray();
  }
}

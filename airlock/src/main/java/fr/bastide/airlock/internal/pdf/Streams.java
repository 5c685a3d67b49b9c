package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/// Decodes streams within bounds.
final class Streams {

  private static final long FREE = 1 << 20;
  private static final int MAX_FILTERS = 8;
  private static final int MAX_COLORS = 32;
  private static final int MAX_COLUMNS = 1 << 20;
  private static final Set<String> PICTURE =
      Set.of("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF");
  private static final Set<String> PLAIN =
      Set.of(
          "LZWDecode",
          "LZW",
          "ASCII85Decode",
          "A85",
          "ASCIIHexDecode",
          "AHx",
          "RunLengthDecode",
          "RL");

  /// One filter of a stream, with its parameters.
  record Step(String filter, COSDictionary parameters) {}

  /// A stream as far as it could be decoded.
  ///
  /// @param bytes the bytes after all filters but those of pictures
  /// @param picture the picture filter that is left, when there is one
  record Decoded(byte[] bytes, @Nullable Step picture) {}

  private final Workbench bench;
  private boolean damaged;

  Streams(Workbench bench) {
    this.bench = bench;
  }

  /// Whether the last stream was damaged within, so that only its beginning could be read.
  boolean damaged() {
    return damaged;
  }

  /// The bytes of a stream that is not a picture.
  byte[] plain(COSStream stream, String where) {
    damaged = false;
    byte[] raw = raw(stream, where);
    Decoded decoded = decode(raw, steps(stream), FREE, where);
    if (decoded.picture() != null) {
      throw new RefusedException(Reason.MALFORMED, where);
    }
    return decoded.bytes();
  }

  byte[] raw(COSStream stream, String where) {
    try (InputStream in = stream.createRawInputStream()) {
      byte[] raw = in.readAllBytes();
      bench.yielded(raw.length);
      return raw;
    } catch (IOException damaged) {
      throw new RefusedException(Reason.MALFORMED, where, damaged);
    }
  }

  /// The filters of a stream or an inline picture in the order they are undone.
  static List<Step> steps(COSDictionary dictionary) {
    COSBase filters = either(dictionary, COSName.FILTER, COSName.F);
    COSBase parameters = either(dictionary, COSName.DECODE_PARMS, COSName.DP);
    List<Step> steps = new ArrayList<>();
    if (filters instanceof COSName name) {
      steps.add(new Step(name.getName(), parameters(parameters, 0)));
    } else if (filters instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (!(array.getObject(i) instanceof COSName name) || i >= MAX_FILTERS) {
          throw new RefusedException(Reason.MALFORMED, "filter");
        }
        steps.add(new Step(name.getName(), parameters(parameters, i)));
      }
    }
    return steps;
  }

  private static @Nullable COSBase either(COSDictionary dictionary, COSName full, COSName brief) {
    COSBase value = dictionary.getDictionaryObject(full);
    // In a stream F is an external file, never a filter.
    return value != null || dictionary instanceof COSStream
        ? value
        : dictionary.getDictionaryObject(brief);
  }

  private static COSDictionary parameters(@Nullable COSBase parameters, int index) {
    COSBase own = parameters;
    if (parameters instanceof COSArray array) {
      own = index < array.size() ? array.getObject(index) : null;
    }
    return own instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
  }

  /// Undoes the filters up to the first one of pictures.
  ///
  /// @param free how much may come out whatever goes in
  Decoded decode(byte[] raw, List<Step> steps, long free, String where) {
    byte[] bytes = raw;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (PICTURE.contains(step.filter())) {
        if (i != steps.size() - 1) {
          throw new RefusedException(Reason.MALFORMED, where);
        }
        return new Decoded(bytes, step);
      }
      bytes = undo(bytes, step, free, where);
    }
    return new Decoded(bytes, null);
  }

  private byte[] undo(byte[] raw, Step step, long free, String where) {
    long most = Math.max(FREE + raw.length * (long) bench.policy().limits().ratio(), free);
    byte[] bytes =
        switch (step.filter()) {
          case "FlateDecode", "Fl" -> predicted(inflated(raw, most, where), step, where);
          case "Crypt" -> raw;
          default -> {
            if (!PLAIN.contains(step.filter())) {
              throw new RefusedException(Reason.MALFORMED, where);
            }
            yield foreign(raw, step, most, where);
          }
        };
    bench.yielded(bytes.length);
    return bytes;
  }

  private byte[] inflated(byte[] raw, long most, String where) {
    Flate.Inflated inflated = Flate.inflate(raw, most, where);
    damaged |= inflated.damaged();
    return inflated.bytes();
  }

  private static byte[] foreign(byte[] raw, Step step, long most, String where) {
    checkPredictor(step, where);
    COSDictionary dictionary = new COSDictionary();
    COSName name = COSName.getPDFName(step.filter());
    dictionary.setItem(COSName.FILTER, name);
    dictionary.setItem(COSName.DECODE_PARMS, step.parameters());
    Bounded out = new Bounded(most, where);
    try {
      FilterFactory.INSTANCE
          .getFilter(name)
          .decode(new ByteArrayInputStream(raw), out, dictionary, 0);
    } catch (IOException damaged) {
      if (out.size() == 0) {
        throw new RefusedException(Reason.MALFORMED, where, damaged);
      }
    }
    return out.toByteArray();
  }

  private static byte[] predicted(byte[] bytes, Step step, String where) {
    int predictor = step.parameters().getInt(COSName.PREDICTOR, 1);
    if (predictor <= 1) {
      return bytes;
    }
    checkPredictor(step, where);
    return Predictors.undone(
        bytes,
        predictor,
        step.parameters().getInt(COSName.COLORS, 1),
        step.parameters().getInt(COSName.BITS_PER_COMPONENT, 8),
        step.parameters().getInt(COSName.COLUMNS, 1));
  }

  static void checkPredictor(Step step, String where) {
    COSDictionary parameters = step.parameters();
    int colors = parameters.getInt(COSName.COLORS, 1);
    int bits = parameters.getInt(COSName.BITS_PER_COMPONENT, 8);
    int columns = parameters.getInt(COSName.COLUMNS, 1);
    boolean sane =
        colors >= 1
            && colors <= MAX_COLORS
            && (bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16)
            && columns >= 1
            && columns <= MAX_COLUMNS;
    if (parameters.getInt(COSName.PREDICTOR, 1) > 1 && !sane) {
      throw new RefusedException(Reason.MALFORMED, where);
    }
  }

  /// Collects what a foreign decoder writes, up to a bound.
  static final class Bounded extends ByteArrayOutputStream {

    private final long most;
    private final String where;

    Bounded(long most, String where) {
      this.most = most;
      this.where = where;
    }

    @Override
    public synchronized void write(int b) {
      check(1);
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      check(length);
      super.write(bytes, from, length);
    }

    private void check(int more) {
      if (count + (long) more > most) {
        throw new RefusedException(Reason.BOMB, where);
      }
    }
  }
}

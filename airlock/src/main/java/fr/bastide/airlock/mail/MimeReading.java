package fr.bastide.airlock.mail;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/// Parses a message whole (RFC 2045 to 2049), within bounds of depth, parts and bytes. Messages
/// within are leaves here: they go through the door on their own.
final class MimeReading {

  private static final int MOST_DEPTH = 24;
  private static final int MOST_FIELDS = 2_000;
  private static final int LONGEST_FIELD = 1 << 18;
  private static final int CHUNK = 1 << 14;

  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(MOST_FIELDS)
          .setMaxHeaderLen(LONGEST_FIELD)
          .setMaxContentLen(-1)
          .build();

  private final MimeTokenStream stream = new MimeTokenStream(CONFIG);
  private final Workbench bench;
  private final Ledger ledger;

  private MimeReading(Workbench bench, Ledger ledger) {
    this.bench = bench;
    this.ledger = ledger;
  }

  /// The message as a tree.
  ///
  /// @throws RefusedException when it is beyond the bounds, or beyond understanding
  static RawPart read(byte[] bytes, Workbench bench, Ledger ledger) {
    try {
      return new MimeReading(bench, ledger).message(bytes);
    } catch (RefusedException refused) {
      throw refused;
    } catch (IOException | MimeException | RuntimeException broken) {
      // The library throws whatever happens to it on broken messages.
      throw new RefusedException(Reason.MALFORMED, "eml", broken);
    }
  }

  private RawPart message(byte[] bytes) throws IOException, MimeException {
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(new ByteArrayInputStream(bytes));
    RawPart whole = entity(0);
    while (stream.getState() != EntityState.T_END_OF_STREAM) {
      stream.next();
    }
    return whole;
  }

  /// Reads one entity, up to and with its end.
  private RawPart entity(int depth) throws IOException, MimeException {
    if (depth > MOST_DEPTH) {
      throw new RefusedException(Reason.TOO_DEEP, "multipart");
    }
    bench.parts(1);
    List<RawHead.Field> fields = new ArrayList<>();
    List<RawPart> parts = new ArrayList<>();
    byte[] preamble = new byte[0];
    RawPart found = new RawPart.Leaf(new RawHead(fields, ""), preamble);
    while (true) {
      switch (stream.getState()) {
        case T_FIELD -> fields.add(field(stream.getField()));
        case T_BODY -> found = new RawPart.Leaf(head(fields), decoded());
        case T_START_MULTIPART -> found = new RawPart.Multi(head(fields), parts);
        case T_START_BODYPART -> {
          stream.next();
          parts.add(entity(depth + 1));
        }
        case T_PREAMBLE -> preamble = all(stream.getInputStream());
        case T_EPILOGUE -> epilogue();
        case T_END_BODYPART, T_END_MESSAGE, T_END_OF_STREAM -> {
          return found instanceof RawPart.Multi multi
              ? multi(multi.head(), List.copyOf(parts), preamble)
              : found;
        }
        default -> {}
      }
      stream.next();
    }
  }

  /// Parts; when no boundary stands anywhere, all there is, as the text that it must be.
  private static RawPart multi(RawHead head, List<RawPart> parts, byte[] preamble) {
    return parts.isEmpty() && preamble.length > 0
        ? new RawPart.Leaf(new RawHead(List.of(), "text/plain"), preamble)
        : new RawPart.Multi(head, parts);
  }

  private static RawHead.Field field(Field field) {
    return RawHead.field(
        field.getName(),
        field.getRaw() == null
            ? Charsets.bytes(field.getName() + ":" + field.getBody())
            : field.getRaw().toByteArray());
  }

  private RawHead head(List<RawHead.Field> fields) {
    String kind = stream.getBodyDescriptor().getMimeType();
    return new RawHead(fields, kind == null ? "" : kind.toLowerCase(Locale.ROOT));
  }

  private byte[] decoded() throws IOException {
    try (InputStream in = stream.getDecodedInputStream()) {
      return all(in);
    }
  }

  private byte[] all(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      bench.yielded(n);
      out.write(chunk, 0, n);
    }
    return out.toByteArray();
  }

  /// What stands after the last boundary is shown by no reader that knows boundaries.
  private void epilogue() throws IOException {
    boolean words = false;
    for (byte one : all(stream.getInputStream())) {
      words |= one > ' ';
    }
    if (words) {
      ledger.once(Threat.TRAILING_DATA, "multipart");
    }
  }
}

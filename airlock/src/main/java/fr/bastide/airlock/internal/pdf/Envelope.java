package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSObjectKey;

/// The bytes around the objects of a file: what stands before and after it, its earlier revisions,
/// and objects that are there twice, of which two readers may take one each.
final class Envelope {

  private static final int TOLERATED_TAIL = 64;
  private static final int MAX_DIGITS = 10;
  private static final byte[] HEADER = ascii("%PDF-");
  private static final byte[] END = ascii("%%EOF");
  private static final byte[] OBJ = ascii("obj");
  private static final byte[] ROOT = ascii("/Root");
  private static final byte[] STREAM = ascii("stream");
  private static final byte[] END_STREAM = ascii("endstream");
  private static final byte[] LENGTH = ascii("/Length");

  private record Definition(int offset, int body) {}

  private final byte[] bytes;
  private final Map<COSObjectKey, Definition> last = new HashMap<>();
  private final Set<COSObjectKey> twice = new HashSet<>();
  private final Set<Long> roots = new HashSet<>();
  private int ends;
  private int header = -1;
  private boolean severalHeaders;
  private boolean objectBeforeHeader;
  private boolean strayByte;

  /// Reads the whole file once, past the insides of streams.
  Envelope(byte[] bytes) {
    this.bytes = bytes;
    for (int i = 0; i < bytes.length; i++) {
      switch (bytes[i]) {
        case 'o' -> {
          if (at(OBJ, i)) {
            definition(i);
          }
        }
        case '/' -> {
          if (at(ROOT, i)) {
            long[] root = numbers(i + ROOT.length);
            if (root.length == 2) {
              roots.add(root[0]);
            }
          }
        }
        case '%' -> percent(i);
        case 's' -> {
          if (at(STREAM, i) && (i == 0 || bytes[i - 1] != 'd')) {
            stray(i);
            i = past(i);
          }
        }
        default -> {}
      }
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void percent(int i) {
    ends += at(END, i) ? 1 : 0;
    if (at(HEADER, i)) {
      severalHeaders |= header >= 0;
      objectBeforeHeader |= header < 0 && !last.isEmpty();
      header = header < 0 ? i : header;
    }
  }

  /// A byte between the keyword and the bytes of a stream belongs to them for some readers only.
  private void stray(int keyword) {
    int dictionary = back(keyword - 1);
    int next = keyword + STREAM.length;
    strayByte |=
        dictionary >= 0
            && bytes[dictionary] == '>'
            && next < bytes.length
            && (!Lexer.isSpace(bytes[next] & 0xff) || bytes[next] == 0);
  }

  private boolean at(byte[] word, int from) {
    return from + word.length <= bytes.length
        && Arrays.equals(bytes, from, from + word.length, word, 0, word.length);
  }

  private int find(byte[] word, int from) {
    for (int i = from; i + word.length <= bytes.length; i++) {
      if (bytes[i] == word[0] && at(word, i)) {
        return i;
      }
    }
    return -1;
  }

  /// Where the inside of a stream ends, by its length when that is right, else by the next mark.
  private int past(int keyword) {
    int start = keyword + STREAM.length;
    for (int i = keyword; i > Math.max(0, keyword - 400); i--) {
      if (at(LENGTH, i)) {
        long[] length = numbers(i + LENGTH.length);
        if (length.length == 1 && length[0] < bytes.length - start) {
          int end = find(END_STREAM, start + (int) length[0]);
          if (end >= 0 && end - start - length[0] < 8) {
            return end;
          }
        }
        break;
      }
    }
    int end = find(END_STREAM, start);
    return end < 0 ? start : end;
  }

  /// `12` gives one number, `12 0 R` two.
  private long[] numbers(int from) {
    int i = skip(from);
    int start = i;
    long first = 0;
    while (i < bytes.length && digit(i) && i - start < 10) {
      first = first * 10 + bytes[i++] - '0';
    }
    if (i == start) {
      return new long[0];
    }
    int second = skip(i);
    int end = second;
    while (end < bytes.length && digit(end)) {
      end++;
    }
    int letter = skip(end);
    boolean reference = end > second && letter < bytes.length && bytes[letter] == 'R';
    return reference ? new long[] {first, 0} : new long[] {first};
  }

  private int skip(int from) {
    int i = from;
    while (i < bytes.length && Lexer.isSpace(bytes[i] & 0xff)) {
      i++;
    }
    return i;
  }

  private boolean digit(int i) {
    return bytes[i] >= '0' && bytes[i] <= '9';
  }

  private void definition(int keyword) {
    int generation = back(keyword - 1);
    int gap = start(generation);
    int number = back(gap);
    int start = start(number);
    if (gap == generation || number == gap || start == number) {
      return;
    }
    COSObjectKey key =
        new COSObjectKey(decimal(start, number), (int) Math.min(65_535, decimal(gap, generation)));
    Definition here = new Definition(start + 1, keyword + OBJ.length);
    Definition before = last.put(key, here);
    if (before != null && !same(before, here)) {
      twice.add(key);
    }
  }

  /// Before the first of the digits that end here.
  private int start(int end) {
    int i = end;
    while (i >= 0 && digit(i) && end - i < MAX_DIGITS) {
      i--;
    }
    return i;
  }

  private long decimal(int before, int end) {
    long value = 0;
    for (int i = before + 1; i <= end; i++) {
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  private int back(int from) {
    int i = from;
    while (i >= 0 && Lexer.isSpace(bytes[i] & 0xff)) {
      i--;
    }
    return i;
  }

  private boolean same(Definition one, Definition other) {
    int a = one.body();
    int b = other.body();
    while (a < bytes.length && b < bytes.length && bytes[a] == bytes[b]) {
      if (bytes[a] == 'e' && at(ascii("endobj"), a)) {
        return true;
      }
      a++;
      b++;
    }
    return false;
  }

  /// Reports what stands around the file and within it twice.
  ///
  /// @param active where the parser found each object
  /// @throws RefusedException with [Reason#CONTENT_MASKING] when readers may take different objects
  void check(Map<COSObjectKey, Long> active, Findings findings) {
    if (roots.size() > 1) {
      throw new RefusedException(Reason.CONTENT_MASKING, "roots");
    }
    if (objectBeforeHeader) {
      throw new RefusedException(Reason.CONTENT_MASKING, "header");
    }
    if (severalHeaders) {
      findings.add(Threat.CONTENT_MASKING, "header");
    }
    if (strayByte) {
      throw new RefusedException(Reason.CONTENT_MASKING, "stream");
    }
    for (Map.Entry<COSObjectKey, Long> entry : active.entrySet()) {
      Definition definition = last.get(entry.getKey());
      if (definition != null && another(entry.getKey(), entry.getValue(), definition, active)) {
        throw new RefusedException(Reason.CONTENT_MASKING, "object " + entry.getKey().getNumber());
      }
    }
    if (header > 0) {
      findings.add(Threat.TRAILING_DATA, "before the document");
    }
    int end = lastEnd();
    if (end >= 0 && bytes.length - skip(end + END.length) > TOLERATED_TAIL) {
      findings.add(Threat.TRAILING_DATA, "after the document");
    }
    boolean linearized = find(ascii("/Linearized"), 0) >= 0;
    if (!twice.isEmpty() || ends > (linearized ? 2 : 1)) {
      findings.add(Threat.HIDDEN_CONTENT, "earlier revisions");
    }
  }

  /// Whether the last definition of an object is not the one that the parser took.
  private boolean another(
      COSObjectKey key, long place, Definition definition, Map<COSObjectKey, Long> active) {
    if (place > 0) {
      return twice.contains(key) && Math.abs(definition.offset() - place) > 2;
    }
    long holder = active.getOrDefault(new COSObjectKey(-place, 0), 0L);
    return holder > 0 && definition.offset() > holder;
  }

  /// The objects that are there, but not where the file says that its objects are.
  Set<COSObjectKey> unlisted(Map<COSObjectKey, Long> active) {
    Set<COSObjectKey> unlisted = new HashSet<>(last.keySet());
    unlisted.removeAll(active.keySet());
    return unlisted;
  }

  private int lastEnd() {
    for (int i = bytes.length - END.length; i >= 0; i--) {
      if (bytes[i] == '%' && at(END, i)) {
        return i;
      }
    }
    return -1;
  }
}

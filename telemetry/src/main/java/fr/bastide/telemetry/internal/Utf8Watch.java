package fr.bastide.telemetry.internal;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Trouble;
import fr.bastide.telemetry.Troubles;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks at bytes as they pass and counts those that are not UTF-8; it changes none.
///
/// The state is what the standard calls a well-formed sequence (Unicode 16, table 3-7): how many
/// bytes are still awaited, and between which bounds the next one lies. Eight bytes of ASCII are
/// passed at once, so that the watch costs next to nothing.
public final class Utf8Watch extends FilterInputStream {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
  private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;

  private long line = 1;
  private long bad;
  private long firstLine;
  private int awaited;
  private int low = 0x80;
  private int high = 0xBF;

  public Utf8Watch(InputStream input) {
    super(input);
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      step(b);
    }
    return b;
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    int count = in.read(into, at, length);
    if (count > 0) {
      look(into, at, at + count);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// Says once, after the reading, how many bytes were not UTF-8 and where the first stood.
  public void tell(Troubles troubles) {
    if (awaited > 0) {
      wrong();
      awaited = 0;
    }
    if (bad > 0) {
      troubles.tell(
          new Trouble(
              "line " + firstLine,
              new Text(
                  "des octets ne sont pas de l’UTF-8 (en tout\u00a0: "
                      + bad
                      + ", le premier ici)\u00a0: ils sont gardés tels quels, et les valeurs qui"
                      + " les contiennent peuvent échapper aux règles.",
                  "bytes are not UTF-8 ("
                      + bad
                      + " in all, the first here): they are kept as they are, and values that"
                      + " hold them may escape the rules.")));
    }
  }

  private void look(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (awaited == 0) {
        at = passAscii(bytes, at, to);
      }
      if (at < to) {
        step(bytes[at++] & 0xFF);
      }
    }
  }

  /// Eight bytes at once as long as all are ASCII: a byte that is no line feed keeps the high bit
  /// after the addition, so what is missing of eight such bits is the number of line feeds.
  private int passAscii(byte[] bytes, int from, int to) {
    int at = from;
    int feeds = 0;
    int last = to - Long.BYTES;
    while (at <= last) {
      long word = (long) WORDS.get(bytes, at);
      if ((word & HIGH_BITS) != 0) {
        break;
      }
      long others = ((word ^ LINE_FEEDS) + LOW_BITS) & HIGH_BITS;
      feeds += Long.BYTES - Long.bitCount(others);
      at += Long.BYTES;
    }
    while (at < to && bytes[at] >= 0) {
      feeds += bytes[at++] == '\n' ? 1 : 0;
    }
    line += feeds;
    return at;
  }

  private void step(int b) {
    if (awaited > 0) {
      if (b >= low && b <= high) {
        awaited--;
        low = 0x80;
        high = 0xBF;
        return;
      }
      wrong();
      awaited = 0;
    }
    low = 0x80;
    high = 0xBF;
    if (b == '\n') {
      line++;
    } else if (b >= 0x80) {
      lead(b);
    }
  }

  private void lead(int b) {
    if (b >= 0xC2 && b <= 0xDF) {
      awaited = 1;
    } else if (b >= 0xE0 && b <= 0xEF) {
      awaited = 2;
      low = b == 0xE0 ? 0xA0 : 0x80;
      high = b == 0xED ? 0x9F : 0xBF;
    } else if (b >= 0xF0 && b <= 0xF4) {
      awaited = 3;
      low = b == 0xF0 ? 0x90 : 0x80;
      high = b == 0xF4 ? 0x8F : 0xBF;
    } else {
      wrong();
    }
  }

  private void wrong() {
    if (bad == 0) {
      firstLine = line;
    }
    bad++;
  }
}

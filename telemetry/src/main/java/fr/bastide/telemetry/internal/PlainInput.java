package fr.bastide.telemetry.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text as UTF-8 without its byte order mark: Windows tools write UTF-16 as well.
public final class PlainInput {

  private PlainInput() {}

  /// The same text; only a mark at the beginning tells UTF-16, anything else passes unchanged.
  public static InputStream utf8(InputStream input) throws IOException {
    byte[] head = input.readNBytes(3);
    if (head.length == 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      return input;
    }
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), input);
    boolean little = head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE;
    boolean big = head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF;
    if (!little && !big) {
      return whole;
    }
    whole.skipNBytes(2);
    return new Transcoded(whole, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  /// UTF-16 read, UTF-8 given.
  private static final class Transcoded extends InputStream {

    private final Reader reader;
    private final CharBuffer chars = CharBuffer.allocate(8_192).flip();
    private final ByteBuffer bytes = ByteBuffer.allocate(3 * 8_192).flip();
    private final CharsetEncoder encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    Transcoded(InputStream input, Charset charset) {
      this.reader = new InputStreamReader(input, charset);
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.remaining());
      bytes.get(into, at, count);
      return count;
    }

    @Override
    public int available() {
      return bytes.remaining();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }

    private boolean fill() throws IOException {
      while (!bytes.hasRemaining()) {
        chars.compact();
        int count = reader.read(chars);
        chars.flip();
        if (count < 0 && !chars.hasRemaining()) {
          return false;
        }
        bytes.clear();
        encoder.encode(chars, bytes, count < 0);
        bytes.flip();
        if (count < 0 && !bytes.hasRemaining()) {
          return false;
        }
      }
      return true;
    }
  }
}

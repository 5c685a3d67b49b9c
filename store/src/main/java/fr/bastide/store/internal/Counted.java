package fr.bastide.store.internal;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// The size and the checksums of what flows through a stream.
final class Counted {

  private final MessageDigest digest = sha256();
  private final CRC32 crc = new CRC32();
  private long bytes;

  long bytes() {
    return bytes;
  }

  long crc() {
    return crc.getValue();
  }

  /// The hash of what flowed so far; starts a new one.
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(byte[] buffer, int offset, int length) {
    digest.update(buffer, offset, length);
    crc.update(buffer, offset, length);
    bytes += length;
  }

  /// A stream that leaves the other one open when closed.
  OutputStream writing(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        add(buffer, offset, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  /// A stream that fails as soon as it has given more than `atMost` bytes.
  InputStream reading(InputStream in, long atMost) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = in.read(buffer, offset, length);
        if (read > 0) {
          add(buffer, offset, read);
          if (bytes > atMost) {
            throw new IOException("longer than the manifest says");
          }
        }
        return read;
      }
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

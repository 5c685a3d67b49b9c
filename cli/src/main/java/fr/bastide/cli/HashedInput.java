package fr.bastide.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and hashes exactly the bytes that are read through it, those that are skipped included.
final class HashedInput extends InputStream {

  private final InputStream input;
  private final MessageDigest digest;
  private long bytes;

  HashedInput(InputStream input) {
    this.input = input;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public int read() throws IOException {
    int one = input.read();
    if (one >= 0) {
      digest.update((byte) one);
      bytes++;
    }
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = input.read(into, from, length);
    if (count > 0) {
      digest.update(into, from, count);
      bytes += count;
    }
    return count;
  }

  @Override
  public int available() throws IOException {
    return input.available();
  }

  /// Leaves the input open: who closes this one has read what it wanted, and the rest is still to
  /// be hashed.
  @Override
  public void close() {}

  /// How many bytes were read.
  long bytes() {
    return bytes;
  }

  /// Reads what is left and gives the SHA-256 of everything, in hexadecimal.
  String sha256() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }
}

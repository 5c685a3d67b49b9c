package fr.bastide.airlock.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A journal's chain: each line begins with the SHA-256 of the line before it and of itself, so
/// that none can be changed, taken out or put in without every later one telling.
public final class Chain {

  /// What the first line follows.
  public static final String START = "0".repeat(64);

  private static final int HASH = 64;

  private Chain() {}

  /// A line of the chain.
  ///
  /// @param hash of it and all before it, in hexadecimal
  /// @param text what it says
  public record Link(String hash, String text) {
    /// The line as it is written, with its end.
    public String line() {
      return hash + " " + text + "\n";
    }
  }

  /// The link that follows.
  public static Link next(String before, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(before.getBytes(StandardCharsets.US_ASCII));
      digest.update((byte) '\n');
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return new Link(HexFormat.of().formatHex(digest.digest()), text);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("the platform lacks a digest it must have", impossible);
    }
  }

  /// A line read back; empty when it does not follow the one before.
  ///
  /// @param line without its end
  public static Optional<Link> follow(String before, String line) {
    if (line.length() < HASH + 1 || line.charAt(HASH) != ' ') {
      return Optional.empty();
    }
    Link link = next(before, line.substring(HASH + 1));
    return line.startsWith(link.hash()) ? Optional.of(link) : Optional.empty();
  }
}

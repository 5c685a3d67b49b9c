package fr.bastide.airlock.mail.authentication;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/// Addresses as bytes, never asking anyone for a name.
final class IpBytes {

  private static final int FOUR = 4;

  private IpBytes() {}

  /// Four bytes or sixteen; an IPv4 address within IPv6 is one of IPv4.
  static Optional<byte[]> of(String text) {
    try {
      boolean six = text.contains(":");
      if (!six && !isQuad(text)) {
        return Optional.empty();
      }
      return Optional.of(InetAddress.ofLiteral(text).getAddress());
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static boolean isQuad(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != FOUR) {
      return false;
    }
    for (String part : parts) {
      boolean digits =
          !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!digits || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  /// Whether two addresses of one kind share a prefix of so many bits.
  static boolean share(byte[] a, byte[] b, int bits) {
    if (a.length != b.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (a[i] != b[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || ((a[whole] ^ b[whole]) & 0xff) >> (8 - rest) == 0;
  }

  /// The address in parts that dots divide, as macros show it (RFC 7208, section 7.3).
  static String dotted(byte[] address) {
    StringBuilder out = new StringBuilder();
    if (address.length == FOUR) {
      for (byte one : address) {
        out.append(out.isEmpty() ? "" : ".").append(one & 0xff);
      }
      return out.toString();
    }
    for (char one : HexFormat.of().formatHex(address).toCharArray()) {
      out.append(out.isEmpty() ? "" : ".").append(one);
    }
    return out.toString();
  }

  /// The name under which the name of an address is asked for.
  static String reverse(byte[] address) {
    String[] parts = dotted(address).split("\\.", -1);
    StringBuilder out = new StringBuilder();
    for (int i = parts.length - 1; i >= 0; i--) {
      out.append(parts[i]).append('.');
    }
    return out.append(address.length == FOUR ? "in-addr.arpa" : "ip6.arpa").toString();
  }
}

package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Matcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// IP addresses and networks as text (RFC 4291, section 2.2; RFC 4632): no name is ever looked up.
public final class Addresses {

  private Addresses() {}

  /// The 4 or 16 bytes of an address; IPv4-mapped ones give 4. A zone (`%eth0`) is left out.
  public static Optional<byte[]> parse(String text) {
    if (text.length() > 80) {
      return Optional.empty();
    }
    if (text.indexOf(':') < 0) {
      return v4(text);
    }
    int zone = text.indexOf('%');
    return v6(zone < 0 ? text : text.substring(0, zone)).map(Addresses::unmapped);
  }

  /// Whether an address stands in a network.
  public static boolean within(byte[] address, Matcher.Cidr cidr) {
    List<Byte> network = cidr.network();
    if (address.length != network.size()) {
      return false;
    }
    for (int bit = 0; bit < cidr.prefix(); bit += 8) {
      int mask = mask(cidr.prefix() - bit);
      if (((address[bit / 8] ^ network.get(bit / 8)) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /// A network such as `10.0.0.0/8`; without a prefix the one address.
  static Optional<Matcher.Cidr> network(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    Optional<byte[]> bytes = parse(address);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    boolean mapped = bytes.get().length == 4 && address.indexOf(':') >= 0;
    int most = mapped ? 128 : bytes.get().length * 8;
    int prefix = slash < 0 ? most : decimal(text, slash + 1, text.length(), most);
    if (prefix < 0) {
      return Optional.empty();
    }
    if (mapped && prefix < 96) {
      return v6(address).map(all -> cidr(all, prefix));
    }
    return Optional.of(cidr(bytes.get(), mapped ? prefix - 96 : prefix));
  }

  private static Matcher.Cidr cidr(byte[] address, int prefix) {
    List<Byte> network = new ArrayList<>(address.length);
    for (int i = 0; i < address.length; i++) {
      network.add((byte) (address[i] & mask(prefix - 8 * i)));
    }
    return new Matcher.Cidr(network, prefix);
  }

  /// The bits of one byte that count when this many bits remain.
  private static int mask(int remaining) {
    return remaining >= 8 ? 0xFF : remaining <= 0 ? 0 : 0xFF << (8 - remaining);
  }

  private static Optional<byte[]> v4(String text) {
    byte[] bytes = new byte[4];
    int from = 0;
    for (int i = 0; i < 4; i++) {
      int to = i < 3 ? text.indexOf('.', from) : text.length();
      int part = to < 0 ? -1 : decimal(text, from, to, 255);
      if (part < 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) part;
      from = to + 1;
    }
    return Optional.of(bytes);
  }

  /// A decimal number of at most three digits without leading zero; -1 when it is none.
  private static int decimal(String text, int from, int to, int most) {
    if (to <= from || to - from > 3 || (to - from > 1 && text.charAt(from) == '0')) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + (c - '0');
    }
    return number <= most ? number : -1;
  }

  private static Optional<byte[]> v6(String text) {
    int gap = text.indexOf("::");
    byte[] bytes = new byte[16];
    if (gap < 0) {
      byte[] all = groups(text);
      return all.length == 16 ? Optional.of(all) : Optional.empty();
    }
    String before = text.substring(0, gap);
    String after = text.substring(gap + 2);
    byte[] head = before.isEmpty() ? new byte[0] : groups(before);
    byte[] tail = after.isEmpty() ? new byte[0] : groups(after);
    boolean fits =
        (before.isEmpty() || head.length > 0)
            && (after.isEmpty() || tail.length > 0)
            && before.indexOf('.') < 0
            && head.length + tail.length <= 14;
    if (!fits) {
      return Optional.empty();
    }
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
    return Optional.of(bytes);
  }

  /// The bytes of groups between single colons, the last of them perhaps an IPv4 address; none when
  /// something is wrong.
  private static byte[] groups(String text) {
    byte[] bytes = new byte[18];
    int length = 0;
    int from = 0;
    while (from <= text.length()) {
      int colon = text.indexOf(':', from);
      int to = colon < 0 ? text.length() : colon;
      if (colon < 0 && text.indexOf('.', from) >= 0) {
        byte[] last = v4(text.substring(from)).orElse(new byte[0]);
        if (last.length == 0 || length > 12) {
          return new byte[0];
        }
        System.arraycopy(last, 0, bytes, length, 4);
        return Arrays.copyOf(bytes, length + 4);
      }
      int group = group(text, from, to);
      if (group < 0 || length > 14) {
        return new byte[0];
      }
      bytes[length++] = (byte) (group >> 8);
      bytes[length++] = (byte) group;
      from = to + 1;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int group(String text, int from, int to) {
    if (to <= from || to - from > 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  private static byte[] unmapped(byte[] address) {
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return address;
      }
    }
    return address[10] == -1 && address[11] == -1 ? Arrays.copyOfRange(address, 12, 16) : address;
  }
}

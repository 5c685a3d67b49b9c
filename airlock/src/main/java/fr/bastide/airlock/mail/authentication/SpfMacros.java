package fr.bastide.airlock.mail.authentication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Domains with macros in them (RFC 7208, section 7): checked first, expanded when they are asked
/// for.
///
/// @param sender the whole address
/// @param helo how the client called itself
/// @param address of the client
@SuppressWarnings("ArrayRecordComponent") // never compared
record SpfMacros(String sender, String helo, byte[] address) {

  private static final String LETTERS = "slodipvh";
  private static final String DELIMITERS = ".-+,/_=";
  private static final int LONGEST = 253;

  /// Whether a text is well formed where a domain is wanted.
  static boolean isDomain(String text) {
    if (!isText(text) || text.isEmpty()) {
      return false;
    }
    if (text.endsWith("}")) {
      return true;
    }
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    int dot = bare.lastIndexOf('.');
    String top = bare.substring(dot + 1);
    boolean label =
        !top.isEmpty()
            && !top.startsWith("-")
            && !top.endsWith("-")
            && top.chars().allMatch(c -> c < 0x7f && (Character.isLetterOrDigit(c) || c == '-'))
            && top.chars().anyMatch(c -> c < '0' || c > '9');
    return dot >= 0 && label;
  }

  /// Whether the macros in a text are well formed.
  static boolean isText(String text) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < 0x21 || c > 0x7e) {
        return false;
      }
      if (c != '%') {
        at++;
      } else if (at + 1 < text.length() && "%_-".indexOf(text.charAt(at + 1)) >= 0) {
        at += 2;
      } else {
        int end = text.indexOf('}', at);
        if (end < 0 || text.charAt(at + 1) != '{' || !isMacro(text.substring(at + 2, end))) {
          return false;
        }
        at = end + 1;
      }
    }
    return true;
  }

  private static boolean isMacro(String inner) {
    if (inner.isEmpty() || LETTERS.indexOf(Character.toLowerCase(inner.charAt(0))) < 0) {
      return false;
    }
    int at = 1;
    while (at < inner.length() && inner.charAt(at) >= '0' && inner.charAt(at) <= '9') {
      at++;
    }
    if (at > 3 || inner.substring(1, at).equals("0")) {
      return false;
    }
    at += at < inner.length() && Character.toLowerCase(inner.charAt(at)) == 'r' ? 1 : 0;
    return inner.substring(at).chars().allMatch(c -> DELIMITERS.indexOf(c) >= 0);
  }

  /// A text that [#isText], expanded for the policy of a domain, and shortened from the left to
  /// what a name can be.
  String expanded(String text, String domain) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '%') {
        out.append(c);
        at++;
      } else if (text.charAt(at + 1) == '{') {
        int end = text.indexOf('}', at);
        out.append(macro(text.substring(at + 2, end), domain));
        at = end + 1;
      } else {
        char escaped = text.charAt(at + 1);
        out.append(escaped == '%' ? "%" : escaped == '_' ? " " : "%20");
        at += 2;
      }
    }
    String name = out.toString();
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    while (name.length() > LONGEST && name.indexOf('.') >= 0) {
      name = name.substring(name.indexOf('.') + 1);
    }
    return name;
  }

  private String macro(String inner, String domain) {
    char letter = inner.charAt(0);
    int at = 1;
    while (at < inner.length() && inner.charAt(at) >= '0' && inner.charAt(at) <= '9') {
      at++;
    }
    int keep = at > 1 ? Integer.parseInt(inner.substring(1, at)) : Integer.MAX_VALUE;
    boolean reverse = at < inner.length() && Character.toLowerCase(inner.charAt(at)) == 'r';
    String delimiters = inner.substring(reverse ? at + 1 : at);
    List<String> parts =
        parts(
            value(Character.toLowerCase(letter), domain), delimiters.isEmpty() ? "." : delimiters);
    if (reverse) {
      Collections.reverse(parts);
    }
    String value = String.join(".", parts.subList(Math.max(0, parts.size() - keep), parts.size()));
    return Character.isUpperCase(letter) ? escaped(value) : value;
  }

  private String value(char letter, String domain) {
    int at = sender.lastIndexOf('@');
    return switch (letter) {
      case 's' -> sender;
      case 'l' -> sender.substring(0, Math.max(0, at));
      case 'o' -> sender.substring(at + 1);
      case 'd' -> domain;
      case 'i' -> IpBytes.dotted(address);
      case 'v' -> address.length == 4 ? "in-addr" : "ip6";
      case 'h' -> helo;
      default -> "unknown"; // the name of the client, which nobody should rely upon
    };
  }

  private static List<String> parts(String value, String delimiters) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || delimiters.indexOf(value.charAt(i)) >= 0) {
        parts.add(value.substring(from, i));
        from = i + 1;
      }
    }
    return parts;
  }

  private static String escaped(String value) {
    StringBuilder out = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      boolean plain = c < 0x7f && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      out.append(plain ? Character.toString(c) : String.format(Locale.ROOT, "%%%02X", c));
    }
    return out.toString();
  }
}

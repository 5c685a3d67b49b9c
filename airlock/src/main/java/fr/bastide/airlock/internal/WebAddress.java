package fr.bastide.airlock.internal;

import java.util.Locale;

/// Addresses that a link may keep: `http` and `https` to a plain host name, `mailto`, `tel`.
public final class WebAddress {

  private static final int MAX_LENGTH = 2000;

  private WebAddress() {}

  /// Whether an address leads to the web or to a mailbox and nowhere else: no user name in it, no
  /// character that hides where it leads.
  public static boolean isPlain(String address) {
    if (address.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c <= ' '
          || c == '\\'
          || c == '"'
          || c == '<'
          || c == '>'
          || c == '`'
          || Character.isISOControl(c)
          || Character.getType(c) == Character.FORMAT
          || Character.isWhitespace(c)) {
        return false;
      }
    }
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://")) {
      return isHost(lower, 8);
    }
    if (lower.startsWith("http://")) {
      return isHost(lower, 7);
    }
    return isMailbox(lower) || lower.startsWith("tel:");
  }

  private static boolean isMailbox(String lower) {
    // A message prepared with a file attached is a way out for the reader's own files.
    return lower.startsWith("mailto:") && !lower.contains("attach");
  }

  private static boolean isHost(String lower, int from) {
    int end = from;
    while (end < lower.length() && "/?#".indexOf(lower.charAt(end)) < 0) {
      end++;
    }
    int colon = lower.indexOf(':', from);
    int to = colon >= 0 && colon < end ? colon : end;
    for (int i = to + 1; i < end; i++) {
      if (lower.charAt(i) < '0' || lower.charAt(i) > '9') {
        return false;
      }
    }
    boolean dotted = false;
    for (int i = from; i < to; i++) {
      char c = lower.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '.' && c != '_') {
        return false;
      }
      dotted |= c == '.';
    }
    return to > from && dotted;
  }
}

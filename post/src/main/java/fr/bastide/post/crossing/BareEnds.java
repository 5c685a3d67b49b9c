package fr.bastide.post.crossing;

/// Looks for ends of lines that are none (RFC 5321, section 2.3.8): a lone CR or LF is how a second
/// message is smuggled past a server that reads it as an end.
final class BareEnds {

  private BareEnds() {}

  /// Whether a CR stands without its LF, an LF without its CR, or a byte zero anywhere.
  static boolean in(byte[] message) {
    for (int i = 0; i < message.length; i++) {
      switch (message[i]) {
        case 0 -> {
          return true;
        }
        case '\r' -> {
          if (i + 1 == message.length || message[i + 1] != '\n') {
            return true;
          }
        }
        case '\n' -> {
          if (i == 0 || message[i - 1] != '\r') {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /// How many servers say that they had a message.
  static int hops(byte[] message) {
    int hops = 0;
    for (int line = 0; line < message.length; ) {
      if (message[line] == '\r') {
        break;
      }
      hops += isReceived(message, line) ? 1 : 0;
      int end = line;
      while (end < message.length && message[end] != '\n') {
        end++;
      }
      line = end + 1;
    }
    return hops;
  }

  private static boolean isReceived(byte[] message, int at) {
    String name = "received:";
    if (at + name.length() > message.length) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (Character.toLowerCase(message[at + i]) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

package fr.bastide.telemetry.internal.audit;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.ValueKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The `saddr` of SOCKADDR records: a `struct sockaddr` in hexadecimal, its family in the byte
/// order of the machine (little-endian is assumed), port and address in that of the network.
final class SocketAddress {

  private static final int UNIX = 1;
  private static final int INET = 2;
  private static final int INET6 = 10;
  private static final int LONGEST = 128;

  private final int ip;
  private final int port;
  private final int path;
  private final byte[] address = new byte[LONGEST];

  SocketAddress(FieldNames names) {
    ip = names.id("socket_ip");
    port = names.id("socket_port");
    path = names.id("socket_path");
  }

  /// Adds `socket_ip` and `socket_port`, or `socket_path`; nothing when the family is another.
  void fill(byte[] b, int from, int to, EventDraft draft) {
    if (!AuditText.hexadecimal(b, from, to) || to - from > 2 * LONGEST) {
      return;
    }
    int length = AuditText.decode(b, from, to, address, 0);
    int family = length < 2 ? 0 : (address[0] & 0xff) | (address[1] & 0xff) << 8;
    if (family == INET && length >= 8) {
      text(draft, ip, dotted(4));
      number(draft);
    } else if (family == INET6 && length >= 24) {
      text(draft, ip, groups());
      number(draft);
    } else if (family == UNIX && length > 3) {
      int start = address[2] == 0 ? 3 : 2;
      int end = start;
      while (end < length && address[end] != 0) {
        end++;
      }
      draft.made(path, ValueKind.TEXT, address, start, end);
    }
  }

  private void number(EventDraft draft) {
    byte[] digits =
        Integer.toString((address[2] & 0xff) << 8 | (address[3] & 0xff))
            .getBytes(StandardCharsets.US_ASCII);
    draft.made(port, ValueKind.NUMBER, digits, 0, digits.length);
  }

  private static void text(EventDraft draft, int field, String text) {
    draft.made(field, text);
  }

  private String dotted(int at) {
    StringBuilder text = new StringBuilder(15);
    for (int i = at; i < at + 4; i++) {
      text.append(i == at ? "" : ".").append(address[i] & 0xff);
    }
    return text.toString();
  }

  /// RFC 5952: the longest run of zero groups, two at least, as `::`; a mapped IPv4 address as
  /// such.
  private String groups() {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (address[8 + 2 * i] & 0xff) << 8 | (address[9 + 2 * i] & 0xff);
    }
    if (Arrays.equals(groups, 0, 6, new int[] {0, 0, 0, 0, 0, 0xffff}, 0, 6)) {
      return dotted(20);
    }
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && groups[i + run] == 0) {
        run++;
      }
      if (run > bestLength) {
        best = i;
        bestLength = run;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        text.append("::");
        i += bestLength - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
            .append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}

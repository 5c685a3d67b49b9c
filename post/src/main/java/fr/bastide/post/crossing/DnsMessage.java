package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.authentication.Dns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Questions and answers of the domain name system (RFC 1035, section 4). An answer is read as
/// hostile: within its bytes, with so many steps, for the name asked alone.
final class DnsMessage {

  private static final int HEAD = 12;
  private static final int INTERNET = 1;
  private static final int CNAME = 5;
  private static final int TRUNCATED = 0x02;
  private static final int ANSWER = 0x80;
  private static final int NO_SUCH_NAME = 3;
  private static final int MOST_STEPS = 128;
  private static final int MOST_ALIASES = 8;

  private final byte[] bytes;
  private int at;

  private DnsMessage(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The number by which a kind is asked for (RFC 1035, RFC 3596).
  static int number(Dns.Kind kind) {
    return switch (kind) {
      case A -> 1;
      case PTR -> 12;
      case MX -> 15;
      case TXT -> 16;
      case AAAA -> 28;
    };
  }

  /// A question with recursion desired.
  ///
  /// @param id to know the answer by
  static byte[] question(int id, String name, Dns.Kind kind) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(id >> 8);
    out.write(id);
    out.writeBytes(new byte[] {1, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    for (String label : name.split("\\.", -1)) {
      out.write(label.length());
      out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes(new byte[] {0, 0, (byte) number(kind), 0, INTERNET});
    return out.toByteArray();
  }

  /// Whether this is an answer to that question.
  static boolean answers(byte[] answer, byte[] question) {
    return answer.length >= question.length
        && answer[0] == question[0]
        && answer[1] == question[1]
        && (answer[2] & ANSWER) != 0
        && new String(answer, HEAD, question.length - HEAD, StandardCharsets.ISO_8859_1)
            .equalsIgnoreCase(
                new String(question, HEAD, question.length - HEAD, StandardCharsets.ISO_8859_1));
  }

  /// Whether the whole must be fetched by TCP.
  static boolean isCut(byte[] answer) {
    return (answer[2] & TRUNCATED) != 0;
  }

  /// What an answer says.
  ///
  /// @throws IOException when it cannot be read, or the server failed
  static Dns.Answer read(byte[] answer, String name, Dns.Kind kind) throws IOException {
    try {
      return new DnsMessage(answer).read(name, kind);
    } catch (IndexOutOfBoundsException broken) {
      throw new IOException("a broken answer", broken);
    }
  }

  private Dns.Answer read(String name, Dns.Kind kind) throws IOException {
    int code = bytes[3] & 0x0f;
    if (code == NO_SUCH_NAME) {
      return new Dns.Answer.Nothing();
    }
    if (code != 0) {
      throw new IOException("the server failed");
    }
    int count = number16(6);
    at = HEAD;
    name();
    at += 4;
    int start = at;
    String wanted = name.toLowerCase(Locale.ROOT);
    for (int alias = 0; alias < MOST_ALIASES; alias++) {
      List<String> values = new ArrayList<>();
      String next = records(start, count, wanted, kind, values);
      if (!values.isEmpty()) {
        return new Dns.Answer.Found(values);
      }
      if (next.isEmpty()) {
        return new Dns.Answer.Nothing();
      }
      wanted = next;
    }
    return new Dns.Answer.Nothing();
  }

  /// Reads the records of one name.
  ///
  /// @return the name it stands for, when it is an alias; empty when not
  private String records(int start, int count, String wanted, Dns.Kind kind, List<String> values)
      throws IOException {
    at = start;
    String alias = "";
    for (int i = 0; i < count; i++) {
      boolean ours = name().equals(wanted);
      int type = number16(at);
      int length = number16(at + 8);
      at += 10;
      int data = at;
      if (ours && type == number(kind)) {
        values.add(value(kind, data, length));
      } else if (ours && type == CNAME) {
        alias = name();
      }
      at = data + length;
    }
    return alias;
  }

  private String value(Dns.Kind kind, int data, int length) throws IOException {
    return switch (kind) {
      case A, AAAA -> {
        int size = kind == Dns.Kind.A ? 4 : 16;
        if (length != size) {
          throw new IOException("no address");
        }
        yield InetAddress.getByAddress(Arrays.copyOfRange(bytes, data, data + size))
            .getHostAddress();
      }
      case MX -> {
        at = data + 2;
        yield name();
      }
      case PTR -> {
        at = data;
        yield name();
      }
      case TXT -> {
        StringBuilder text = new StringBuilder();
        for (int place = data; place < data + length; ) {
          int size = bytes[place] & 0xff;
          text.append(new String(bytes, place + 1, size, StandardCharsets.ISO_8859_1));
          place += size + 1;
        }
        yield text.toString();
      }
    };
  }

  private int number16(int place) {
    return (bytes[place] & 0xff) << 8 | (bytes[place + 1] & 0xff);
  }

  /// A name in lower case, perhaps in pieces that stand elsewhere; `at` is after it.
  private String name() throws IOException {
    StringBuilder name = new StringBuilder();
    int place = at;
    int after = -1;
    for (int step = 0; step < MOST_STEPS; step++) {
      int size = bytes[place] & 0xff;
      if (size == 0) {
        at = after < 0 ? place + 1 : after;
        return name.toString().toLowerCase(Locale.ROOT);
      }
      if (size >= 0xc0) {
        after = after < 0 ? place + 2 : after;
        place = number16(place) & 0x3fff;
      } else {
        name.append(name.isEmpty() ? "" : ".");
        name.append(new String(bytes, place + 1, size, StandardCharsets.ISO_8859_1));
        place += size + 1;
      }
    }
    throw new IOException("a name without an end");
  }
}

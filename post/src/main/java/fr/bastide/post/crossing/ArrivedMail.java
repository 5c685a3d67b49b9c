package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.Mailbox;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A message as it was accepted on the low side, with what its session told and proved.
///
/// @param at when its last byte came
/// @param client the address it came from
/// @param helo how the client called itself; not believed
/// @param tls whether it came under TLS
/// @param results what was proved about it, as the value of `Authentication-Results`
/// @param proven whether the domain of its sender is
/// @param unproven the domain of its sender, when that asks for proof and none was there
/// @param message as it came, to the byte
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record ArrivedMail(
    Instant at,
    String client,
    String helo,
    boolean tls,
    Optional<Mailbox> sender,
    List<Mailbox> recipients,
    String results,
    boolean proven,
    Optional<String> unproven,
    byte[] message) {

  private static final String FIRST = "bastide-arrived 1";
  private static final int MOST_HEAD = 1 << 20;

  byte[] write() {
    StringBuilder head = new StringBuilder(FIRST).append('\n');
    line(head, "at", at.toString());
    line(head, "client", client);
    line(head, "helo", helo);
    line(head, "tls", Boolean.toString(tls));
    line(head, "results", results);
    line(head, "proven", Boolean.toString(proven));
    unproven.ifPresent(domain -> line(head, "unproven", domain));
    sender.ifPresent(box -> line(head, "from", box.address()));
    recipients.forEach(box -> line(head, "to", box.address()));
    head.append('\n');
    ByteArrayOutputStream out = new ByteArrayOutputStream(head.length() + message.length);
    out.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(message);
    return out.toByteArray();
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(' ');
    value.chars().filter(c -> c >= ' ' && c <= '~').forEach(c -> head.append((char) c));
    head.append('\n');
  }

  /// What was written; empty when the bytes are something else.
  static Optional<ArrivedMail> read(byte[] bytes) {
    int end = -1;
    for (int i = 1; i < Math.min(bytes.length, MOST_HEAD) && end < 0; i++) {
      end = bytes[i] == '\n' && bytes[i - 1] == '\n' ? i : -1;
    }
    if (end < 0) {
      return Optional.empty();
    }
    String[] lines = new String(bytes, 0, end - 1, StandardCharsets.US_ASCII).split("\n", -1);
    if (!lines[0].equals(FIRST)) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    List<Mailbox> recipients = new ArrayList<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      if (line.startsWith("to ")) {
        Mailbox.address(line.substring(space + 1)).ifPresent(recipients::add);
      } else if (space > 0) {
        values.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    try {
      Instant at = Instant.parse(values.getOrDefault("at", ""));
      return recipients.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ArrivedMail(
                  at,
                  values.getOrDefault("client", ""),
                  values.getOrDefault("helo", ""),
                  Boolean.parseBoolean(values.getOrDefault("tls", "")),
                  Optional.ofNullable(values.get("from")).flatMap(Mailbox::address),
                  recipients,
                  values.getOrDefault("results", ""),
                  Boolean.parseBoolean(values.getOrDefault("proven", "")),
                  Optional.ofNullable(values.get("unproven")),
                  Arrays.copyOfRange(bytes, end + 1, bytes.length)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}

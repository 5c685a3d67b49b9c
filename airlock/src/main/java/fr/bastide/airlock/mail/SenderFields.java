package fr.bastide.airlock.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Who a message says it is from, read from its raw fields.
public final class SenderFields {

  private SenderFields() {}

  /// The domain of the one sender.
  ///
  /// @param values of the fields `From`, one byte a character, folded as they came
  /// @return empty when there is none, or more than one, or its address is none
  public static Optional<String> domain(List<String> values) {
    if (values.size() != 1) {
      return Optional.empty();
    }
    byte[] raw = ("from:" + values.getFirst()).getBytes(StandardCharsets.ISO_8859_1);
    List<Mailbox> boxes = Mailboxes.read(RawHead.field("from", raw).value());
    return boxes.size() == 1 ? Optional.of(boxes.getFirst().domain()) : Optional.empty();
  }
}

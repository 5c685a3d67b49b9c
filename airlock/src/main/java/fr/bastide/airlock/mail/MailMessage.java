package fr.bastide.airlock.mail;

import java.util.List;
import java.util.Optional;

/// A message that leaves: the fields of its header, without those that describe its form, and its
/// body.
public record MailMessage(List<MailField> fields, MailPart body) {

  public MailMessage {
    fields = List.copyOf(fields);
  }

  /// The message of these bytes.
  ///
  /// @return empty when they are not, to the byte, what [#write] writes
  public static Optional<MailMessage> read(byte[] bytes) {
    return MailReader.read(bytes);
  }

  /// The bytes: lines of ASCII that end in CR LF, never longer than 998; content in base 64 only.
  public byte[] write() {
    return MailWriter.write(this);
  }

  /// The value of the first field of a name.
  public Optional<String> value(String name) {
    return fields.stream().filter(f -> f.is(name)).map(MailField::value).findFirst();
  }
}

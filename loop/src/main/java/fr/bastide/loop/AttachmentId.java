package fr.bastide.loop;

import java.util.UUID;

/// The identifier of an attachment.
public record AttachmentId(UUID value) {

  /// A new identifier.
  public static AttachmentId random() {
    return new AttachmentId(UUID.randomUUID());
  }

  /// The identifier written like this.
  ///
  /// @throws NotFound when it is not the form of one
  public static AttachmentId parse(String written) {
    return new AttachmentId(Identifiers.uuid(written));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

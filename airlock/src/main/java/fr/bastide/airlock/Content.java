package fr.bastide.airlock;

import java.util.Optional;

/// One file as it stands at the door: the name and type its sender declares, and its bytes. Neither
/// name nor declared type is believed.
///
/// The bytes are shared, never copied: whoever holds a content reads it and leaves it as it is.
public final class Content {

  private final String name;
  private final Optional<String> declaredType;
  private final byte[] bytes;

  public Content(String name, Optional<String> declaredType, byte[] bytes) {
    this.name = name;
    this.declaredType = declaredType;
    this.bytes = bytes;
  }

  /// A content of which only the name is declared.
  public static Content of(String name, byte[] bytes) {
    return new Content(name, Optional.empty(), bytes);
  }

  /// The file name as declared, without any folder; hostile.
  public String name() {
    return name;
  }

  /// The media type as declared; hostile.
  public Optional<String> declaredType() {
    return declaredType;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int size() {
    return bytes.length;
  }

  /// The part of the declared name after its last dot, in lower case; empty when there is none.
  public String extension() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
  }
}

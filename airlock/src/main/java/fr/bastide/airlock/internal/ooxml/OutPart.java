package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.zip.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A part on its way out.
final class OutPart {

  /// A relationship that leaves with its part.
  ///
  /// @param target a part as `/word/styles.xml`, or an address outside
  record Link(String type, String target, boolean external) {}

  private final PartKind kind;
  private final Member source;
  private final String path;
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final List<SheetObjects.Picture> objects = new ArrayList<>();
  private byte[] bytes = {};

  /// @param path where it will lie
  OutPart(PartKind kind, Member source, String path) {
    this.kind = kind;
    this.source = source;
    this.path = path;
  }

  PartKind kind() {
    return kind;
  }

  Member source() {
    return source;
  }

  String path() {
    return path;
  }

  Map<String, Link> links() {
    return links;
  }

  /// Pictures that a drawing receives from its sheet.
  List<SheetObjects.Picture> objects() {
    return objects;
  }

  byte[] bytes() {
    return bytes;
  }

  void bytes(byte[] rebuilt) {
    bytes = rebuilt;
  }
}

package fr.bastide.airlock.internal.ooxml;

import java.util.Set;

/// A kind of part that leaves, from `parts.yaml`.
///
/// @param id its name in the list
/// @param from the kinds whose relationships may lead to it
/// @param to the last word of the relationship's type
/// @param root the element it begins with, as rules call it; empty for any
/// @param path where it lies, with `#` for a number and `~` for the folder of the format
/// @param content its content type
/// @param named whether it leaves only when its relationship is named in the part it comes from
/// @param spare whether it is left out when it is malformed
record PartKind(
    String id,
    Set<String> from,
    String to,
    String root,
    String path,
    String content,
    boolean named,
    boolean spare) {

  /// The package itself, whose relationships lead to the first parts.
  static final PartKind PACKAGE = new PartKind("package", Set.of(), "", "", "", "", false, false);

  boolean isWord() {
    return path.startsWith("word/");
  }
}

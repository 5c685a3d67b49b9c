package fr.bastide.airlock;

import fr.bastide.airlock.internal.Signatures;

/// Finds what a file really is, from its bytes alone; the declared name only decides between kinds
/// of plain text, which have no mark of their own.
public final class ContentTypes {

  private ContentTypes() {}

  /// The kind of a file; [ContentType#UNKNOWN] when it is none the airlock knows.
  ///
  /// @throws RefusedException with [Reason#POLYGLOT] when it is of two kinds at once
  public static ContentType find(Content content) {
    return Signatures.find(content);
  }
}

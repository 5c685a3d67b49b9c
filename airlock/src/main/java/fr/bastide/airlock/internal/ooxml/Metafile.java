package fr.bastide.airlock.internal.ooxml;

import java.util.Optional;

/// Windows metafiles (MS-EMF, MS-WMF): lists of drawing calls.
final class Metafile {

  private static final int EMF_MARK = 40;

  private Metafile() {}

  static boolean isOne(byte[] b) {
    return isEmf(b) || isWmf(b);
  }

  private static boolean isEmf(byte[] b) {
    return b.length > EMF_MARK + 4
        && b[0] == 1
        && b[1] == 0
        && b[2] == 0
        && b[3] == 0
        && b[EMF_MARK] == ' '
        && b[EMF_MARK + 1] == 'E'
        && b[EMF_MARK + 2] == 'M'
        && b[EMF_MARK + 3] == 'F';
  }

  private static boolean isWmf(byte[] b) {
    boolean placeable =
        b.length > 40
            && (b[0] & 0xff) == 0xd7
            && (b[1] & 0xff) == 0xcd
            && (b[2] & 0xff) == 0xc6
            && (b[3] & 0xff) == 0x9a;
    return placeable
        || (b.length > 18 && (b[0] == 1 || b[0] == 2) && b[1] == 0 && b[2] == 9 && b[3] == 0);
  }

  /// The picture, in a format that the door knows, of a metafile that draws one and nothing else.
  static Optional<byte[]> bitmap(byte[] bytes) {
    return isEmf(bytes) ? EmfRecords.bitmap(bytes) : Optional.empty();
  }

  /// The metafile with the calls that are known to be harmless; empty when it is not well formed.
  static Optional<Media.Picture> rebuilt(byte[] bytes) {
    return isEmf(bytes)
        ? EmfRecords.rebuilt(bytes).map(b -> new Media.Picture("emf", "image/x-emf", b))
        : WmfRecords.rebuilt(bytes).map(b -> new Media.Picture("wmf", "image/x-wmf", b));
  }
}

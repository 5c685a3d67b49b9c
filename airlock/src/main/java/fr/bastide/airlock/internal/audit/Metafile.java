package fr.bastide.airlock.internal.audit;

/// Windows metafiles, known by their heads ([MS-EMF], [MS-WMF]).
final class Metafile {

  private Metafile() {}

  static boolean is(Bytes bytes) {
    boolean enhanced = bytes.is(0, "\u0001\u0000\u0000\u0000") && bytes.is(40, " EMF");
    boolean placeable = bytes.is(0, "\u00d7\u00cd\u00c6\u009a");
    boolean plain = bytes.is(0, "\u0001\u0000\t\u0000");
    return enhanced || placeable || plain;
  }
}

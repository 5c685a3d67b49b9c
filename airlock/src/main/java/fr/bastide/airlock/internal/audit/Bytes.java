package fr.bastide.airlock.internal.audit;

import java.nio.charset.StandardCharsets;

/// Bytes read by place, never beyond their end.
///
/// @param all the bytes
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
record Bytes(byte[] all) {

  int size() {
    return all.length;
  }

  int at(long place) {
    if (place < 0 || place >= all.length) {
      throw new AuditFailure("beyond the end");
    }
    return all[(int) place] & 0xff;
  }

  int little16(long place) {
    return at(place) | at(place + 1) << 8;
  }

  long little32(long place) {
    return little16(place) | (long) little16(place + 2) << 16;
  }

  int big16(long place) {
    return at(place) << 8 | at(place + 1);
  }

  long big32(long place) {
    return (long) big16(place) << 16 | big16(place + 2);
  }

  /// Whether these characters, one a byte, stand at a place.
  boolean is(long place, String mark) {
    if (place < 0 || place + mark.length() > all.length) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if ((all[(int) place + i] & 0xff) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Where characters first stand from a place on; -1 when they do not.
  int find(int from, String mark) {
    for (int i = Math.max(0, from); i <= all.length - mark.length(); i++) {
      if (is(i, mark)) {
        return i;
      }
    }
    return -1;
  }

  String latin(long from, long length) {
    if (from < 0 || length < 0 || from + length > all.length) {
      throw new AuditFailure("beyond the end");
    }
    return new String(all, (int) from, (int) length, StandardCharsets.ISO_8859_1);
  }

  String utf8() {
    return new String(all, StandardCharsets.UTF_8);
  }
}

package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads the records of a binary part of a workbook one by one (MS-XLSB 2.1.4); all that is read of
/// a record lies within it.
final class Biff12 {

  private final ByteBuffer in;
  private final String where;
  private int type;
  private int at;
  private int end;

  Biff12(byte[] bytes, String where) {
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.where = where;
  }

  /// Goes to the next record; false at the end.
  boolean next() {
    at = end;
    if (at >= in.limit()) {
      return false;
    }
    type = variable(2);
    int size = variable(4);
    if (size > in.limit() - at) {
      throw malformed();
    }
    end = at + size;
    return true;
  }

  private int variable(int most) {
    int value = 0;
    for (int i = 0; i < most; i++) {
      if (at >= in.limit()) {
        throw malformed();
      }
      int b = in.get(at++);
      value |= (b & 0x7f) << (7 * i);
      if ((b & 0x80) == 0) {
        break;
      }
    }
    return value;
  }

  int type() {
    return type;
  }

  int left() {
    return end - at;
  }

  int u8() {
    return in.get(take(1)) & 0xff;
  }

  int u16() {
    return in.getShort(take(2)) & 0xffff;
  }

  int i32() {
    return in.getInt(take(4));
  }

  double real() {
    return in.getDouble(take(8));
  }

  void skip(int bytes) {
    take(bytes);
  }

  /// A string with its length before it; empty for the null of a nullable one.
  String string() {
    int length = i32();
    if (length == -1) {
      return "";
    }
    if (length < 0 || length > left() / 2) {
      throw malformed();
    }
    int start = take(2 * length);
    return new String(in.array(), start, 2 * length, StandardCharsets.UTF_16LE);
  }

  /// A number of the short form: an integer or the upper half of a real, perhaps hundredfold.
  double shortNumber() {
    int raw = i32();
    double value =
        (raw & 2) != 0 ? raw >> 2 : Double.longBitsToDouble((long) (raw & 0xffff_fffc) << 32);
    return (raw & 1) != 0 ? value / 100 : value;
  }

  private int take(int bytes) {
    if (bytes > left()) {
      throw malformed();
    }
    int start = at;
    at += bytes;
    return start;
  }

  RefusedException malformed() {
    return new RefusedException(Reason.MALFORMED, where);
  }
}

package fr.bastide.airlock.internal.ooxml;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Windows metafiles (MS-WMF): records are checked against their bounds and written anew; escapes,
/// which call the printer's driver and more, are left out.
final class WmfRecords {

  private static final int PLACEABLE = 22;
  private static final int HEADER = 18;
  private static final int ESCAPE = 0x0626;
  private static final int MOST_RECORDS = 200_000;

  private WmfRecords() {}

  static Optional<byte[]> rebuilt(byte[] bytes) {
    int start = bytes[1] == 0 && bytes[2] == 9 ? 0 : PLACEABLE;
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < start + HEADER + 6 || in.getShort(start + 2) != 9) {
      return Optional.empty();
    }
    List<Integer> kept = new ArrayList<>();
    int at = start + HEADER;
    int total = at;
    int widest = 3;
    boolean ended = false;
    while (!ended && at + 6 <= bytes.length) {
      long size = 2L * in.getInt(at);
      int function = in.getShort(at + 4) & 0xffff;
      if (size < 6 || size > bytes.length - at || kept.size() > MOST_RECORDS) {
        return Optional.empty();
      }
      ended = function == 0;
      if (function != ESCAPE) {
        kept.add(at);
        total += (int) size;
        widest = Math.max(widest, (int) size / 2);
      }
      at += (int) size;
    }
    if (!ended) {
      return Optional.empty();
    }
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.put(bytes, 0, start + HEADER);
    for (int record : kept) {
      out.put(bytes, record, 2 * in.getInt(record));
    }
    out.putInt(start + 6, (total - start) / 2);
    out.putInt(start + 12, widest);
    return Optional.of(out.array());
  }
}

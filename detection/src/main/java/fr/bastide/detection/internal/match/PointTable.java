package fr.bastide.detection.internal.match;

import java.util.List;

/// Texts beyond ASCII that may stand anywhere in a value, found by their first code point beyond
/// ASCII: values without any are not looked at.
final class PointTable {

  private final KeyTable table;

  PointTable(List<Integer> numbers, Texts texts) {
    this.table = new KeyTable(numbers.size());
    for (int number : numbers) {
      byte[] text = texts.bytes(number);
      int at = 0;
      while (text[at] >= 0) {
        at++;
      }
      table.add(Utf8.wellFormed(text, at), number, at, text);
    }
  }

  /// Offers every text of this value.
  void scan(byte[] bytes, int from, int to, Candidates found) {
    int at = from;
    while (at < to) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      int first = table.first(Utf8.wellFormed(bytes, at));
      for (int entry = first; entry != 0; entry = table.next(entry)) {
        int start = at - table.offset(entry);
        if (start >= from && start + table.length(entry) <= to) {
          table.offer(entry, bytes, start, found);
        }
      }
      at += Utf8.length(bytes[at]);
    }
  }
}

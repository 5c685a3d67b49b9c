package fr.bastide.detection.internal.match;

import fr.bastide.detection.Matcher.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks in all values of an event and in its record for the texts of keywords.
///
/// Most values are slices of the record, so most of what stands in them is found there.
final class Everywhere {

  private final @Nullable FieldScan plain;
  private final @Nullable FieldScan special;
  private final @Nullable RecordScan record;

  /// @param numbers of the texts to look for
  Everywhere(List<Integer> numbers, List<Position> positions, Texts texts, Rarity rarity) {
    List<Integer> plainOnes = new ArrayList<>();
    List<Integer> specialOnes = new ArrayList<>();
    boolean grams = true;
    for (int number : numbers) {
      Literal text = texts.literal(number);
      (escapesInside(text.bytes()) ? specialOnes : plainOnes).add(number);
      grams &= text.ascii() && text.length() > PairTable.LONGEST;
    }
    this.plain = scan(plainOnes, positions, texts, rarity);
    this.special = scan(specialOnes, positions, texts, rarity);
    this.record = grams ? new RecordScan(numbers, texts, rarity) : null;
  }

  private static @Nullable FieldScan scan(
      List<Integer> numbers, List<Position> positions, Texts texts, Rarity rarity) {
    return numbers.isEmpty() ? null : new FieldScan(new int[0], numbers, positions, texts, rarity);
  }

  /// Whether JSON may write a character behind the first one with an escape. Before the first one
  /// an escape does no harm: its own last character is the one that is looked for, or is a letter
  /// when the first is a control character.
  private static boolean escapesInside(byte[] text) {
    for (int i = 0; i < text.length; i++) {
      boolean control = text[i] >= 0 && text[i] < ' ';
      boolean marked = text[i] == '\\' || text[i] == '"' || text[i] == '/';
      if (control || (marked && i > 0)) {
        return true;
      }
    }
    return false;
  }

  /// Looks through the event at hand.
  void scan(Values values, Candidates found) {
    boolean ascii = record != null && values.recordRuledOut(record);
    int size = values.size();
    if (!ascii) {
      read(plain, values, size, found);
      read(special, values, size, found);
      ascii = values.ascii(size);
    }
    for (int i = 0; i < size; i++) {
      if (values.isNull(i)) {
        continue;
      }
      boolean slice = ascii && values.inRecord(i);
      // whatever stands in a plain slice of an ASCII record stands in the record
      if (slice && !values.escaped(i)) {
        continue;
      }
      // and so do plain texts when no escape of the slice could stand for one of their characters
      if (plain != null && !(slice && values.simple(i))) {
        plain.read(values, i, found);
      }
      read(special, values, i, found);
    }
  }

  private static void read(@Nullable FieldScan scan, Values values, int i, Candidates found) {
    if (scan != null) {
      scan.read(values, i, found);
    }
  }
}

package fr.bastide.airlock.link;

import java.time.Instant;
import java.util.Arrays;

/// What crosses the link as one whole: a rebuilt file or mail with its receipt.
///
/// @param number the sender's own count, from 1, one more for each item and never used twice
/// @param made when it was handed to the link
/// @param flow the flow it belongs to, such as `mail-in`
/// @param name the name it is published under
/// @param type its media type
/// @param receipt its receipt, as JSON in UTF-8
/// @param content its bytes
@SuppressWarnings("ArrayRecordComponent") // equality is given below
public record Item(
    long number,
    Instant made,
    String flow,
    String name,
    String type,
    byte[] receipt,
    byte[] content) {

  public Item {
    if (number < 1) {
      throw new IllegalArgumentException("items are counted from 1");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Item item
        && number == item.number
        && made.equals(item.made)
        && flow.equals(item.flow)
        && name.equals(item.name)
        && type.equals(item.type)
        && Arrays.equals(receipt, item.receipt)
        && Arrays.equals(content, item.content);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }

  @Override
  public String toString() {
    return "item " + number + " of " + flow + ", " + content.length + " bytes";
  }
}

package fr.bastide.airlock.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/// The new document as it grows: numbered objects, each filled once.
///
/// A reference is a [COSObject] that carries only its number. An object may turn out to be another
/// one (an alias), or nothing at all; [#target] and the writer see through both.
final class Output {

  /// One object: its value, and its bytes when it is a stream.
  record Entry(COSBase value, byte @Nullable [] data) {}

  private static final Entry NOTHING = new Entry(COSNull.NULL, null);

  private final List<@Nullable Entry> entries = new ArrayList<>();

  /// A number for an object that is filled later.
  COSObject reserve() {
    entries.add(null);
    return new COSObject(COSNull.NULL, new COSObjectKey(entries.size(), 0));
  }

  void fill(COSObject reference, @Nullable COSBase value) {
    entries.set(index(reference), value == null ? NOTHING : new Entry(value, null));
  }

  void fill(COSObject reference, COSDictionary dictionary, byte[] data) {
    entries.set(index(reference), new Entry(dictionary, data));
  }

  COSObject add(COSBase value) {
    COSObject reference = reserve();
    fill(reference, value);
    return reference;
  }

  /// A stream whose bytes are as its dictionary's `Filter` says.
  COSObject add(COSDictionary dictionary, byte[] data) {
    COSObject reference = reserve();
    fill(reference, dictionary, data);
    return reference;
  }

  /// A stream of plain bytes, which are deflated here.
  COSObject addDeflated(COSDictionary dictionary, byte[] plain) {
    dictionary.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    return add(dictionary, Flate.deflate(plain));
  }

  int size() {
    return entries.size();
  }

  /// The number an object is written under: its own, or that of the object it turned out to be; 0
  /// when it is nothing.
  int target(COSObject reference) {
    int number = (int) reference.getKey().getNumber();
    for (int hops = 0; hops < 100; hops++) {
      Entry entry = entries.get(number - 1);
      if (entry == null || entry.value() == COSNull.NULL) {
        return 0;
      }
      if (!(entry.value() instanceof COSObject alias)) {
        return number;
      }
      number = (int) alias.getKey().getNumber();
    }
    return 0;
  }

  /// The object under a number, from 1; nothing when it is an alias or empty.
  @Nullable Entry entry(int number) {
    Entry entry = entries.get(number - 1);
    return entry == null || entry.value() == COSNull.NULL || entry.value() instanceof COSObject
        ? null
        : entry;
  }

  /// The value that a reference or a direct value stands for in the new document.
  @Nullable COSBase value(@Nullable COSBase item) {
    if (!(item instanceof COSObject reference)) {
      return item;
    }
    int number = target(reference);
    Entry entry = number == 0 ? null : entries.get(number - 1);
    return entry == null ? null : entry.value();
  }

  /// Takes references to nothing out of dictionaries and arrays, so that no reader meets one.
  void prune() {
    for (Entry entry : entries) {
      if (entry != null) {
        prune(entry.value());
      }
    }
  }

  private void prune(COSBase value) {
    if (value instanceof COSDictionary dictionary) {
      for (COSName key : List.copyOf(dictionary.keySet())) {
        COSBase item = dictionary.getItem(key);
        if (dead(item)) {
          dictionary.removeItem(key);
        } else {
          prune(item);
        }
      }
    } else if (value instanceof COSArray array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        COSBase item = array.get(i);
        if (dead(item)) {
          array.remove(i);
        } else if (item != null) {
          prune(item);
        }
      }
    }
  }

  private boolean dead(@Nullable COSBase item) {
    return item instanceof COSObject reference && target(reference) == 0;
  }

  private int index(COSObject reference) {
    return (int) reference.getKey().getNumber() - 1;
  }
}

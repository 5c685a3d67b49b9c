package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/// Looks for references to objects that the file holds but does not list: strict readers see
/// nothing there, forgiving ones (this parser among them) find the object.
final class Unlisted {

  private Unlisted() {}

  /// @throws RefusedException with [Reason#CONTENT_MASKING] when there is one
  static void check(COSDictionary catalog, Set<COSObjectKey> unlisted) {
    if (unlisted.isEmpty()) {
      return;
    }
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> open = new ArrayDeque<>();
    open.add(catalog);
    for (COSBase value = open.poll(); value != null; value = open.poll()) {
      if (!seen.add(value)) {
        continue;
      }
      switch (value) {
        case COSDictionary dictionary -> {
          for (COSName key : dictionary.keySet()) {
            note(dictionary.getItem(key), unlisted, open);
          }
        }
        case COSArray array -> {
          for (int i = 0; i < array.size(); i++) {
            note(array.get(i), unlisted, open);
          }
        }
        default -> {}
      }
    }
  }

  private static void note(
      @Nullable COSBase item, Set<COSObjectKey> unlisted, Deque<COSBase> open) {
    if (item instanceof COSObject reference && unlisted.contains(reference.getKey())) {
      throw new RefusedException(
          Reason.CONTENT_MASKING, "object " + reference.getKey().getNumber());
    }
    COSBase value = Copier.resolve(item);
    if (value instanceof COSDictionary || value instanceof COSArray) {
      open.add(value);
    }
  }
}

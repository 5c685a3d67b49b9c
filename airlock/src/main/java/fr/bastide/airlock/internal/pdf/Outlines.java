package fr.bastide.airlock.internal.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/// The outline: its titles and where they lead within the document.
final class Outlines {

  private record Level(COSDictionary source, COSDictionary copy, COSObject reference, int depth) {}

  private static final int MAX_LEVELS = 64;

  private final Rebuild rebuild;
  private final Targets targets;
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Level> stack = new ArrayDeque<>();

  Outlines(Rebuild rebuild, Targets targets) {
    this.rebuild = rebuild;
    this.targets = targets;
  }

  /// The outline written anew; nothing when there is none.
  @Nullable COSObject copy(@Nullable COSBase item) {
    if (!(Copier.resolve(item) instanceof COSDictionary root)) {
      return null;
    }
    rebuild.at("outline");
    COSDictionary copy = new COSDictionary();
    COSObject reference = rebuild.output.add(copy);
    seen.add(root);
    stack.push(new Level(root, copy, reference, 0));
    for (Level level = stack.poll(); level != null; level = stack.poll()) {
      kids(level);
    }
    return copy.containsKey(COSName.FIRST) ? reference : null;
  }

  private void kids(Level level) {
    List<COSObject> references = new ArrayList<>();
    List<COSDictionary> copies = new ArrayList<>();
    COSBase next = level.source().getDictionaryObject(COSName.FIRST);
    while (level.depth() < MAX_LEVELS && next instanceof COSDictionary item && seen.add(item)) {
      rebuild.bench.parts(1);
      COSDictionary copy = new COSDictionary();
      rebuild
          .grammar
          .keys("OutlineItem")
          .forEach((key, shape) -> {
            COSBase value = rebuild.copier.now(item.getItem(key), shape);
            if (value != null) {
              copy.setItem(key, value);
            }
          });
      if (!copy.containsKey(COSName.TITLE)) {
        copy.setString(COSName.TITLE, "");
      }
      targets.lead(item, copy);
      copy.setItem(COSName.PARENT, level.reference());
      COSObject reference = rebuild.output.add(copy);
      references.add(reference);
      copies.add(copy);
      stack.push(new Level(item, copy, reference, level.depth() + 1));
      next = item.getDictionaryObject(COSName.NEXT);
    }
    link(level, references, copies);
  }

  private static void link(Level level, List<COSObject> references, List<COSDictionary> copies) {
    if (references.isEmpty()) {
      return;
    }
    level.copy().setItem(COSName.FIRST, references.getFirst());
    level.copy().setItem(COSName.LAST, references.getLast());
    // Closed, so that the count of each level is that of its own items.
    boolean open = level.source().getInt(COSName.COUNT, 0) > 0 && level.depth() == 0;
    level.copy().setInt(COSName.COUNT, open || level.depth() == 0 ? copies.size() : -copies.size());
    for (int i = 0; i < copies.size(); i++) {
      if (i > 0) {
        copies.get(i).setItem(COSName.PREV, references.get(i - 1));
      }
      if (i + 1 < copies.size()) {
        copies.get(i).setItem(COSName.NEXT, references.get(i + 1));
      }
    }
  }
}

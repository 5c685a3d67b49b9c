package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// The pages: the tree read once without recursion, inherited entries brought down to each page,
/// and a new tree of two levels.
final class Pages {

  /// An empty content may be that long when it is encoded.
  private static final int MAX_EMPTY = 32;

  private static final int PER_NODE = 50;
  private static final List<COSName> INHERITED =
      List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

  private record Node(COSDictionary dictionary, COSDictionary inherited, boolean kid) {}

  private record Page(COSDictionary source, COSDictionary inherited, COSObject reference) {}

  private final Rebuild rebuild;
  private final List<Page> pages = new ArrayList<>();
  private final IdentityHashMap<COSBase, COSObject> references = new IdentityHashMap<>();
  private final COSObject root;

  /// @throws RefusedException when the tree bites its tail, has no page, or has too many
  Pages(Rebuild rebuild, COSDictionary catalog) {
    this.rebuild = rebuild;
    this.root = rebuild.output.reserve();
    walk(top(catalog));
    COSBase count = top(catalog).getDictionaryObject(COSName.COUNT);
    if (count instanceof COSInteger told && told.intValue() != pages.size() && !pages.isEmpty()) {
      // Some readers believe the count, and would not show the pages beyond it.
      if (told.intValue() < pages.size()) {
        throw new RefusedException(Reason.CONTENT_MASKING, "pages");
      }
      rebuild.findings.add(Threat.CONTENT_MASKING, "pages");
    }
    if (pages.isEmpty()) {
      throw new RefusedException(Reason.MALFORMED, "pages");
    }
  }

  private static COSDictionary top(COSDictionary catalog) {
    return catalog.getDictionaryObject(COSName.PAGES) instanceof COSDictionary top
        ? top
        : new COSDictionary();
  }

  private void walk(COSDictionary top) {
    Set<COSBase> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> stack = new ArrayDeque<>();
    stack.push(new Node(top, new COSDictionary(), false));
    for (Node node = stack.poll(); node != null; node = stack.poll()) {
      COSDictionary dictionary = node.dictionary();
      COSDictionary inherited = new COSDictionary();
      for (COSName key : INHERITED) {
        COSBase own = dictionary.getItem(key);
        inherited.setItem(key, own == null ? node.inherited().getItem(key) : own);
      }
      if (!(dictionary.getDictionaryObject(COSName.KIDS) instanceof COSArray kids)) {
        leaf(node, inherited);
        continue;
      }
      if (!nodes.add(dictionary)) {
        throw new RefusedException(Reason.CONTENT_MASKING, "pages");
      }
      rebuild.bench.parts(1);
      for (int i = kids.size() - 1; i >= 0; i--) {
        if (kids.getObject(i) instanceof COSDictionary kid) {
          stack.push(new Node(kid, inherited, true));
        }
      }
    }
  }

  private void leaf(Node node, COSDictionary inherited) {
    boolean page = node.kid() || "Page".equals(node.dictionary().getNameAsString(COSName.TYPE));
    if (!page || "Pages".equals(node.dictionary().getNameAsString(COSName.TYPE))) {
      return;
    }
    if (pages.size() >= rebuild.policy.limits().pages()) {
      throw new RefusedException(Reason.TOO_MANY_PARTS, "pages");
    }
    rebuild.bench.parts(1);
    COSObject reference = rebuild.output.reserve();
    pages.add(new Page(node.dictionary(), inherited, reference));
    references.putIfAbsent(node.dictionary(), reference);
  }

  /// The new tree.
  COSObject root() {
    return root;
  }

  /// The copy of a page; nothing when it is not in the tree.
  @Nullable COSObject of(@Nullable COSBase page) {
    COSBase value = Copier.resolve(page);
    return value == null ? null : references.get(value);
  }

  @Nullable COSObject at(int index) {
    return index >= 0 && index < pages.size() ? pages.get(index).reference() : null;
  }

  /// The copy of the page of an annotation in this place of the document.
  void write(Annotations annotations) {
    COSArray nodes = new COSArray();
    int number = 0;
    for (int from = 0; from < pages.size(); from += PER_NODE) {
      List<Page> some = pages.subList(from, Math.min(pages.size(), from + PER_NODE));
      COSDictionary node = node(some.size());
      COSObject reference = rebuild.output.add(node);
      node.setItem(COSName.PARENT, root);
      COSArray kids = new COSArray();
      for (Page page : some) {
        rebuild.at("page " + ++number);
        page(page, reference, annotations);
        kids.add(page.reference());
      }
      node.setItem(COSName.KIDS, kids);
      nodes.add(reference);
    }
    COSDictionary top = node(pages.size());
    top.setItem(COSName.KIDS, nodes);
    rebuild.output.fill(root, top);
  }

  private static COSDictionary node(int count) {
    COSDictionary node = new COSDictionary();
    node.setItem(COSName.TYPE, COSName.PAGES);
    node.setInt(COSName.COUNT, count);
    return node;
  }

  private void page(Page page, COSObject parent, Annotations annotations) {
    COSDictionary source = page.source();
    COSDictionary copy = rebuild.copier.dictionary(source, "Page");
    for (COSName key : List.of(COSName.MEDIA_BOX, COSName.CROP_BOX)) {
      COSBase box = rebuild.copier.now(page.inherited().getItem(key), new Shape.Numbers(4));
      if (box != null) {
        copy.setItem(key, box);
      }
    }
    if (!copy.containsKey(COSName.MEDIA_BOX)) {
      copy.setItem(COSName.MEDIA_BOX, Boxes.letter());
    }
    int turn = Math.floorMod(page.inherited().getInt(COSName.ROTATE, 0), 360);
    if (turn % 90 == 0 && turn != 0) {
      copy.setItem(COSName.ROTATE, COSInteger.get(turn));
    } else {
      copy.removeItem(COSName.ROTATE);
    }
    copy.setItem(COSName.TYPE, COSName.PAGE);
    copy.setItem(COSName.PARENT, parent);
    COSDictionary resources =
        page.inherited().getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary own
            ? own
            : new COSDictionary();
    Contents.Written written = rebuild.contents.write(content(source), resources);
    Annotations.OfPage marks = annotations.copy(source, page.reference());
    if (marks.kept().size() > 0) {
      copy.setItem(COSName.ANNOTS, marks.kept());
    }
    byte[] content = marks.drawn().onto(written, rebuild.output);
    copy.setItem(COSName.RESOURCES, written.resources());
    copy.setItem(COSName.CONTENTS, rebuild.output.addDeflated(new COSDictionary(), content));
    rebuild.output.fill(page.reference(), copy);
    rebuild.copier.drain();
  }

  private byte[] content(COSDictionary page) {
    COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (contents instanceof COSStream stream) {
      append(stream, all);
    } else if (contents instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.getObject(i) instanceof COSStream stream) {
          append(stream, all);
        }
      }
    }
    return all.toByteArray();
  }

  private void append(COSStream stream, ByteArrayOutputStream all) {
    if (stream.containsKey(COSName.F)) {
      rebuild.dropped("F", stream.getItem(COSName.F));
      return;
    }
    byte[] content = rebuild.streams.plain(stream, rebuild.place());
    if (content.length == 0 && stream.getLength() > MAX_EMPTY) {
      throw new RefusedException(Reason.MALFORMED, rebuild.place());
    }
    if (rebuild.streams.damaged()) {
      rebuild.found(Threat.UNKNOWN_PART);
    }
    all.writeBytes(content);
    all.write('\n');
  }
}

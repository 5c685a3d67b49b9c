package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Threat;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// The structure that makes a document readable to all (ISO 32000-2, 14.7): elements, their roles
/// and attributes, alternative texts, and the way back from the content to them.
final class Structure {

  private static final Shape ATTRIBUTES = new Shape.Special("Attributes");

  private record Element(COSDictionary source, COSObject reference, COSObject parent) {}

  private final Rebuild rebuild;
  private final Pages pages;
  private final Annotations annotations;
  private final IdentityHashMap<COSBase, COSObject> elements = new IdentityHashMap<>();
  private final TreeMap<String, COSObject> identifiers = new TreeMap<>();
  private final Deque<Element> stack = new ArrayDeque<>();

  Structure(Rebuild rebuild, Pages pages, Annotations annotations) {
    this.rebuild = rebuild;
    this.pages = pages;
    this.annotations = annotations;
  }

  /// The structure written anew; nothing when there is none.
  @Nullable COSObject copy(@Nullable COSBase item) {
    if (!(Copier.resolve(item) instanceof COSDictionary root)) {
      return null;
    }
    rebuild.at("structure");
    rebuild.dropped("AF", root.getItem(COSName.AF));
    COSDictionary copy = new COSDictionary();
    copy.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
    COSObject reference = rebuild.output.add(copy);
    elements.put(root, reference);
    put(copy, COSName.K, kids(root, reference));
    for (Element element = stack.poll(); element != null; element = stack.poll()) {
      rebuild.output.fill(element.reference(), element(element));
    }
    put(
        copy,
        COSName.ROLE_MAP,
        rebuild.copier.now(root.getItem(COSName.ROLE_MAP), Shape.of("{name}")));
    put(
        copy,
        COSName.CLASS_MAP,
        rebuild.copier.now(root.getItem(COSName.CLASS_MAP), new Shape.MapOf(ATTRIBUTES)));
    put(
        copy,
        COSName.getPDFName("Namespaces"),
        rebuild.copier.now(
            root.getItem(COSName.getPDFName("Namespaces")), Shape.of("[Namespace]")));
    if (!identifiers.isEmpty()) {
      copy.setItem(COSName.ID_TREE, Trees.ofNames(identifiers));
    }
    parents(root, copy);
    rebuild.copier.drain();
    return reference;
  }

  private static void put(COSDictionary copy, COSName key, @Nullable COSBase value) {
    if (value != null) {
      copy.setItem(key, value);
    }
  }

  private COSDictionary element(Element element) {
    COSDictionary source = element.source();
    COSDictionary copy = new COSDictionary();
    rebuild
        .grammar
        .keys("StructElement")
        .forEach((key, shape) ->
            put(copy, COSName.getPDFName(key), rebuild.copier.copy(source.getItem(key), shape)));
    rebuild.dropped("AF", source.getItem(COSName.AF));
    if (copy.getDictionaryObject(COSName.ID) instanceof COSString id) {
      identifiers.putIfAbsent(Trees.latin(id), element.reference());
    }
    copy.setItem(COSName.P, element.parent());
    put(copy, COSName.PG, pages.of(source.getItem(COSName.PG)));
    put(copy, COSName.K, kids(source, element.reference()));
    return copy;
  }

  private @Nullable COSBase kids(COSDictionary source, COSObject parent) {
    COSBase kids = source.getDictionaryObject(COSName.K);
    if (!(kids instanceof COSArray array)) {
      return kid(kids, parent);
    }
    COSArray copies = new COSArray();
    // The stack turns the order round, so that elements are numbered as they are read.
    for (int i = 0; i < array.size(); i++) {
      COSBase kid = kid(array.getObject(i), parent);
      if (kid != null) {
        copies.add(kid);
      }
    }
    return copies.size() == 0 ? null : copies;
  }

  private @Nullable COSBase kid(@Nullable COSBase kid, COSObject parent) {
    if (kid instanceof COSInteger content) {
      return content;
    }
    if (!(kid instanceof COSDictionary dictionary)) {
      return null;
    }
    String type = dictionary.getNameAsString(COSName.TYPE, "");
    if ("MCR".equals(type) || "OBJR".equals(type)) {
      return reference(dictionary, "MCR".equals(type));
    }
    if (elements.containsKey(dictionary)) {
      return null;
    }
    rebuild.bench.parts(1);
    COSObject reference = rebuild.output.reserve();
    elements.put(dictionary, reference);
    stack.add(new Element(dictionary, reference, parent));
    return reference;
  }

  private @Nullable COSBase reference(COSDictionary source, boolean content) {
    COSDictionary copy = new COSDictionary();
    copy.setItem(COSName.TYPE, COSName.getPDFName(content ? "MCR" : "OBJR"));
    put(copy, COSName.PG, pages.of(source.getItem(COSName.PG)));
    if (!content) {
      COSBase object = Copier.resolve(source.getItem(COSName.OBJ));
      COSObject target = annotations.of(object);
      if (target == null && object instanceof COSStream) {
        target = rebuild.copier.known(object);
      }
      put(copy, COSName.OBJ, target);
      return target == null ? null : copy;
    }
    if (!(source.getDictionaryObject(COSName.MCID) instanceof COSInteger number)) {
      return null;
    }
    copy.setItem(COSName.MCID, number);
    COSBase holder = Copier.resolve(source.getItem(COSName.getPDFName("Stm")));
    if (holder != null) {
      put(copy, COSName.getPDFName("Stm"), rebuild.copier.known(holder));
    }
    return copy;
  }

  private void parents(COSDictionary root, COSDictionary copy) {
    Map<Integer, COSBase> entries = new TreeMap<>();
    int highest = -1;
    for (Map.Entry<Integer, COSBase> entry :
        Trees.numbers(root.getItem(COSName.PARENT_TREE), rebuild).entrySet()) {
      COSBase value = Copier.resolve(entry.getValue());
      COSBase parent = value instanceof COSArray array ? parents(array) : element(value);
      if (parent != null && entry.getKey() >= 0) {
        entries.put(entry.getKey(), parent);
        highest = Math.max(highest, entry.getKey());
      }
    }
    copy.setItem(COSName.PARENT_TREE, rebuild.output.add(Trees.ofNumbers(entries)));
    copy.setInt(COSName.PARENT_TREE_NEXT_KEY, highest + 1);
  }

  private COSBase parents(COSArray array) {
    COSArray copy = new COSArray();
    for (int i = 0; i < array.size(); i++) {
      COSObject element = element(Copier.resolve(array.get(i)));
      copy.add(element == null ? COSNull.NULL : element);
    }
    return rebuild.output.add(copy);
  }

  private @Nullable COSObject element(@Nullable COSBase value) {
    return value == null ? null : elements.get(value);
  }

  /// The attributes of an element: plain values, by one owner or several.
  static @Nullable COSBase attributes(Rebuild rebuild, COSBase value) {
    if (value instanceof COSArray array) {
      COSArray copy = new COSArray();
      for (int i = 0; i < array.size(); i++) {
        COSBase part = Copier.resolve(array.get(i));
        if (part instanceof COSInteger revision) {
          copy.add(revision);
        } else if (part instanceof COSDictionary one && !(part instanceof COSStream)) {
          copy.add(owned(rebuild, one));
        }
      }
      return copy;
    }
    return value instanceof COSDictionary one && !(value instanceof COSStream)
        ? owned(rebuild, one)
        : null;
  }

  private static COSDictionary owned(Rebuild rebuild, COSDictionary source) {
    COSDictionary copy = new COSDictionary();
    for (COSName key : source.keySet()) {
      COSBase value = Copier.plain(source.getItem(key), 0);
      if (rebuild.grammar.danger(key.getName()).isPresent()) {
        rebuild.found(Threat.UNKNOWN_PART);
      } else if (value != null) {
        copy.setItem(key, value);
      }
    }
    return copy;
  }
}

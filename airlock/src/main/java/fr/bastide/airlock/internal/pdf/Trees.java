package fr.bastide.airlock.internal.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// Name trees and number trees (ISO 32000-2, 7.9.6 and 7.9.7), read flat without recursion and each
/// node once, written as one node.
final class Trees {

  private Trees() {}

  /// The entries of a tree by name, as bytes in Latin-1; the first of equal names counts.
  static Map<String, COSBase> names(@Nullable COSBase root, Rebuild rebuild) {
    Map<String, COSBase> entries = new LinkedHashMap<>();
    leaves(
        root,
        COSName.NAMES,
        rebuild,
        (key, value) -> {
          if (key instanceof COSString name) {
            entries.putIfAbsent(latin(name), value);
          }
        });
    return entries;
  }

  static Map<Integer, COSBase> numbers(@Nullable COSBase root, Rebuild rebuild) {
    Map<Integer, COSBase> entries = new TreeMap<>();
    leaves(
        root,
        COSName.NUMS,
        rebuild,
        (key, value) -> {
          if (key instanceof COSNumber number) {
            entries.putIfAbsent(number.intValue(), value);
          }
        });
    return entries;
  }

  private interface Leaf {
    void entry(@Nullable COSBase key, COSBase value);
  }

  private static void leaves(@Nullable COSBase root, COSName kind, Rebuild rebuild, Leaf leaf) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> nodes = new ArrayDeque<>();
    COSBase first = Copier.resolve(root);
    if (first != null) {
      nodes.add(first);
    }
    for (COSBase node = nodes.poll(); node != null; node = nodes.poll()) {
      if (!(node instanceof COSDictionary dictionary) || !seen.add(node)) {
        continue;
      }
      rebuild.bench.parts(1);
      if (dictionary.getDictionaryObject(kind) instanceof COSArray pairs) {
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
          COSBase value = pairs.get(i + 1);
          if (value != null) {
            leaf.entry(Copier.resolve(pairs.get(i)), value);
          }
        }
      }
      if (dictionary.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
        for (int i = kids.size() - 1; i >= 0; i--) {
          COSBase kid = Copier.resolve(kids.get(i));
          if (kid != null) {
            nodes.push(kid);
          }
        }
      }
    }
  }

  static String latin(COSString string) {
    return new String(string.getBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  static COSString string(String latin) {
    return new COSString(latin.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  static COSDictionary ofNames(TreeMap<String, ? extends COSBase> entries) {
    COSArray pairs = new COSArray();
    entries.forEach((key, value) -> {
      pairs.add(string(key));
      pairs.add(value);
    });
    COSDictionary root = new COSDictionary();
    root.setItem(COSName.NAMES, pairs);
    return root;
  }

  static COSDictionary ofNumbers(Map<Integer, ? extends COSBase> entries) {
    COSArray pairs = new COSArray();
    entries.forEach((key, value) -> {
      pairs.add(COSInteger.get(key));
      pairs.add(value);
    });
    COSDictionary root = new COSDictionary();
    root.setItem(COSName.NUMS, pairs);
    return root;
  }
}

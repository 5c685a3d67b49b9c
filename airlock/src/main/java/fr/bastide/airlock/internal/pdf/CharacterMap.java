package fr.bastide.airlock.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// Writes a CMap anew (Adobe Technical Note 5014): its ranges and nothing of the language around
/// them.
final class CharacterMap {

  private static final int MAX_CODE = 4;
  private static final int MAX_TARGET = 512;
  private static final int BLOCK = 100;
  private static final int MAX_ENTRIES = 400_000;
  private static final byte[] NONE = new byte[0];
  private static final Set<String> SECTIONS =
      Set.of(
          "codespacerange",
          "bfchar",
          "bfrange",
          "cidchar",
          "cidrange",
          "notdefchar",
          "notdefrange");

  private final List<COSBase> operands = new ArrayList<>();
  private final CosText body = CosText.withoutReferences();
  private @Nullable COSName name;
  private @Nullable COSName base;
  private @Nullable COSDictionary system;
  private int mode = -1;
  private int entries;
  private String registry = "Adobe";
  private String ordering = "UCS";

  private CharacterMap() {}

  /// The map written anew; empty when it maps nothing.
  static byte[] rebuilt(byte[] map) {
    CharacterMap rebuilt = new CharacterMap();
    rebuilt.read(new Lexer(map));
    return rebuilt.entries == 0 && rebuilt.base == null ? NONE : rebuilt.written();
  }

  private void read(Lexer lexer) {
    for (Lexer.Token token = lexer.next(); token != null; token = lexer.next()) {
      switch (token) {
        case Lexer.Value(COSBase value) -> operands.add(value);
        case Lexer.Keyword(String word) -> {
          keyword(word);
          operands.clear();
        }
      }
      if (entries > MAX_ENTRIES || operands.size() > MAX_ENTRIES) {
        return;
      }
    }
  }

  private void keyword(String word) {
    if (word.startsWith("end") && SECTIONS.contains(word.substring(3))) {
      section(word.substring(3));
    } else if ("usecmap".equals(word)
        && !operands.isEmpty()
        && operands.getLast() instanceof COSName used) {
      base = used;
    } else if ("def".equals(word) && operands.size() >= 2) {
      define(operands.get(operands.size() - 2), operands.getLast());
    }
  }

  private void define(COSBase key, COSBase value) {
    if (!(key instanceof COSName defined)) {
      return;
    }
    switch (defined.getName()) {
      case "CMapName" -> name = value instanceof COSName given ? given : name;
      case "WMode" -> mode = value instanceof COSInteger given ? given.intValue() & 1 : mode;
      case "CIDSystemInfo" -> system = value instanceof COSDictionary given ? given : system;
      case "Registry" -> registry = value instanceof COSString text ? text.getASCII() : registry;
      case "Ordering" -> ordering = value instanceof COSString text ? text.getASCII() : ordering;
      default -> {}
    }
  }

  private void section(String section) {
    int width = section.endsWith("char") || "codespacerange".equals(section) ? 2 : 3;
    List<COSBase> kept = new ArrayList<>();
    for (int i = 0; i + width <= operands.size(); ) {
      List<COSBase> entry = operands.subList(i, i + width);
      if (fits(section, entry)) {
        kept.addAll(entry);
        i += width;
      } else {
        // Something is missing in between: the next code may begin the next entry.
        i++;
      }
    }
    for (int from = 0; from < kept.size(); from += BLOCK * width) {
      int to = Math.min(kept.size(), from + BLOCK * width);
      body.ascii((to - from) / width + " begin" + section + "\n");
      for (int i = from; i < to; i++) {
        write(kept.get(i));
        body.ascii((i + 1 - from) % width == 0 ? "\n" : " ");
      }
      body.ascii("end" + section + "\n");
    }
    entries += kept.size() / width;
  }

  private static boolean fits(String section, List<COSBase> entry) {
    int codes = section.endsWith("range") ? 2 : 1;
    for (int i = 0; i < codes; i++) {
      if (!(entry.get(i) instanceof COSString code)
          || code.getBytes().length == 0
          || code.getBytes().length > MAX_CODE) {
        return false;
      }
    }
    if ("codespacerange".equals(section)) {
      return true;
    }
    COSBase target = entry.getLast();
    if (section.startsWith("bf")) {
      return target instanceof COSName || isText(target) || target instanceof COSArray;
    }
    return target instanceof COSNumber;
  }

  private static boolean isText(@Nullable COSBase value) {
    return value instanceof COSString text && text.getBytes().length <= MAX_TARGET;
  }

  /// A part of an entry: strings in hexadecimal, as there are readers that know no other spelling
  /// in maps.
  private void write(COSBase value) {
    switch (value) {
      case COSString string -> body.hexadecimal(string.getBytes());
      case COSArray array -> {
        body.ascii("[");
        for (int i = 0; i < array.size(); i++) {
          body.hexadecimal(array.get(i) instanceof COSString text ? text.getBytes() : NONE);
        }
        body.ascii("]");
      }
      default -> body.value(value);
    }
  }

  private byte[] written() {
    CosText text = CosText.withoutReferences();
    text.ascii("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n");
    if (base != null) {
      text.value(base).ascii(" usecmap\n");
    }
    COSString reg = new COSString(plain(system, COSName.REGISTRY, registry));
    COSString ord = new COSString(plain(system, COSName.ORDERING, ordering));
    text.ascii("/CIDSystemInfo <</Registry ").value(reg).ascii(" /Ordering ").value(ord);
    text.ascii(" /Supplement 0>> def\n/CMapName ");
    text.value(name == null ? COSName.getPDFName("Adobe-Identity-UCS") : name).ascii(" def\n");
    text.ascii(base == null && "UCS".equals(ordering) ? "/CMapType 2 def\n" : "/CMapType 1 def\n");
    if (mode >= 0) {
      text.ascii("/WMode " + mode + " def\n");
    }
    text.raw(body.bytes());
    return text.ascii("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").bytes();
  }

  private static String plain(@Nullable COSDictionary system, COSName key, String otherwise) {
    return system == null || system.getString(key) == null ? otherwise : system.getString(key);
  }
}

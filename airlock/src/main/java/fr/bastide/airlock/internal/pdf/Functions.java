package fr.bastide.airlock.internal.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Functions (ISO 32000-2, 7.10): sampled, exponential, stitched, and the small calculator.
final class Functions {

  private static final int MAX_CALCULATOR = 20_000;
  private static final int MAX_PARTS = 4096;
  private static final long MAX_SAMPLES = 1 << 24;
  private static final Set<String> CALCULATOR =
      Set.of(
          "abs",
          "add",
          "atan",
          "ceiling",
          "cos",
          "cvi",
          "cvr",
          "div",
          "exp",
          "floor",
          "idiv",
          "ln",
          "log",
          "mod",
          "mul",
          "neg",
          "round",
          "sin",
          "sqrt",
          "sub",
          "truncate",
          "and",
          "bitshift",
          "eq",
          "ge",
          "gt",
          "le",
          "lt",
          "ne",
          "not",
          "or",
          "xor",
          "if",
          "ifelse",
          "copy",
          "dup",
          "exch",
          "index",
          "pop",
          "roll",
          "{",
          "}");

  private final Rebuild rebuild;

  Functions(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /// One function; nothing when it is not understood.
  @Nullable COSBase copy(COSBase value) {
    if (!(value instanceof COSDictionary function)) {
      return null;
    }
    COSDictionary copy = new COSDictionary();
    rebuild
        .grammar
        .keys("Function")
        .forEach((key, shape) -> {
          COSBase part = rebuild.copier.now(function.getItem(key), shape);
          if (part != null) {
            copy.setItem(key, part);
          }
        });
    return switch (function.getInt(COSName.FUNCTION_TYPE, -1)) {
      case 0 -> function instanceof COSStream stream ? sampled(stream, copy) : null;
      case 2 -> copy;
      case 3 -> stitched(function, copy);
      case 4 -> function instanceof COSStream stream ? calculator(stream, copy) : null;
      default -> null;
    };
  }

  /// One function, or an array of them.
  @Nullable COSBase several(COSBase value) {
    if (!(value instanceof COSArray array)) {
      return copy(value);
    }
    COSArray copies = new COSArray();
    for (int i = 0; i < Math.min(array.size(), MAX_PARTS); i++) {
      COSBase part = rebuild.copier.now(array.get(i), new Shape.Special("Function"));
      if (part == null) {
        return null;
      }
      copies.add(part);
    }
    return copies;
  }

  private @Nullable COSBase sampled(COSStream stream, COSDictionary copy) {
    long bits = copy.getInt(COSName.BITS_PER_SAMPLE, 0);
    bits *=
        copy.getDictionaryObject(COSName.RANGE) instanceof COSArray range ? range.size() / 2 : 0;
    if (!(copy.getDictionaryObject(COSName.SIZE) instanceof COSArray sizes) || sizes.size() == 0) {
      return null;
    }
    for (int i = 0; i < sizes.size(); i++) {
      bits *= sizes.getObject(i) instanceof COSNumber number ? Math.max(0, number.intValue()) : 0;
      if (bits <= 0 || bits > MAX_SAMPLES * 8) {
        return null;
      }
    }
    byte[] samples = rebuild.streams.plain(stream, rebuild.place());
    return rebuild.output.addDeflated(copy, Arrays.copyOf(samples, (int) ((bits + 7) / 8)));
  }

  private @Nullable COSBase stitched(COSDictionary function, COSDictionary copy) {
    COSBase parts = Copier.resolve(function.getItem(COSName.FUNCTIONS));
    if (!(parts instanceof COSArray)) {
      return null;
    }
    COSBase copies = several(parts);
    if (copies == null) {
      return null;
    }
    copy.setItem(COSName.FUNCTIONS, copies);
    return copy;
  }

  private @Nullable COSBase calculator(COSStream stream, COSDictionary copy) {
    byte[] program = calculator(rebuild.streams.plain(stream, rebuild.place()));
    return program == null ? null : rebuild.output.addDeflated(copy, program);
  }

  /// The program written anew; nothing when it has a word that calculators do not know.
  private static byte @Nullable [] calculator(byte[] program) {
    Lexer lexer = new Lexer(program);
    CosText text = CosText.withoutReferences();
    List<String> open = new ArrayList<>();
    int words = 0;
    for (Lexer.Token token = lexer.next(); token != null; token = lexer.next()) {
      switch (token) {
        case Lexer.Value(COSBase value) -> text.value(Copier.plain(value, 0));
        case Lexer.Keyword(String word) -> {
          if (!CALCULATOR.contains(word) || "}".equals(word) && open.isEmpty()) {
            return null;
          }
          if ("{".equals(word)) {
            open.add(word);
          } else if ("}".equals(word)) {
            open.removeLast();
          }
          text.ascii(word);
        }
      }
      text.ascii(" ");
      if (++words > MAX_CALCULATOR || open.size() > Lexer.MAX_DEPTH) {
        return null;
      }
      if (open.isEmpty()) {
        break;
      }
    }
    return open.isEmpty() && words > 0 ? text.bytes() : null;
  }
}

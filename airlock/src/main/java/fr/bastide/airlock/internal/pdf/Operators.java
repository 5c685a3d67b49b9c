package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.internal.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// The operators that content may use, with their operands; read once from `pdf/operators.yaml`.
final class Operators {

  static final Operators HOUSE = new Operators();

  /// One operator.
  ///
  /// @param operands a letter for each, as in the resource
  /// @param paints whether it leaves a mark
  record Operator(String name, String operands, boolean paints) {}

  private final Map<String, Operator> operators = new HashMap<>();

  private Operators() {
    Map<String, Object> document = Resources.document("pdf/operators.yaml");
    read(Resources.mapping(document, "operators"), false);
    read(Resources.mapping(document, "painting"), true);
  }

  private void read(Map<String, Object> table, boolean paints) {
    for (String name : table.keySet()) {
      operators.put(name, new Operator(name, Resources.string(table, name), paints));
    }
  }

  @Nullable Operator find(String name) {
    return operators.get(name);
  }

  /// The operands that an operator takes off the end of those before it, each of its right type;
  /// nothing when they do not fit.
  static @Nullable List<COSBase> fit(Operator operator, List<COSBase> operands) {
    String wanted = operator.operands();
    if ("*".equals(wanted) || "c".equals(wanted)) {
      return colour(operands, "c".equals(wanted)) ? operands : null;
    }
    int surplus = operands.size() - wanted.length();
    if (surplus < 0) {
      return null;
    }
    List<COSBase> taken = operands.subList(surplus, operands.size());
    for (int i = 0; i < taken.size(); i++) {
      COSBase value = fit(taken.get(i), wanted.charAt(i));
      if (value == null) {
        return null;
      }
      taken.set(i, value);
    }
    return taken;
  }

  private static boolean colour(List<COSBase> operands, boolean pattern) {
    for (int i = 0; i < operands.size(); i++) {
      boolean last = i == operands.size() - 1;
      if (!(operands.get(i) instanceof COSNumber)
          && !(pattern && last && operands.get(i) instanceof COSName)) {
        return false;
      }
    }
    return !operands.isEmpty();
  }

  private static @Nullable COSBase fit(COSBase value, char wanted) {
    return switch (wanted) {
      case 'n' -> value instanceof COSNumber ? value : null;
      case 'i' ->
          value instanceof COSFloat number
              ? COSInteger.get(number.longValue())
              : value instanceof COSInteger ? value : null;
      case '/' -> value instanceof COSName ? value : null;
      case 's' -> value instanceof COSString ? value : null;
      case 'a' -> value instanceof COSArray array ? flat(array) : null;
      case 'p' -> value instanceof COSName || value instanceof COSDictionary ? value : null;
      default -> null;
    };
  }

  /// An array of strings and numbers alone.
  private static COSArray flat(COSArray array) {
    COSArray flat = new COSArray();
    for (int i = 0; i < array.size(); i++) {
      COSBase part = array.get(i);
      if (part instanceof COSNumber || part instanceof COSString) {
        flat.add(part);
      }
    }
    return flat;
  }
}

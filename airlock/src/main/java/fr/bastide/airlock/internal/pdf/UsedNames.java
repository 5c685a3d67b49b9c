package fr.bastide.airlock.internal.pdf;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;

/// The resources that a content uses by name; no others go with it.
final class UsedNames {

  private final Map<COSName, Set<COSName>> names = new LinkedHashMap<>();

  private final Map<COSName, Integer> drawn = new LinkedHashMap<>();

  /// How often each form or picture is drawn.
  Map<COSName, Integer> drawn() {
    return drawn;
  }

  /// Notes the names among the operands of an operator.
  void note(String operator, List<COSBase> operands) {
    switch (operator) {
      case "Tf" -> add(COSName.FONT, operands.getFirst());
      case "Do" -> {
        add(COSName.XOBJECT, operands.getFirst());
        if (operands.getFirst() instanceof COSName name) {
          drawn.merge(name, 1, Integer::sum);
        }
      }
      case "gs" -> add(COSName.EXT_G_STATE, operands.getFirst());
      case "CS", "cs" -> add(COSName.COLORSPACE, operands.getFirst());
      case "SCN", "scn" -> add(COSName.PATTERN, operands.getLast());
      case "sh" -> add(COSName.SHADING, operands.getFirst());
      default -> {}
    }
  }

  void add(COSName category, COSBase name) {
    if (name instanceof COSName key) {
      names.computeIfAbsent(category, k -> new LinkedHashSet<>()).add(key);
    }
  }

  Map<COSName, Set<COSName>> byCategory() {
    return names;
  }
}

package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Threat;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// Optional content (ISO 32000-2, 8.11), flattened to its default state: what is shown when the
/// file is opened stays and is no longer optional, the rest goes.
final class Layers {

  private static final int MAX_DEPTH = 16;

  private final Set<COSBase> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Rebuild rebuild;

  Layers(COSDictionary catalog, Rebuild rebuild) {
    this.rebuild = rebuild;
    if (!(catalog.getDictionaryObject(COSName.OCPROPERTIES) instanceof COSDictionary all)) {
      return;
    }
    if (!(all.getDictionaryObject(COSName.D) instanceof COSDictionary start)) {
      return;
    }
    COSArray groups = array(all, COSName.OCGS);
    if ("OFF".equals(start.getNameAsString(COSName.BASE_STATE))) {
      addAll(groups);
      COSArray on = array(start, COSName.ON);
      for (int i = 0; i < on.size(); i++) {
        hidden.remove(Copier.resolve(on.get(i)));
      }
    }
    addAll(array(start, COSName.OFF));
    for (int i = 0; i < groups.size(); i++) {
      if (Copier.resolve(groups.get(i)) instanceof COSDictionary group && changesWithUse(group)) {
        rebuild.findings.once(Threat.CONTENT_MASKING, "layers");
      }
    }
  }

  private static COSArray array(COSDictionary dictionary, COSName key) {
    return dictionary.getDictionaryObject(key) instanceof COSArray array ? array : new COSArray();
  }

  private void addAll(COSArray groups) {
    for (int i = 0; i < groups.size(); i++) {
      COSBase group = Copier.resolve(groups.get(i));
      if (group != null) {
        hidden.add(group);
      }
    }
  }

  /// Whether a layer would be seen on screen and not on paper, or the other way round.
  private boolean changesWithUse(COSDictionary group) {
    if (!(group.getDictionaryObject(COSName.USAGE) instanceof COSDictionary usage)) {
      return false;
    }
    String seen = hidden.contains(group) ? "OFF" : "ON";
    String view = state(usage, COSName.VIEW, COSName.VIEW_STATE, seen);
    return !seen.equals(view)
        || !view.equals(state(usage, COSName.PRINT, COSName.PRINT_STATE, view));
  }

  private static String state(COSDictionary usage, COSName use, COSName key, String otherwise) {
    return usage.getDictionaryObject(use) instanceof COSDictionary dictionary
        ? dictionary.getNameAsString(key, otherwise)
        : otherwise;
  }

  /// Whether what belongs to this layer, or to this membership of layers, is shown.
  boolean shows(@Nullable COSBase item) {
    if (!(Copier.resolve(item) instanceof COSDictionary layer)) {
      return true;
    }
    if (!"OCMD".equals(layer.getNameAsString(COSName.TYPE))) {
      return !hidden.contains(layer);
    }
    if (layer.getDictionaryObject(COSName.VE) instanceof COSArray expression) {
      return holds(expression, 0);
    }
    return holds(layer, layer.getDictionaryObject(COSName.OCGS));
  }

  private boolean holds(COSDictionary membership, @Nullable COSBase groups) {
    if (!(groups instanceof COSArray array)) {
      return shown(membership.getNameAsString(COSName.P, "AnyOn"), groups);
    }
    boolean any = false;
    boolean all = true;
    for (int i = 0; i < array.size(); i++) {
      if (Copier.resolve(array.get(i)) instanceof COSDictionary group) {
        boolean on = !hidden.contains(group);
        any |= on;
        all &= on;
      }
    }
    if (array.size() == 0) {
      return true;
    }
    return switch (membership.getNameAsString(COSName.P, "AnyOn")) {
      case "AllOn" -> all;
      case "AnyOff" -> !all;
      case "AllOff" -> !any;
      default -> any;
    };
  }

  private boolean shown(String policy, @Nullable COSBase group) {
    if (!(group instanceof COSDictionary)) {
      return true;
    }
    return policy.endsWith("Off") == hidden.contains(group);
  }

  private boolean holds(COSArray expression, int depth) {
    if (depth > MAX_DEPTH || !(expression.getObject(0) instanceof COSName operator)) {
      return true;
    }
    boolean any = false;
    boolean all = true;
    for (int i = 1; i < expression.size(); i++) {
      COSBase operand = expression.getObject(i);
      boolean on =
          operand instanceof COSArray inner ? holds(inner, depth + 1) : !hidden.contains(operand);
      any |= on;
      all &= on;
    }
    return switch (operator.getName()) {
      case "Or" -> any;
      case "Not" -> !all;
      default -> all;
    };
  }

  /// Says that something of a hidden layer went.
  void removed() {
    rebuild.findings.once(Threat.HIDDEN_CONTENT, rebuild.place());
  }
}

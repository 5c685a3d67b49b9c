package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
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
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// The form: plain fields without any script or action, or their look drawn onto the pages.
final class Forms {

  private static final int FILE_SELECT = 1 << 20;
  private static final int RICH_TEXT = 1 << 25;
  private static final int MAX_PARENTS = 32;

  private record Node(COSDictionary field, @Nullable COSObject parent) {}

  private final Rebuild rebuild;
  private final COSDictionary form;
  private final IdentityHashMap<COSBase, COSObject> references = new IdentityHashMap<>();
  private final IdentityHashMap<COSBase, COSDictionary> copies = new IdentityHashMap<>();
  private boolean lacking;
  private final COSArray tops = new COSArray();
  private final List<COSDictionary> widgets = new ArrayList<>();
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<COSBase, COSObject> parents = new IdentityHashMap<>();

  /// @throws RefusedException with [Reason#SIGNED] when policy holds signed files back
  Forms(Rebuild rebuild, COSDictionary catalog) {
    this.rebuild = rebuild;
    this.form =
        catalog.getDictionaryObject(COSName.ACRO_FORM) instanceof COSDictionary given
            ? given
            : new COSDictionary();
    rebuild.at("form");
    rebuild.dropped("XFA", form.getItem(COSName.XFA));
    boolean certified =
        catalog.getDictionaryObject(COSName.PERMS) instanceof COSDictionary permissions
            && permissions.containsKey(COSName.DOCMDP);
    if (certified) {
      signed();
    }
    walk();
  }

  private void signed() {
    if (rebuild.policy.signed() == Policy.Signed.QUARANTINE) {
      throw new RefusedException(Reason.SIGNED, "");
    }
    rebuild.findings.once(Threat.SIGNATURE, "form");
  }

  private void walk() {
    Deque<Node> stack = new ArrayDeque<>();
    push(stack, form, COSName.FIELDS, null);
    for (Node node = stack.poll(); node != null; node = stack.poll()) {
      COSDictionary field = node.field();
      if (!seen.add(field)) {
        continue;
      }
      rebuild.bench.parts(1);
      if (isSigned(field)) {
        signed();
        continue;
      }
      COSObject reference = rebuild.output.reserve();
      references.put(field, reference);
      COSDictionary copy = field(field);
      if (node.parent() == null) {
        tops.add(reference);
      } else {
        copy.setItem(COSName.PARENT, node.parent());
        parents.put(field, node.parent());
      }
      copies.put(field, copy);
      boolean widget = isWidget(field);
      if (!widget) {
        rebuild.output.fill(reference, copy);
      }
      push(stack, field, COSName.KIDS, reference);
    }
  }

  private static void push(
      Deque<Node> stack, COSDictionary holder, COSName key, @Nullable COSObject parent) {
    if (holder.getDictionaryObject(key) instanceof COSArray kids) {
      for (int i = kids.size() - 1; i >= 0; i--) {
        if (kids.getObject(i) instanceof COSDictionary kid) {
          stack.push(new Node(kid, parent));
        }
      }
    }
  }

  private static boolean isWidget(COSDictionary field) {
    return "Widget".equals(field.getNameAsString(COSName.SUBTYPE))
        || field.containsKey(COSName.RECT);
  }

  private static boolean isSigned(COSDictionary field) {
    return "Sig".equals(inherited(field, COSName.FT) instanceof COSName type ? type.getName() : "")
        && inherited(field, COSName.V) instanceof COSDictionary;
  }

  private static @Nullable COSBase inherited(COSDictionary field, COSName key) {
    COSDictionary at = field;
    for (int i = 0; i < MAX_PARENTS; i++) {
      COSBase value = at.getDictionaryObject(key);
      if (value != null) {
        return value;
      }
      if (!(at.getDictionaryObject(COSName.PARENT) instanceof COSDictionary parent)) {
        return null;
      }
      at = parent;
    }
    return null;
  }

  private COSDictionary field(COSDictionary field) {
    COSDictionary copy = new COSDictionary();
    rebuild
        .grammar
        .keys("Field")
        .forEach((key, shape) -> {
          COSBase value = rebuild.copier.now(field.getItem(key), shape);
          if (value != null) {
            copy.setItem(key, value);
          }
        });
    if (copy.containsKey(COSName.FF) && isText(field)) {
      copy.setInt(COSName.FF, copy.getInt(COSName.FF, 0) & ~(FILE_SELECT | RICH_TEXT));
    }
    for (String hook : List.of("A", "AA", "SV", "Lock")) {
      rebuild.dropped(hook, field.getItem(COSName.getPDFName(hook)));
    }
    return copy;
  }

  private static boolean isText(COSDictionary field) {
    return inherited(field, COSName.FT) instanceof COSName type && "Tx".equals(type.getName());
  }

  /// The place on a page of a field.
  @Nullable COSObject widget(COSDictionary widget, COSObject page, Drawn drawn) {
    COSDictionary resources =
        form.getDictionaryObject(COSName.DR) instanceof COSDictionary given
            ? given
            : new COSDictionary();
    boolean signature = isSigned(widget);
    if (signature) {
      signed();
    }
    if (signature || !rebuild.policy.forms()) {
      if (!signature) {
        rebuild.found(Threat.ACTIVE_CONTROL);
      }
      drawn.add(widget, resources);
      return null;
    }
    COSDictionary copy = copies.get(widget);
    COSObject reference = references.get(widget);
    if (copy == null || reference == null) {
      copy = field(widget);
      reference = rebuild.output.reserve();
      COSObject parent = references.get(Copier.resolve(widget.getItem(COSName.PARENT)));
      if (parent == null) {
        tops.add(reference);
      } else {
        copy.setItem(COSName.PARENT, parent);
        parents.put(widget, parent);
      }
    }
    look(widget, copy, resources);
    copy.setItem(COSName.P, page);
    rebuild.output.fill(reference, copy);
    widgets.add(copy);
    return reference;
  }

  private void look(COSDictionary widget, COSDictionary copy, COSDictionary resources) {
    rebuild
        .grammar
        .keys("Widget")
        .forEach((key, shape) -> {
          COSBase value =
              "AP".equals(key)
                  ? appearance(widget.getDictionaryObject(COSName.AP), resources)
                  : rebuild.copier.copy(widget.getItem(key), shape);
          if (value != null) {
            copy.setItem(key, value);
          }
        });
    copy.setItem(COSName.TYPE, COSName.ANNOT);
    copy.setItem(COSName.SUBTYPE, COSName.WIDGET);
  }

  private @Nullable COSBase appearance(@Nullable COSBase looks, COSDictionary resources) {
    if (!(looks instanceof COSDictionary dictionary)) {
      return null;
    }
    COSBase normal =
        rebuild.copier.now(
            dictionary.getItem(COSName.N), new Shape.Special("Appearance", resources));
    if (normal == null || normal instanceof COSDictionary states && states.size() == 0) {
      return null;
    }
    lacking |= lacks(dictionary.getDictionaryObject(COSName.N));
    COSDictionary copy = new COSDictionary();
    copy.setItem(COSName.N, normal);
    return copy;
  }

  /// Whether a state of a box has no look of its own.
  private static boolean lacks(@Nullable COSBase normal) {
    if (!(normal instanceof COSDictionary states) || normal instanceof COSStream) {
      return false;
    }
    for (COSName state : states.keySet()) {
      if (!(states.getDictionaryObject(state) instanceof COSStream) && !COSName.Off.equals(state)) {
        return true;
      }
    }
    return false;
  }

  /// The form of the new document; nothing when it has none.
  @Nullable COSDictionary written() {
    if (!rebuild.policy.forms() || tops.size() == 0) {
      return null;
    }
    linkKids();
    rebuild.at("form");
    COSDictionary copy = new COSDictionary();
    rebuild
        .grammar
        .keys("AcroForm")
        .forEach((key, shape) -> {
          COSBase value = rebuild.copier.now(form.getItem(key), shape);
          if (value != null) {
            copy.setItem(key, value);
          }
        });
    copy.setItem(COSName.FIELDS, tops);
    oneReading(copy);
    if (form.getDictionaryObject(COSName.DR) instanceof COSDictionary given) {
      COSDictionary resources = new COSDictionary();
      COSBase fonts =
          rebuild.copier.now(
              given.getItem(COSName.FONT), new Shape.MapOf(new Shape.Special("Font")));
      if (fonts != null) {
        resources.setItem(COSName.FONT, fonts);
      }
      copy.setItem(COSName.DR, resources);
    }
    return copy;
  }

  private void linkKids() {
    parents.forEach((kid, parent) -> {
      COSObject reference = references.get(kid);
      if (reference != null
          && rebuild.output.target(reference) != 0
          && rebuild.output.value(parent) instanceof COSDictionary holder) {
        if (!(holder.getItem(COSName.KIDS) instanceof COSArray)) {
          holder.setItem(COSName.KIDS, new COSArray());
        }
      }
    });
    // In the order of the original, which an identity map does not keep.
    for (COSBase source :
        copies.keySet().stream()
            .sorted(java.util.Comparator.comparingLong(key -> number(references.get(key))))
            .toList()) {
      COSObject reference = references.get(source);
      if (parents.get(source) != null
          && reference != null
          && rebuild.output.value(parents.get(source)) instanceof COSDictionary holder
          && holder.getItem(COSName.KIDS) instanceof COSArray kids) {
        kids.add(reference);
      }
    }
  }

  private static long number(@Nullable COSObject reference) {
    return reference == null ? 0 : reference.getKey().getNumber();
  }

  /// Readers either show the look that a text field has or make one from its value: where some must
  /// be made, all are, so that no field has two readings.
  private void oneReading(COSDictionary copy) {
    if (!copy.getBoolean(COSName.NEED_APPEARANCES, false)) {
      return;
    }
    boolean needed = lacking;
    for (COSDictionary widget : widgets) {
      needed |=
          !widget.containsKey(COSName.AP)
              && (widget.containsKey(COSName.V) || widget.containsKey(COSName.AS));
    }
    if (!needed) {
      copy.removeItem(COSName.NEED_APPEARANCES);
      return;
    }
    for (COSDictionary widget : widgets) {
      String type = widget.getNameAsString(COSName.FT, "");
      if ("Tx".equals(type) || "Ch".equals(type)) {
        widget.removeItem(COSName.AP);
      }
    }
  }
}

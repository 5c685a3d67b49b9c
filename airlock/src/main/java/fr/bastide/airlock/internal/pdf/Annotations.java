package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Threat;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/// The annotations of the pages: links, comments as policy says, fields; the look of all others is
/// drawn onto the page.
final class Annotations {

  private static final int HIDDEN = 2;
  private static final int NO_VIEW = 32;
  private static final Set<String> COMMENTS =
      Set.of(
          "Text",
          "FreeText",
          "Line",
          "Square",
          "Circle",
          "Polygon",
          "PolyLine",
          "Highlight",
          "Underline",
          "Squiggly",
          "StrikeOut",
          "Stamp",
          "Caret",
          "Ink");
  private static final Set<String> WITHOUT_A_WORD = Set.of("Popup", "PrinterMark", "TrapNet");

  /// What became of the annotations of one page.
  record OfPage(COSArray kept, Drawn drawn) {}

  private final Rebuild rebuild;
  private final Targets targets;
  private final Forms forms;
  private final IdentityHashMap<COSBase, COSObject> copies = new IdentityHashMap<>();

  Annotations(Rebuild rebuild, Targets targets, Forms forms) {
    this.rebuild = rebuild;
    this.targets = targets;
    this.forms = forms;
  }

  /// The copy of an annotation; nothing when it did not cross.
  @Nullable COSObject of(@Nullable COSBase annotation) {
    COSBase value = Copier.resolve(annotation);
    return value == null ? null : copies.get(value);
  }

  OfPage copy(COSDictionary page, COSObject reference) {
    OfPage result = new OfPage(new COSArray(), new Drawn(rebuild));
    if (page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
      for (int i = 0; i < annotations.size(); i++) {
        if (!(annotations.getObject(i) instanceof COSDictionary annotation)) {
          continue;
        }
        COSObject known = copies.get(annotation);
        if (known != null) {
          result.kept().add(known);
        } else {
          rebuild.bench.parts(1);
          COSObject copy = copy(annotation, reference, result.drawn());
          if (copy != null) {
            copies.put(annotation, copy);
            result.kept().add(copy);
          }
        }
      }
    }
    return result;
  }

  private @Nullable COSObject copy(COSDictionary annotation, COSObject page, Drawn drawn) {
    int flags = annotation.getInt(COSName.F, 0);
    String subtype = annotation.getNameAsString(COSName.SUBTYPE, "");
    boolean unseen =
        (flags & (HIDDEN | NO_VIEW)) != 0 || !rebuild.layers.shows(annotation.getItem(COSName.OC));
    if (unseen && !"Popup".equals(subtype)) {
      rebuild.found(Threat.HIDDEN_CONTENT);
      targets.lead(annotation, new COSDictionary());
      return null;
    }
    if ("Widget".equals(subtype)) {
      return forms.widget(annotation, page, drawn);
    }
    if ("Link".equals(subtype)) {
      return link(annotation, page);
    }
    if (COMMENTS.contains(subtype)) {
      return comment(annotation, page);
    }
    if (!WITHOUT_A_WORD.contains(subtype)) {
      rebuild.found(rebuild.grammar.annotation(subtype));
      targets.lead(annotation, new COSDictionary());
      drawn.add(annotation, new COSDictionary());
    }
    return null;
  }

  private COSObject link(COSDictionary annotation, COSObject page) {
    // A link that leads nowhere any more keeps its frame and its place in the structure.
    COSDictionary leads = new COSDictionary();
    targets.lead(annotation, leads);
    COSDictionary copy = rebuild.copier.dictionary(without(annotation), "Annotation");
    copy.addAll(leads);
    copy.setItem(COSName.P, page);
    return rebuild.output.add(copy);
  }

  private @Nullable COSObject comment(COSDictionary annotation, COSObject page) {
    COSDictionary leads = new COSDictionary();
    targets.lead(annotation, leads);
    if (!rebuild.policy.comments()) {
      rebuild.found(Threat.METADATA);
      return null;
    }
    COSDictionary copy = rebuild.copier.dictionary(without(annotation), "Annotation");
    copy.addAll(leads);
    copy.setItem(COSName.P, page);
    return rebuild.output.add(copy);
  }

  /// An annotation without what [Targets] has already dealt with, and without its flags' key, which
  /// elsewhere means a file.
  private static COSDictionary without(COSDictionary annotation) {
    COSDictionary rest = new COSDictionary(annotation);
    rest.removeItem(COSName.A);
    rest.removeItem(COSName.AA);
    rest.removeItem(COSName.getPDFName("PA"));
    return rest;
  }
}

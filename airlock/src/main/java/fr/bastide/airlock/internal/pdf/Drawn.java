package fr.bastide.airlock.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Appearances of annotations that do not cross, drawn onto their page so that what was seen is
/// still seen.
final class Drawn {

  private static final float[] IDENTITY = {1, 0, 0, 1, 0, 0};

  private record Appearance(COSBase form, COSBase[] matrix) {}

  private final List<Appearance> appearances = new ArrayList<>();
  private final Rebuild rebuild;

  Drawn(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /// Adds the normal appearance of an annotation, if it has one.
  ///
  /// @param inherited resources of the form, for appearances without their own
  void add(COSDictionary annotation, COSDictionary inherited) {
    COSStream form = normal(annotation);
    float[] rectangle = Boxes.numbers(annotation.getItem(COSName.RECT), 4);
    float[] box = form == null ? null : Boxes.numbers(form.getItem(COSName.BBOX), 4);
    if (form == null || rectangle == null || box == null) {
      return;
    }
    float[] matrix = Boxes.numbers(form.getItem(COSName.MATRIX), 6);
    COSBase copy = rebuild.copier.copy(form, new Shape.Special("Appearance", inherited));
    if (copy != null) {
      appearances.add(
          new Appearance(copy, Boxes.onto(rectangle, box, matrix == null ? IDENTITY : matrix)));
    }
  }

  private static @Nullable COSStream normal(COSDictionary annotation) {
    if (!(annotation.getDictionaryObject(COSName.AP) instanceof COSDictionary looks)) {
      return null;
    }
    COSBase normal = looks.getDictionaryObject(COSName.N);
    if (normal instanceof COSDictionary states && !(normal instanceof COSStream)) {
      COSName state = annotation.getCOSName(COSName.AS);
      normal = state == null ? null : states.getDictionaryObject(state);
    }
    return normal instanceof COSStream stream ? stream : null;
  }

  /// The content of the page with these drawn on top of it.
  byte[] onto(Contents.Written page, Output output) {
    if (appearances.isEmpty()) {
      return page.bytes();
    }
    COSDictionary forms =
        output.value(page.resources().getItem(COSName.XOBJECT)) instanceof COSDictionary there
            ? there
            : new COSDictionary();
    page.resources().setItem(COSName.XOBJECT, forms);
    CosText text = CosText.withoutReferences().ascii("q\n").raw(page.bytes()).ascii("Q\n");
    int number = 0;
    for (Appearance appearance : appearances) {
      COSName name = COSName.getPDFName("Drawn" + number++);
      while (forms.containsKey(name)) {
        name = COSName.getPDFName("Drawn" + number++);
      }
      forms.setItem(name, appearance.form());
      text.ascii("q\n");
      for (COSBase part : appearance.matrix()) {
        text.value(part).ascii(" ");
      }
      text.ascii("cm\n").value(name).ascii(" Do\nQ\n");
    }
    return text.bytes();
  }
}

package fr.bastide.airlock.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// A small honest document of two pages, with a link, a field, an outline, a form, a picture and a
/// structure, to hide things in.
final class Sample implements AutoCloseable {

  static final String TEXT = "Acte de naissance";
  static final String SECOND = "Page deux";

  final PDDocument document = new PDDocument();
  final COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
  final COSDictionary page = page(TEXT);
  final COSDictionary second = page(SECOND);
  final COSDictionary link = annotation("Link");
  final COSDictionary field = annotation("Widget");
  final COSDictionary parent = new COSDictionary();
  final COSDictionary acroForm = new COSDictionary();
  final COSDictionary outline = new COSDictionary();
  final COSDictionary element = new COSDictionary();
  final COSStream form = stream("0 0 10 10 re f");
  final COSStream picture = stream("\1\2\3");

  Sample() {
    link.setItem("Dest", array(second, name("Fit")));
    parent.setItem("FT", name("Tx"));
    parent.setString("T", "nom");
    parent.setString("V", "Martin");
    parent.setItem("Kids", array(field));
    field.setItem("Parent", parent);
    acroForm.setItem("Fields", array(parent));
    catalog.setItem("AcroForm", acroForm);
    page.setItem("Annots", array(link, field));
    outline();
    structure();
    form.setItem("Subtype", name("Form"));
    form.setItem("BBox", rectangle());
    picture.setItem("Subtype", name("Image"));
    picture.setInt("Width", 1);
    picture.setInt("Height", 1);
    picture.setInt("BitsPerComponent", 8);
    picture.setItem("ColorSpace", name("DeviceRGB"));
    COSDictionary external = dictionary("Fm", form);
    external.setItem("Im", picture);
    ((COSDictionary) page.getDictionaryObject("Resources")).setItem("XObject", external);
  }

  private void outline() {
    COSDictionary root = new COSDictionary();
    outline.setString("Title", "Premier chapitre");
    outline.setItem("Dest", array(page, name("Fit")));
    outline.setItem("Parent", root);
    root.setItem("First", outline);
    root.setItem("Last", outline);
    root.setInt("Count", 1);
    catalog.setItem("Outlines", root);
  }

  private void structure() {
    COSDictionary root = dictionary("Type", name("StructTreeRoot"));
    element.setItem("Type", name("StructElem"));
    element.setItem("S", name("P"));
    element.setItem("P", root);
    element.setItem("Pg", page);
    element.setString("Alt", "un paragraphe");
    element.setInt("K", 0);
    root.setItem("K", element);
    root.setItem("ParentTree", dictionary("Nums", array(COSInteger.ZERO, array(element))));
    page.setInt("StructParents", 0);
    catalog.setItem("StructTreeRoot", root);
    catalog.setItem("MarkInfo", dictionary("Marked", org.apache.pdfbox.cos.COSBoolean.TRUE));
    catalog.setString("Lang", "fr-FR");
  }

  private COSDictionary page(String text) {
    PDPage made = new PDPage();
    document.addPage(made);
    COSDictionary page = made.getCOSObject();
    COSDictionary font = dictionary("Type", name("Font"));
    font.setItem("Subtype", name("Type1"));
    font.setItem("BaseFont", name("Helvetica"));
    page.setItem("Resources", dictionary("Font", dictionary("F1", font)));
    page.setItem(
        "Contents",
        stream(
            "/P <</MCID 0>> BDC BT /F1 24 Tf 72 700 Td ("
                + text
                + ") Tj ET EMC /Fm Do\n"
                + "q 50 0 0 50 100 100 cm /Im Do Q"));
    return page;
  }

  COSDictionary annotation(String subtype) {
    COSDictionary annotation = dictionary("Type", name("Annot"));
    annotation.setItem("Subtype", name(subtype));
    annotation.setItem("Rect", rectangle());
    return annotation;
  }

  /// Adds an annotation to the first page.
  COSDictionary add(COSDictionary annotation) {
    ((COSArray) page.getDictionaryObject("Annots")).add(annotation);
    return annotation;
  }

  COSStream stream(String content) {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream()) {
      out.write(content.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return stream;
  }

  static COSName name(String name) {
    return COSName.getPDFName(name);
  }

  static COSDictionary dictionary(String key, COSBase value) {
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(key, value);
    return dictionary;
  }

  static COSArray array(COSBase... parts) {
    return new COSArray(List.of(parts));
  }

  static COSArray rectangle() {
    return array(new COSFloat(10), new COSFloat(10), new COSFloat(110), new COSFloat(60));
  }

  static COSString text(String text) {
    return new COSString(text);
  }

  static COSObject indirect(COSBase value) {
    return new COSObject(value);
  }

  /// The file, its objects in object streams or not.
  byte[] bytes(boolean packed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      document.save(
          out, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  byte[] bytes() {
    return bytes(false);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}

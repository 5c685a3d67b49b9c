package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.internal.zip.ZipWriting;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/// Small files made here: clean ones, and the same with one danger in them.
final class Samples {

  static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private Samples() {}

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// A PDF of one page with more entries in its catalog and one more object.
  static byte[] pdf(String catalog, String more) {
    return latin(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R "
            + catalog
            + ">>\nendobj\n"
            + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
            + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>\nendobj\n"
            + "4 0 obj\n<</Length 3>>\nstream\nq Q\nendstream\nendobj\n"
            + (more.isEmpty() ? "" : "5 0 obj\n" + more + "\nendobj\n")
            + "trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n");
  }

  /// The same with the additional object in a compressed object stream.
  static byte[] packedPdf(String object) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(latin("7 0 " + object));
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    String stream = packed.toString(StandardCharsets.ISO_8859_1);
    return pdf(
        "",
        "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length "
            + packed.size()
            + ">>\nstream\n"
            + stream
            + "\nendstream");
  }

  static Map<String, byte[]> docx(String body, String relationships) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        utf8(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"));
    parts.put(
        "_rels/.rels",
        utf8(
            rels(
                "<Relationship Id=\"r1\" Type=\""
                    + TYPE
                    + "officeDocument\" Target=\"word/document.xml\"/>")));
    parts.put(
        "word/document.xml",
        utf8(
            "<w:document xmlns:w=\"urn:w\" xmlns:r=\"urn:r\" xmlns:o=\"urn:o\"><w:body>"
                + body
                + "</w:body></w:document>"));
    parts.put("word/_rels/document.xml.rels", utf8(rels(relationships)));
    return parts;
  }

  static String rels(String relationships) {
    return "<Relationships xmlns=\"" + RELATIONSHIPS + "\">" + relationships + "</Relationships>";
  }

  static String run(String instruction) {
    return "<w:r><w:instrText>" + instruction + "</w:instrText></w:r>";
  }

  static String mark(String kind) {
    return "<w:r><w:fldChar w:fldCharType=\"" + kind + "\"/></w:r>";
  }

  static Map<String, byte[]> odt(String body) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
    parts.put(
        "content.xml",
        utf8(
            "<office:document-content xmlns:office=\"urn:o\" xmlns:text=\"urn:t\""
                + " xmlns:table=\"urn:b\" xmlns:draw=\"urn:d\" xmlns:script=\"urn:s\""
                + " xmlns:xlink=\"urn:x\">"
                + body
                + "</office:document-content>"));
    parts.put("META-INF/manifest.xml", utf8("<m:manifest xmlns:m=\"urn:m\"/>"));
    return parts;
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ZipWriting zip = new ZipWriting();
    parts.forEach((name, bytes) -> {
      if (name.equals("mimetype")) {
        zip.addStored(name, bytes);
      } else {
        zip.add(name, bytes);
      }
    });
    return zip.bytes();
  }

  static Map<String, byte[]> with(Map<String, byte[]> parts, String name, byte[] bytes) {
    parts.put(name, bytes);
    return parts;
  }

  static byte[] plus(byte[] first, byte[] second) {
    byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  static byte[] picture(String format) {
    java.awt.image.BufferedImage image =
        new java.awt.image.BufferedImage(3, 3, java.awt.image.BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      javax.imageio.ImageIO.write(image, format, out);
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}

package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.zip.ZipWriting;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes small office documents for tests, part by part.
public final class OfficeFiles {

  static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String P = "http://schemas.openxmlformats.org/presentationml/2006/main";
  static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";

  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String BASE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Map<String, StringBuilder> links = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder();

  private OfficeFiles(String main, String type) {
    types.append(
        "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
            + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
            + "<Override PartName=\"/"
            + main
            + "\" ContentType=\""
            + type
            + "\"/>");
    link("", "rId1", "officeDocument", main);
  }

  /// A Word document with this in its body.
  public static OfficeFiles word(String body) {
    return word(body, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  }

  static OfficeFiles word(String body, String type) {
    return new OfficeFiles("word/document.xml", type + ".main+xml")
        .xml(
            "word/document.xml",
            "<w:document xmlns:w=\""
                + W
                + "\" xmlns:r=\""
                + R
                + "\" xmlns:a=\""
                + A
                + "\" xmlns:v=\"urn:schemas-microsoft-com:vml\""
                + " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
                + "<w:body>"
                + body
                + "<w:sectPr/></w:body></w:document>");
  }

  /// A workbook of one sheet with these rows; `more` follows the sheets, `after` the rows.
  static OfficeFiles workbook(String rows, String after, String more) {
    return new OfficeFiles(
            "xl/workbook.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
        .xml(
            "xl/workbook.xml",
            "<workbook xmlns=\""
                + X
                + "\" xmlns:r=\""
                + R
                + "\"><sheets><sheet name=\"Un\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
                + more
                + "</workbook>")
        .link("xl/workbook.xml", "rId1", "worksheet", "xl/worksheets/sheet1.xml")
        .xml(
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\""
                + X
                + "\" xmlns:r=\""
                + R
                + "\"><sheetData>"
                + rows
                + "</sheetData>"
                + after
                + "</worksheet>");
  }

  /// A presentation of one slide with these shapes; `after` follows the shapes.
  static OfficeFiles slides(String shapes, String after) {
    String spaces = " xmlns:p=\"" + P + "\" xmlns:r=\"" + R + "\" xmlns:a=\"" + A + "\"";
    return new OfficeFiles(
            "ppt/presentation.xml",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")
        .xml(
            "ppt/presentation.xml",
            "<p:presentation"
                + spaces
                + "><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst>"
                + "<p:notesSz cx=\"1\" cy=\"1\"/></p:presentation>")
        .link("ppt/presentation.xml", "rId1", "slide", "ppt/slides/slide1.xml")
        .xml(
            "ppt/slides/slide1.xml",
            "<p:sld"
                + spaces
                + "><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/>"
                + "<p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
                + shapes
                + "</p:spTree></p:cSld>"
                + after
                + "</p:sld>");
  }

  OfficeFiles xml(String name, String text) {
    return part(name, (DECLARATION + text).getBytes(StandardCharsets.UTF_8));
  }

  OfficeFiles part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  /// A relationship to a part, of the family of Office Open XML.
  OfficeFiles link(String source, String id, String word, String target) {
    return raw(source, id, BASE + word, "/" + target, "");
  }

  /// A relationship to something outside.
  OfficeFiles outside(String source, String id, String word, String target) {
    return raw(source, id, BASE + word, target, " TargetMode=\"External\"");
  }

  OfficeFiles raw(String source, String id, String type, String target, String more) {
    links
        .computeIfAbsent(source, key -> new StringBuilder())
        .append("<Relationship Id=\"")
        .append(id)
        .append("\" Type=\"")
        .append(type)
        .append("\" Target=\"")
        .append(target.replace("&", "&amp;"))
        .append('"')
        .append(more)
        .append("/>");
    return this;
  }

  /// The file.
  public byte[] bytes() {
    ZipWriting zip = new ZipWriting();
    zip.add(
        "[Content_Types].xml",
        text(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + types
                + "</Types>"));
    links.forEach((source, list) -> {
      int slash = source.lastIndexOf('/');
      zip.add(
          source.substring(0, slash + 1) + "_rels/" + source.substring(slash + 1) + ".rels",
          text(
              "<Relationships"
                  + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                  + list
                  + "</Relationships>"));
    });
    parts.forEach(zip::add);
    return zip.bytes();
  }

  private static byte[] text(String text) {
    return (DECLARATION + text).getBytes(StandardCharsets.UTF_8);
  }
}

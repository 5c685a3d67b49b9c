package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlWriting;
import fr.bastide.airlock.internal.zip.Member;
import fr.bastide.airlock.internal.zip.ZipWriting;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a workbook of values (ECMA-376 part 1, clause 18).
final class PlainWorkbook {

  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private final Map<String, byte[]> sheets = new LinkedHashMap<>();
  private final XmlElement list = new XmlElement("", BinarySheet.X, "sheets");
  private final XmlElement strings = list.sibling("sst");
  private BinaryStyles styles = new BinaryStyles(Map.of(), List.of());
  private boolean from1904;
  private boolean shown;

  void styles(BinaryStyles read) {
    styles = read;
  }

  void countFrom1904() {
    from1904 = true;
  }

  void string(String words) {
    XmlElement item = strings.sibling("si");
    item.add(BinarySheet.words(item, words));
    strings.add(item);
  }

  boolean isEmpty() {
    return sheets.isEmpty();
  }

  void sheet(String name, boolean hidden, Member part, Workbench bench) {
    byte[] bytes = BinarySheet.converted(part, strings.children().size(), styles.cells().size());
    bench.yielded(bytes.length);
    sheets.put("xl/worksheets/sheet" + (sheets.size() + 1) + ".xml", bytes);
    XmlElement sheet = list.sibling("sheet");
    sheet.set("name", name);
    sheet.set("sheetId", Integer.toString(sheets.size()));
    if (hidden) {
      sheet.set("state", "hidden");
    }
    shown |= !hidden;
    List<XmlAttribute> attributes = sheet.attributes();
    attributes.add(new XmlAttribute("r", R, "id", "rId" + sheets.size()));
    list.add(sheet);
  }

  /// The package.
  byte[] bytes() {
    ZipWriting zip = new ZipWriting();
    zip.add("[Content_Types].xml", types());
    zip.add("_rels/.rels", links(link(1, "officeDocument", "xl/workbook.xml")));
    zip.add("xl/workbook.xml", document(workbook()));
    StringBuilder links = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      links.append(link(i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    links.append(link(sheets.size() + 1, "sharedStrings", "sharedStrings.xml"));
    links.append(link(sheets.size() + 2, "styles", "styles.xml"));
    zip.add("xl/_rels/workbook.xml.rels", links(links.toString()));
    zip.add("xl/sharedStrings.xml", document(strings));
    zip.add("xl/styles.xml", document(formats()));
    sheets.forEach(zip::add);
    return zip.bytes();
  }

  private XmlElement workbook() {
    XmlElement root = list.sibling("workbook");
    if (from1904) {
      XmlElement properties = list.sibling("workbookPr");
      properties.set("date1904", "1");
      root.add(properties);
    }
    if (!shown) {
      XmlElement first = list.elements().getFirst();
      first.attributes().removeIf(attribute -> attribute.name().equals("state"));
    }
    root.add(list);
    return root;
  }

  private XmlElement formats() {
    XmlElement root = list.sibling("styleSheet");
    if (!styles.formats().isEmpty()) {
      XmlElement own = list.sibling("numFmts");
      styles
          .formats()
          .forEach((number, code) -> {
            XmlElement format = list.sibling("numFmt");
            format.set("numFmtId", Integer.toString(number));
            format.set("formatCode", code);
            own.add(format);
          });
      root.add(own);
    }
    root.add(one("fonts", list.sibling("font")));
    XmlElement fills = list.sibling("fills");
    for (String pattern : List.of("none", "gray125")) {
      XmlElement fill = list.sibling("fill");
      XmlElement inner = list.sibling("patternFill");
      inner.set("patternType", pattern);
      fill.add(inner);
      fills.add(fill);
    }
    root.add(fills);
    root.add(one("borders", list.sibling("border")));
    root.add(one("cellStyleXfs", format(0)));
    XmlElement cells = list.sibling("cellXfs");
    styles.cells().forEach(number -> cells.add(format(number)));
    if (!cells.hasElements()) {
      cells.add(format(0));
    }
    root.add(cells);
    return root;
  }

  private static XmlElement one(String name, XmlElement only) {
    XmlElement holder = only.sibling(name);
    holder.add(only);
    return holder;
  }

  private XmlElement format(int number) {
    XmlElement format = list.sibling("xf");
    format.set("numFmtId", Integer.toString(number));
    format.set("fontId", "0");
    format.set("fillId", "0");
    format.set("borderId", "0");
    if (number != 0) {
      format.set("applyNumberFormat", "1");
    }
    return format;
  }

  private byte[] types() {
    StringBuilder types = new StringBuilder(DECLARATION);
    types.append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    types.append(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package");
    types.append(".relationships+xml\"/>");
    override(types, "xl/workbook.xml", "sheet.main+xml");
    override(types, "xl/sharedStrings.xml", "sharedStrings+xml");
    override(types, "xl/styles.xml", "styles+xml");
    sheets.keySet().forEach(sheet -> override(types, sheet, "worksheet+xml"));
    return types.append("</Types>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void override(StringBuilder types, String part, String type) {
    types.append("<Override PartName=\"/").append(part).append("\" ContentType=\"");
    types.append(TYPE).append(type).append("\"/>");
  }

  private static String link(int number, String word, String target) {
    return "<Relationship Id=\"rId"
        + number
        + "\" Type=\""
        + R
        + "/"
        + word
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static byte[] links(String links) {
    String text =
        DECLARATION
            + "<Relationships"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + links
            + "</Relationships>";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] document(XmlElement root) {
    XmlWriting out = new XmlWriting();
    out.write(root);
    return out.bytes();
  }
}

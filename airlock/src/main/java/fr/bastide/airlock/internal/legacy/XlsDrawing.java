package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFAnchor;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFObjectData;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFPicture;
import org.apache.poi.hssf.usermodel.HSSFPictureData;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;

/// Writes what lies over the cells of an old sheet: pictures, and boxes with text.
final class XlsDrawing {

  private static final String NAMESPACES =
      " xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final int MOST_SHAPES = 5000;
  private static final String GEOMETRY =
      "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></xdr:spPr>";

  private XlsDrawing() {}

  static void write(
      HSSFSheet sheet, String part, OpcWriting opc, Pictures pictures, Ledger ledger, Markup to) {
    HSSFPatriarch drawn;
    try {
      drawn = sheet.getDrawingPatriarch();
    } catch (RuntimeException broken) {
      // The library throws whatever happens to it on broken drawings; the cells remain.
      ledger.add(Threat.UNKNOWN_PART, part);
      return;
    }
    if (drawn == null) {
      return;
    }
    String name = part.replace("worksheets/sheet", "drawings/drawing");
    Markup shapes = new Markup();
    int count = 0;
    for (HSSFShape shape : drawn) {
      if (++count > MOST_SHAPES) {
        break;
      }
      shape(shape, count, name, opc, pictures, ledger, shapes);
    }
    if (!shapes.isEmpty()) {
      Markup xml = new Markup().raw("<xdr:wsDr").raw(NAMESPACES).raw(">").append(shapes);
      opc.part(
          name,
          "application/vnd.openxmlformats-officedocument.drawing+xml",
          xml.raw("</xdr:wsDr>"));
      String target = "../" + name.substring("xl/".length());
      to.raw("<drawing").attribute("r:id", opc.relate(part, "drawing", target)).raw("/>");
    }
  }

  private static void shape(
      HSSFShape shape,
      int id,
      String name,
      OpcWriting opc,
      Pictures pictures,
      Ledger ledger,
      Markup xml) {
    HSSFAnchor place = shape.getAnchor();
    if (!(place instanceof HSSFClientAnchor anchor) || shape instanceof HSSFComment) {
      return;
    }
    if (shape instanceof HSSFObjectData) {
      ledger.add(Threat.EMBEDDED_OBJECT, name);
    }
    if (shape instanceof HSSFPicture picture) {
      HSSFPictureData data = picture.getPictureData();
      Optional<String> kept =
          data == null
              ? Optional.empty()
              : pictures.part(picture.getPictureIndex(), data.getData(), name);
      if (kept.isPresent()) {
        String target = "../" + kept.get().substring("xl/".length());
        begin(anchor, xml);
        xml.raw("<xdr:pic><xdr:nvPicPr><xdr:cNvPr")
            .attribute("id", id)
            .attribute("name", "Image " + id);
        xml.raw("/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip");
        xml.attribute("r:embed", opc.relate(name, "image", target));
        xml.raw("/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>");
        xml.raw(GEOMETRY).raw("</xdr:pic><xdr:clientData/></xdr:twoCellAnchor>");
      }
    } else if (shape instanceof HSSFSimpleShape box) {
      text(box, id, anchor, xml);
    }
  }

  private static void text(HSSFSimpleShape box, int id, HSSFClientAnchor anchor, Markup xml) {
    String text = words(box);
    if (text.isBlank()) {
      return;
    }
    begin(anchor, xml);
    xml.raw("<xdr:sp><xdr:nvSpPr><xdr:cNvPr").attribute("id", id).attribute("name", "Zone " + id);
    xml.raw("/><xdr:cNvSpPr txBox=\"1\"/></xdr:nvSpPr><xdr:spPr>").raw(GEOMETRY);
    xml.raw("<xdr:txBody><a:bodyPr/>");
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        xml.raw("<a:p><a:r><a:rPr sz=\"1000\"/><a:t>").text(text.substring(from, i));
        xml.raw("</a:t></a:r></a:p>");
        from = i + 1;
      }
    }
    xml.raw("</xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>");
  }

  private static String words(HSSFSimpleShape box) {
    try {
      HSSFRichTextString text = box.getString();
      return text == null || text.getString() == null ? "" : text.getString();
    } catch (NullPointerException none) {
      return ""; // so the library answers for a shape that never had text
    }
  }

  private static void begin(HSSFClientAnchor anchor, Markup xml) {
    int left = Math.min(anchor.getCol1(), anchor.getCol2());
    int top = Math.min(anchor.getRow1(), anchor.getRow2());
    int right = Math.max(left, Math.max(anchor.getCol1(), anchor.getCol2()));
    int bottom = Math.max(top, Math.max(anchor.getRow1(), anchor.getRow2()));
    xml.raw("<xdr:twoCellAnchor>");
    corner("from", left, anchor.getDx1(), top, anchor.getDy1(), xml);
    corner("to", right, anchor.getDx2(), bottom, anchor.getDy2(), xml);
  }

  /// Places within a cell are told in 1024ths of its width and 256ths of its height, here of a
  /// usual cell.
  private static void corner(String name, int column, int across, int row, int down, Markup xml) {
    xml.raw("<xdr:")
        .raw(name)
        .raw("><xdr:col>")
        .raw(Math.max(0, column))
        .raw("</xdr:col><xdr:colOff>");
    xml.raw(Math.max(0, Math.min(1023, across)) * 600).raw("</xdr:colOff><xdr:row>");
    xml.raw(Math.max(0, row)).raw("</xdr:row><xdr:rowOff>");
    xml.raw(Math.max(0, Math.min(255, down)) * 630).raw("</xdr:rowOff></xdr:").raw(name).raw(">");
  }
}

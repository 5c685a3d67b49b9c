package fr.bastide.print.internal.docx;

import fr.bastide.incident.dossier.Block;
import fr.bastide.incident.dossier.Dossier;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Part;
import fr.bastide.incident.dossier.Piece;
import fr.bastide.print.internal.report.DossierPage;
import java.util.List;

/// The text of a document as WordprocessingML.
final class WordBody {

  /// Between the margins of A4, in twentieths of a point.
  private static final int WIDTH = 9978;

  private static final int LABEL = 3400;

  /// Longer names of a content control are refused by word processors.
  private static final int LONGEST_NAME = 64;

  private final DossierPage page;
  private final Markup xml = new Markup("w:document");
  private int ordered;
  private int controls;

  WordBody(Dossier dossier) {
    this.page = new DossierPage(dossier);
  }

  /// How many numbered lists there are, once it is written.
  int orderedLists() {
    return ordered;
  }

  /// The part `word/document.xml`.
  String write() {
    xml.open("w:body");
    paragraph("Title", Line.of(page.title()));
    boolean first = true;
    for (Part part : page.dossier().parts()) {
      xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Heading1");
      if (!first) {
        xml.empty("w:pageBreakBefore");
      }
      xml.close("w:pPr");
      run(part.title(), "");
      xml.close("w:p");
      if (part.role() == Part.Role.GUIDE) {
        paragraph("Lead", Line.of(page.say("dossier.guide")));
      }
      part.blocks().forEach(this::block);
      first = false;
    }
    xml.open("w:sectPr")
        .empty("w:headerReference", "w:type", "default", "r:id", "rId4")
        .empty("w:footerReference", "w:type", "default", "r:id", "rId5")
        .empty("w:pgSz", "w:w", "11906", "w:h", "16838")
        .empty(
            "w:pgMar",
            "w:top",
            "1247",
            "w:right",
            "964",
            "w:bottom",
            "1134",
            "w:left",
            "964",
            "w:header",
            "567",
            "w:footer",
            "567",
            "w:gutter",
            "0")
        .close("w:sectPr");
    return xml.close("w:body").finish("w:document");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading ->
          paragraph(heading.level() == 2 ? "Heading2" : "Heading3", heading.text());
      case Block.Paragraph paragraph -> paragraph("Normal", paragraph.text());
      case Block.Items items -> items(items);
      case Block.Form form -> form(form);
      case Block.Table table -> table(table);
      case Block.Written written -> written.paragraphs().forEach(line -> paragraph("Normal", line));
      case Block.Contested contested -> {
        paragraph("Lead", Line.of(page.say("dossier.written")));
        contested.written().paragraphs().forEach(line -> paragraph("Normal", line));
        paragraph("Lead", Line.of(page.say("dossier.now")));
        block(contested.now());
      }
    }
  }

  private void paragraph(String style, Line line) {
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style).close("w:pPr");
    line(line);
    xml.close("w:p");
  }

  private void items(Block.Items items) {
    int list = 1;
    if (items.ordered()) {
      ordered++;
      list = 1 + ordered;
    }
    for (Line item : items.items()) {
      xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "ListParagraph");
      xml.open("w:numPr")
          .empty("w:ilvl", "w:val", "0")
          .empty("w:numId", "w:val", String.valueOf(list))
          .close("w:numPr");
      xml.close("w:pPr");
      line(item);
      xml.close("w:p");
    }
  }

  private void form(Block.Form form) {
    paragraph("Caption", form.caption());
    begin(form.caption(), LABEL, WIDTH - LABEL);
    for (Block.Form.Row row : form.rows()) {
      xml.open("w:tr").open("w:trPr").empty("w:cantSplit").close("w:trPr");
      cell("CellHead", Line.of(row.label()), LABEL);
      cell("Cell", row.value(), WIDTH - LABEL);
      xml.close("w:tr");
    }
    end();
  }

  private void table(Block.Table table) {
    paragraph("Caption", table.caption());
    int sum = table.columns().stream().mapToInt(Block.Table.Column::weight).sum();
    int[] widths =
        table.columns().stream().mapToInt(column -> WIDTH * column.weight() / sum).toArray();
    begin(table.caption(), widths);
    xml.open("w:tr").open("w:trPr").empty("w:cantSplit").empty("w:tblHeader").close("w:trPr");
    for (int i = 0; i < widths.length; i++) {
      cell("CellHead", Line.of(table.columns().get(i).head()), widths[i]);
    }
    xml.close("w:tr");
    for (List<Line> row : table.rows()) {
      xml.open("w:tr").open("w:trPr").empty("w:cantSplit").close("w:trPr");
      for (int i = 0; i < widths.length; i++) {
        cell("Cell", row.get(i), widths[i]);
      }
      xml.close("w:tr");
    }
    end();
  }

  private void begin(Line caption, int... widths) {
    xml.open("w:tbl").open("w:tblPr").empty("w:tblStyle", "w:val", "Rows");
    xml.empty("w:tblW", "w:w", "5000", "w:type", "pct").empty("w:tblLayout", "w:type", "fixed");
    xml.empty("w:tblLook", "w:val", "0420", "w:firstRow", "1", "w:noVBand", "1");
    xml.empty("w:tblCaption", "w:val", caption.plain(page.language())).close("w:tblPr");
    xml.open("w:tblGrid");
    for (int width : widths) {
      xml.empty("w:gridCol", "w:w", String.valueOf(width));
    }
    xml.close("w:tblGrid");
  }

  /// Two tables that touch would become one.
  private void end() {
    xml.close("w:tbl");
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "After").close("w:pPr").close("w:p");
  }

  private void cell(String style, Line line, int width) {
    xml.open("w:tc").open("w:tcPr");
    xml.empty("w:tcW", "w:w", String.valueOf(width), "w:type", "dxa").close("w:tcPr");
    paragraph(style, line);
    xml.close("w:tc");
  }

  private void line(Line line) {
    for (Piece piece : line.pieces()) {
      switch (piece) {
        case Piece.Words words -> run(words.text(), "");
        case Piece.Blank blank -> control(blank);
      }
    }
  }

  /// A content control: one click selects it, typing replaces it.
  private void control(Piece.Blank blank) {
    controls++;
    String label = blank.label();
    String name = label.length() > LONGEST_NAME ? label.substring(0, LONGEST_NAME) : label;
    xml.open("w:sdt").open("w:sdtPr");
    xml.empty("w:alias", "w:val", name).empty("w:id", "w:val", String.valueOf(controls));
    xml.empty("w:showingPlcHdr").empty("w:text", "w:multiLine", "1").close("w:sdtPr");
    xml.open("w:sdtContent");
    run(page.opening() + label + "]", "PlaceholderText");
    xml.close("w:sdtContent").close("w:sdt");
  }

  private void run(String words, String style) {
    xml.open("w:r");
    if (!style.isEmpty()) {
      xml.open("w:rPr").empty("w:rStyle", "w:val", style).close("w:rPr");
    }
    boolean more = false;
    for (String part : words.split("\n", -1)) {
      if (more) {
        xml.empty("w:br");
      }
      xml.open("w:t", "xml:space", "preserve").say(part).close("w:t");
      more = true;
    }
    xml.close("w:r");
  }
}

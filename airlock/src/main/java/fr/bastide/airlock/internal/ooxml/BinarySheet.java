package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlWriting;
import fr.bastide.airlock.internal.zip.Member;
import java.util.ArrayList;
import java.util.List;

/// Writes a sheet of a binary workbook as SpreadsheetML: the values of its cells, the widths of its
/// columns and its merged cells; no formula.
final class BinarySheet {

  static final String X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private static final int MAX_ROW = 1_048_575;
  private static final int MAX_COLUMN = 16_383;

  private final Biff12 records;
  private final int strings;
  private final int styles;
  private final XmlElement sheet = new XmlElement("", X, "worksheet");
  private final XmlElement columns = sheet.sibling("cols");
  private final XmlElement merged = sheet.sibling("mergeCells");
  private final List<XmlElement> rows = new ArrayList<>();
  private int row = -1;
  private int column = -1;

  private BinarySheet(Member member, int strings, int styles) {
    this.records = new Biff12(member.bytes(), member.name());
    this.strings = strings;
    this.styles = styles;
  }

  /// The sheet.
  ///
  /// @param strings how many shared strings there are
  /// @param styles how many formats of cells there are
  static byte[] converted(Member member, int strings, int styles) {
    BinarySheet sheet = new BinarySheet(member, strings, styles);
    while (sheet.records.next()) {
      sheet.record();
    }
    return sheet.written();
  }

  private void record() {
    int type = records.type();
    switch (type) {
      case 0 -> row();
      case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 -> cell(type);
      case 60 -> columns();
      case 176 -> merged();
      default -> {
        // Formulas, links, drawings and all else do not leave.
      }
    }
  }

  private void row() {
    int next = records.i32();
    if (next <= row || next > MAX_ROW) {
      throw records.malformed();
    }
    row = next;
    column = -1;
    XmlElement element = sheet.sibling("row");
    element.set("r", Integer.toString(row + 1));
    rows.add(element);
  }

  private void cell(int type) {
    int next = records.i32();
    int style = records.i32() & 0xff_ffff;
    if (rows.isEmpty() || next <= column || next > MAX_COLUMN) {
      throw records.malformed();
    }
    column = next;
    XmlElement cell = sheet.sibling("c");
    cell.set("r", name(row, column));
    if (style > 0 && style < styles) {
      cell.set("s", Integer.toString(style));
    }
    switch (type) {
      case 2 -> value(cell, "", number(records.shortNumber()));
      case 3, 11 -> value(cell, "e", error(records.u8()));
      case 4, 10 -> value(cell, "b", records.u8() == 0 ? "0" : "1");
      case 5, 9 -> value(cell, "", number(records.real()));
      case 6, 8 -> text(cell, records.string());
      case 7 -> shared(cell, records.i32());
      default -> {
        // A blank cell has a format alone.
      }
    }
    rows.getLast().add(cell);
  }

  private void shared(XmlElement cell, int index) {
    if (index < 0 || index >= strings) {
      throw records.malformed();
    }
    value(cell, "s", Integer.toString(index));
  }

  private static void value(XmlElement cell, String type, String value) {
    if (!type.isEmpty()) {
      cell.set("t", type);
    }
    XmlElement element = cell.sibling("v");
    element.text(value);
    cell.add(element);
  }

  private static void text(XmlElement cell, String words) {
    cell.set("t", "inlineStr");
    XmlElement string = cell.sibling("is");
    string.add(words(cell, words));
    cell.add(string);
  }

  /// An element with text, whose spaces count.
  static XmlElement words(XmlElement like, String words) {
    XmlElement text = like.sibling("t");
    text.attributes(List.of(new XmlAttribute("xml", XML, "space", "preserve")));
    text.text(words);
    return text;
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "0";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /// Errors of cells (MS-XLSB 2.5.97.2).
  private static String error(int code) {
    return switch (code) {
      case 0x00 -> "#NULL!";
      case 0x07 -> "#DIV/0!";
      case 0x0f -> "#VALUE!";
      case 0x17 -> "#REF!";
      case 0x1d -> "#NAME?";
      case 0x24 -> "#NUM!";
      default -> "#N/A";
    };
  }

  private void columns() {
    int first = records.i32();
    int last = records.i32();
    double width = records.i32() / 256.0;
    if (first < 0 || last < first || last > MAX_COLUMN || width < 0 || width > 255) {
      return;
    }
    records.skip(4);
    XmlElement element = columns.sibling("col");
    element.set("min", Integer.toString(first + 1));
    element.set("max", Integer.toString(last + 1));
    element.set("width", Double.toString(width));
    element.set("customWidth", "1");
    if ((records.u16() & 1) != 0) {
      element.set("hidden", "1");
    }
    columns.add(element);
  }

  private void merged() {
    int top = records.i32();
    int bottom = records.i32();
    int left = records.i32();
    int right = records.i32();
    boolean sound =
        top >= 0
            && bottom >= top
            && bottom <= MAX_ROW
            && left >= 0
            && right >= left
            && right <= MAX_COLUMN;
    if (sound) {
      XmlElement element = merged.sibling("mergeCell");
      element.set("ref", name(top, left) + ":" + name(bottom, right));
      merged.add(element);
    }
  }

  /// The name of a cell, as `AB12`.
  static String name(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int c = column; c >= 0; c = c / 26 - 1) {
      letters.insert(0, (char) ('A' + c % 26));
    }
    return letters.append(row + 1).toString();
  }

  private byte[] written() {
    XmlWriting out = new XmlWriting();
    out.open(sheet);
    if (columns.hasElements()) {
      out.write(columns);
    }
    out.open(sheet.sibling("sheetData"));
    rows.forEach(out::write);
    out.close();
    if (merged.hasElements()) {
      out.write(merged);
    }
    out.close();
    return out.bytes();
  }
}

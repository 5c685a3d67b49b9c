package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads the cells of Excel 5 and 95 workbooks (BIFF5): values and number formats, no looks.
final class OldXlsReading {

  private static final int FIRST_OWN_FORMAT = 164;
  private static final int SHEET = 0x10;

  private final ByteBuffer data;
  private final Workbench bench;
  private final SheetBook book = new SheetBook(new OpcWriting());
  private final List<String> names = new ArrayList<>();
  private final List<Integer> looks = new ArrayList<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final TreeMap<Integer, TreeMap<Integer, Markup>> rows = new TreeMap<>();
  private Charset charset = Charset.forName("windows-1252");
  private boolean since1904;
  private int sheets;
  private int depth;
  private boolean inSheet;
  private int[] awaited = new int[0];

  private OldXlsReading(byte[] stream, Workbench bench) {
    this.data = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    this.bench = bench;
  }

  static byte[] converted(byte[] stream, Workbench bench, Ledger ledger) {
    ledger.add(Threat.FLATTENED, "workbook");
    return new OldXlsReading(stream, bench).read();
  }

  private byte[] read() {
    int at = 0;
    while (at + 4 <= data.capacity()) {
      int type = number(at);
      int length = number(at + 2);
      int body = at + 4;
      if (body + length > data.capacity()) {
        break;
      }
      if (length >= least(type)) {
        record(type, body, length);
      }
      at = body + length;
    }
    return book.bytes(since1904, styles());
  }

  private static int least(int type) {
    return switch (type) {
      case 0x0203 -> 14;
      case 0x0006, 0x0406 -> 14;
      case 0x0204, 0x00d6, 0x0205 -> 8;
      case 0x027e -> 10;
      case 0x00bd -> 12;
      case 0x0085, 0x0207, 0x0809 -> 4;
      case 0x000a -> 0;
      default -> 2;
    };
  }

  private void record(int type, int body, int length) {
    switch (type) {
      case 0x0809 -> {
        depth++;
        inSheet = depth == 1 && number(body + 2) == SHEET;
      }
      case 0x000a -> end();
      case 0x002f -> throw new RefusedException(Reason.ENCRYPTED, "");
      case 0x0022 -> since1904 = number(body) != 0;
      case 0x0042 -> charset = charset(number(body));
      case 0x0085 -> names.add(length > 7 ? text(body + 7, data.get(body + 6) & 0xff) : "");
      case 0x041e -> {
        if (length > 3) {
          formats.put(number(body), text(body + 3, data.get(body + 2) & 0xff));
        }
      }
      case 0x00e0 -> looks.add(length >= 4 ? number(body + 2) : 0);
      default -> {
        if (inSheet && depth == 1) {
          cell(type, body, length);
        }
      }
    }
  }

  private void end() {
    depth = Math.max(0, depth - 1);
    if (depth == 0) {
      if (inSheet) {
        Markup xml = new Markup().raw("<worksheet").raw(SheetBook.NAMESPACES).raw("><sheetData>");
        rows.forEach((row, cells) -> {
          xml.raw("<row").attribute("r", row + 1).raw(">");
          cells.values().forEach(xml::append);
          xml.raw("</row>");
        });
        String name = sheets < names.size() ? names.get(sheets) : "Feuille " + (sheets + 1);
        book.sheet(name, "visible", xml.raw("</sheetData></worksheet>"));
        rows.clear();
      }
      if (!names.isEmpty() && (inSheet || sheets > 0)) {
        sheets++;
      }
      inSheet = false;
    }
  }

  private void cell(int type, int body, int length) {
    switch (type) {
      case 0x0203 -> value(body, data.getDouble(body + 6));
      case 0x027e -> value(body, packed(data.getInt(body + 6)));
      case 0x00bd -> {
        int column = number(body + 2);
        for (int at = body + 4; at + 6 <= body + length - 2; at += 6) {
          value(number(body), column++, number(at), packed(data.getInt(at + 2)));
        }
      }
      case 0x0204, 0x00d6 ->
          words(number(body), number(body + 2), number(body + 4), text(body + 8, number(body + 6)));
      case 0x0205 -> {
        if (data.get(body + 7) == 0) {
          value(body, data.get(body + 6));
        }
      }
      case 0x0006, 0x0406 -> {
        if (number(body + 12) != 0xffff) {
          value(body, data.getDouble(body + 6));
        } else if (data.get(body + 6) == 0) {
          awaited = new int[] {number(body), number(body + 2), number(body + 4)};
        }
      }
      case 0x0207 -> {
        if (awaited.length > 0) {
          words(awaited[0], awaited[1], awaited[2], text(body + 2, number(body)));
          awaited = new int[0];
        }
      }
      default -> {
        // looks, formulas, print settings
      }
    }
  }

  private void value(int body, double value) {
    value(number(body), number(body + 2), number(body + 4), value);
  }

  private void value(int row, int column, int look, double value) {
    if (Double.isFinite(value)) {
      begin(row, column, look).raw("><v>").raw(Double.toString(value)).raw("</v></c>");
    }
  }

  private void words(int row, int column, int look, String text) {
    Markup xml = begin(row, column, look);
    xml.raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">").text(text).raw("</t></is></c>");
  }

  private Markup begin(int row, int column, int look) {
    bench.parts(1);
    Markup xml = new Markup().raw("<c").attribute("r", SheetBook.cell(row, column));
    if (look < looks.size()) {
      xml.attribute("s", look);
    }
    rows.computeIfAbsent(row, _ -> new TreeMap<>()).put(column, xml);
    return xml;
  }

  /// A number in 30 bits (MS-XLS 2.5.217, RkNumber).
  private static double packed(int rk) {
    double value = (rk & 2) != 0 ? rk >> 2 : Double.longBitsToDouble((rk & 0xfffffffcL) << 32);
    return (rk & 1) != 0 ? value / 100 : value;
  }

  private String text(int from, int length) {
    int most = Math.max(0, Math.min(length, data.capacity() - from));
    return new String(data.array(), from, most, charset);
  }

  private int number(int place) {
    return data.getShort(place) & 0xffff;
  }

  private static Charset charset(int page) {
    String name = page == 0x8000 || page == 10_000 ? "x-MacRoman" : "windows-" + page;
    return (page >= 1250 && page <= 1258) || name.startsWith("x-")
        ? Charset.forName(name)
        : Charset.forName("windows-1252");
  }

  private Markup styles() {
    Map<String, Integer> own = new LinkedHashMap<>();
    Markup xfs = new Markup();
    for (int look : looks) {
      String code = formats.getOrDefault(look, "");
      int id = look <= 49 && look != 0 ? look : 0;
      if (!code.isEmpty() && !code.equalsIgnoreCase("General")) {
        id = own.computeIfAbsent(code, _ -> FIRST_OWN_FORMAT + own.size());
      }
      xfs.raw("<xf").attribute("numFmtId", id).raw(" applyNumberFormat=\"1\"/>");
    }
    Markup xml = new Markup().raw("<styleSheet").raw(SheetBook.NAMESPACES).raw(">");
    if (!own.isEmpty()) {
      xml.raw("<numFmts").attribute("count", own.size()).raw(">");
      own.forEach((code, id) ->
          xml.raw("<numFmt").attribute("numFmtId", id).attribute("formatCode", code).raw("/>"));
      xml.raw("</numFmts>");
    }
    xml.raw("<fonts><font><sz val=\"10\"/><name val=\"Arial\"/></font></fonts><fills><fill>");
    xml.raw("<patternFill patternType=\"none\"/></fill></fills><borders><border/></borders>");
    xml.raw("<cellStyleXfs><xf/></cellStyleXfs><cellXfs>").append(xfs);
    return xml.raw(looks.isEmpty() ? "<xf/></cellXfs></styleSheet>" : "</cellXfs></styleSheet>");
  }
}

package fr.bastide.airlock.internal.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.zip.ZipWriting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XlsbDisarmerTest {

  private static final String BASE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  /// Writes binary records (MS-XLSB 2.1.4).
  private static final class Records {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Records add(int type, Object... fields) {
      ByteBuffer body = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
      for (Object field : fields) {
        switch (field) {
          case Integer i -> body.putInt(i);
          case Short s -> body.putShort(s);
          case Byte b -> body.put(b);
          case Double d -> body.putDouble(d);
          default -> {
            byte[] text = field.toString().getBytes(StandardCharsets.UTF_16LE);
            body.putInt(text.length / 2).put(text);
          }
        }
      }
      number(type);
      number(body.position());
      out.write(body.array(), 0, body.position());
      return this;
    }

    private void number(int value) {
      if (value > 0x7f) {
        out.write((value & 0x7f) | 0x80);
        out.write(value >> 7);
      } else {
        out.write(value);
      }
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  private static byte[] file(Records sheet, String type) {
    ZipWriting zip = new ZipWriting();
    zip.add(
        "[Content_Types].xml",
        text(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Override PartName=\"/xl/workbook.bin\" ContentType=\"application/"
                + "vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>"));
    zip.add("_rels/.rels", links("officeDocument\" Target=\"xl/workbook.bin"));
    zip.add(
        "xl/workbook.bin",
        new Records().add(153, 1, 0, "").add(156, 1, 1, "rId1", "Recettes & dépenses").bytes());
    zip.add(
        "xl/_rels/workbook.bin.rels",
        links(
            type + "\" Target=\"worksheets/sheet1.bin",
            "sharedStrings\" Target=\"sharedStrings.bin",
            "styles\" Target=\"styles.bin",
            "vbaProject\" Target=\"evil.bin"));
    zip.add("xl/worksheets/sheet1.bin", sheet.bytes());
    zip.add(
        "xl/sharedStrings.bin",
        new Records().add(19, (byte) 0, "partagé <1>").add(19, (byte) 0, "deux").bytes());
    zip.add(
        "xl/styles.bin",
        new Records()
            .add(44, (short) 164, "dd/mm/yyyy")
            .add(617, 2)
            .add(47, (short) 0, (short) 0)
            .add(47, (short) 0, (short) 164)
            .add(618)
            .bytes());
    zip.add("xl/evil.bin", text("evil"));
    return zip.bytes();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] links(String... links) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < links.length; i++) {
      list.append("<Relationship Id=\"rId").append(i + 1).append("\" Type=\"").append(BASE);
      list.append(links[i]).append("\"/>");
    }
    return text(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + list
            + "</Relationships>");
  }

  @Test
  void valuesAndFormatsAreConverted() throws IOException {
    Records sheet =
        new Records()
            .add(60, 0, 1, 256 * 20, 0, (short) 0)
            .add(0, 0, 0)
            .add(7, 0, 0, 0)
            .add(5, 1, 1, 45_000.5)
            .add(2, 27, 0, 1_234 << 2 | 2)
            .add(2, 28, 0, 1_250 << 2 | 3)
            .add(4, 29, 0, (byte) 1)
            .add(3, 30, 0, (byte) 0x2a)
            .add(0, 9, 0)
            .add(6, 0, 0, "direct")
            .add(9, 1, 0, 7.0, (short) 0, 1, 0x12345678)
            .add(8, 2, 0, "calculé", (short) 0, 1, 0)
            .add(176, 0, 1, 0, 2);
    Passing passing = Passing.of("budget.xlsb", file(sheet, "worksheet"), "standard");
    assertThat(passing.faults()).isEmpty();
    assertThat(passing.name()).isEqualTo("budget.xlsx");
    assertThat(passing.threats()).contains(Threat.CONVERTED, Threat.MACRO);
    assertThat(passing.part("xl/worksheets/sheet1.xml"))
        .contains("<c r=\"A1\" t=\"s\"><v>0</v>")
        .contains("<c r=\"B1\" s=\"1\"><v>45000.5</v>")
        .contains("<c r=\"AB1\"><v>1234</v>")
        .contains("<c r=\"AC1\"><v>12.5</v>")
        .contains("<c r=\"AD1\" t=\"b\"><v>1</v>")
        .contains("<c r=\"AE1\" t=\"e\"><v>#N/A</v>")
        .contains("<row r=\"10\">")
        .contains("direct", "<v>7</v>", "calculé", "A1:C2", "width=\"20.0\"");
    assertThat(passing.part("xl/workbook.xml"))
        .contains("Recettes &amp; dépenses", "date1904")
        .doesNotContain("hidden");
    assertThat(passing.part("xl/styles.xml")).contains("dd/mm/yyyy", "numFmtId=\"164\"");
    assertThat(passing.part("xl/sharedStrings.xml")).contains("partagé &lt;1&gt;");
    assertThat(passing.all()).doesNotContain("evil");
  }

  @Test
  void aBookOfMacrosAloneIsRefused() {
    assertThat(Passing.outcome("a.xlsb", file(new Records(), "xlMacrosheet"), "standard"))
        .isEqualTo(new Outcome.Refused(Reason.FORBIDDEN_KIND, "xl/workbook.bin"));
  }

  @Test
  void recordsThatLieAreRefused() {
    for (Records sheet :
        new Records[] {
          new Records().add(5, 0, 0, 1.0),
          new Records().add(0, 5).add(0, 5),
          new Records().add(0, -1),
          new Records().add(0, 0).add(7, 0, 0, 2),
          new Records().add(0, 0).add(6, 0, 0, 1_000_000),
          new Records().add(0, 0).add(5, 20_000, 0, 1.0)
        }) {
      assertThat(Passing.outcome("a.xlsb", file(sheet, "worksheet"), "standard"))
          .isEqualTo(new Outcome.Refused(Reason.MALFORMED, "xl/worksheets/sheet1.bin"));
    }
  }
}

package fr.bastide.airlock.internal.pixels;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes a PDF of pictures with invisible words over them (ISO 32000-2, 9.3.6, mode 3). The words
/// are in the Western encoding of PDF; others stay in the picture alone.
final class PicturePdf {

  private static final int CATALOG = 1;
  private static final int PAGES = 2;
  private static final int FONT = 3;
  private static final int OBJECTS_PER_PAGE = 3;
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();
  private final List<Integer> pages = new ArrayList<>();

  PicturePdf() {
    text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    for (int i = 0; i <= FONT; i++) {
      places.add(0);
    }
  }

  void add(PageDrawing.Page page) {
    int first = FONT + 1 + OBJECTS_PER_PAGE * pages.size();
    pages.add(first);
    begin(first);
    text(
        String.format(
            Locale.ROOT,
            "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R"
                + "/Resources<</XObject<</I %d 0 R>>/Font<</F %d 0 R>>>>>>\nendobj\n",
            PAGES,
            page.width(),
            page.height(),
            first + 1,
            first + 2,
            FONT));
    byte[] content = content(page).getBytes(StandardCharsets.ISO_8859_1);
    begin(first + 1);
    stream("", content);
    begin(first + 2);
    stream(
        "/Type/XObject/Subtype/Image/Width "
            + page.wide()
            + "/Height "
            + page.high()
            + "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
        page.jpeg());
  }

  private static String content(PageDrawing.Page page) {
    StringBuilder content = new StringBuilder();
    content.append(
        String.format(
            Locale.ROOT, "q %.2f 0 0 %.2f 0 0 cm /I Do Q\nBT 3 Tr\n", page.width(), page.height()));
    for (PageDrawing.PlacedText text : page.texts()) {
      content.append(
          String.format(
              Locale.ROOT,
              "/F %.2f Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj\n",
              text.size(),
              text.x(),
              text.y(),
              escaped(text.text())));
    }
    return content.append("ET\n").toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .filter(c -> c >= ' ' && WESTERN.newEncoder().canEncode((char) c))
        .forEach(c -> {
          if (c == '(' || c == ')' || c == '\\') {
            escaped.append('\\');
          }
          byte one = String.valueOf((char) c).getBytes(WESTERN)[0];
          escaped.append((char) (one & 0xff));
        });
    return escaped.toString();
  }

  /// The whole file.
  byte[] bytes() {
    begin(CATALOG);
    text("<</Type/Catalog/Pages " + PAGES + " 0 R>>\nendobj\n");
    begin(PAGES);
    StringBuilder kids = new StringBuilder();
    pages.forEach(page -> kids.append(page).append(" 0 R "));
    text("<</Type/Pages/Kids[" + kids + "]/Count " + pages.size() + ">>\nendobj\n");
    begin(FONT);
    text("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\nendobj\n");
    int start = out.size();
    text("xref\n0 " + places.size() + "\n0000000000 65535 f \n");
    for (int place : places.subList(1, places.size())) {
      text(String.format(Locale.ROOT, "%010d 00000 n \n", place));
    }
    text(
        "trailer\n<</Size "
            + places.size()
            + "/Root "
            + CATALOG
            + " 0 R>>\nstartxref\n"
            + start
            + "\n%%EOF\n");
    return out.toByteArray();
  }

  private void begin(int number) {
    while (places.size() <= number) {
      places.add(0);
    }
    places.set(number, out.size());
    text(number + " 0 obj\n");
  }

  private void stream(String entries, byte[] data) {
    text("<<" + entries + "/Length " + data.length + ">>\nstream\n");
    out.writeBytes(data);
    text("\nendstream\nendobj\n");
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}

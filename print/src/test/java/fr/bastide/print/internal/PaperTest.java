package fr.bastide.print.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperTest {

  private static final Paper.Identity IDENTITY = new Paper.Identity("Titre", "fr");

  @Test
  void nothingOutsideIsRead(@TempDir Path folder) throws Exception {
    Path picture = Files.writeString(folder.resolve("secret.css"), "body::before{content:'S'}");
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(300);
      String web = "http://127.0.0.1:" + server.getLocalPort();
      Paper.Sheets sheets =
          Paper.lay(
              page(
                  "<link rel=\"stylesheet\" href=\""
                      + picture.toUri()
                      + "\"/>"
                      + "<style>@import url('"
                      + web
                      + "/a.css'); @font-face {font-family: X;"
                      + " src: url('"
                      + web
                      + "/x.ttf')} body {font-family: 'Source Sans', X;"
                      + " background: url('"
                      + web
                      + "/b.png')}</style>",
                  "<p>Bonjour</p><img src=\"" + web + "/c.png\" alt=\"\"/>"),
              IDENTITY);
      assertThat(text(sheets.bytes())).contains("Bonjour").doesNotContain("S");
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void documentTypesAreRefused() {
    String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><html>&e;</html>";
    assertThatThrownBy(() -> Paper.lay(evil, IDENTITY)).isInstanceOf(IOException.class);
  }

  @Test
  void shapesThatPlotsDoNotUseAreRefused() {
    String svg =
        "<div data-millimetres=\"50\"><svg width=\"10\" height=\"10\"><title>t</title><desc>d</desc>"
            + "<image href=\"file:///etc/hostname\"/></svg></div>";
    assertThatThrownBy(() -> Paper.lay(page("", svg), IDENTITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("image");
  }

  @Test
  void pagesAreCountedAndTheTitleIsShown() throws Exception {
    Paper.Sheets sheets = Paper.lay(page("", "<p>x</p>".repeat(300)), IDENTITY);
    try (PDDocument pdf = Loader.loadPDF(sheets.bytes())) {
      assertThat(sheets.pages()).isEqualTo(pdf.getNumberOfPages()).isGreaterThan(3);
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Titre");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
      assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      for (PDPage page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
  }

  private static String page(String head, String body) {
    return "<html lang=\"fr\"><head><title>Titre</title><meta name=\"subject\" content=\"s\"/>"
        + "<style>body { font-family: 'Source Sans'; }</style>"
        + head
        + "</head><body>"
        + body
        + "</body></html>";
  }

  private static String text(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(pdf);
    }
  }
}

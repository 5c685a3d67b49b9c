package fr.bastide.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// What a printed or downloaded document says.
final class Paper {

  private Paper() {}

  /// The words of a PDF document, each separated from the next by one space.
  static String words(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return oneLine(new PDFTextStripper().getText(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same words with every kind of white space as one plain space.
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!space) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString();
  }
}

package fr.bastide.print.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The faces embedded in documents: Source Sans for text, Source Serif for headings, both under the
/// SIL Open Font License 1.1. Nothing is taken from the machine.
final class Fonts {

  /// A face.
  ///
  /// @param family as named in the style sheet
  /// @param weight CSS weight
  /// @param style upright or slanted
  /// @param file the whole TrueType file
  @SuppressWarnings("ArrayRecordComponent") // kept here, never compared
  private record Face(String family, int weight, FontStyle style, byte[] file) {

    static Face of(String family, int weight, FontStyle style, String resource) {
      return new Face(family, weight, style, bytes(resource));
    }
  }

  private static final String SANS = "/fonts/ttf/SourceSansPro/SourceSansPro-";
  private static final Face REGULAR =
      Face.of("Source Sans", 400, FontStyle.NORMAL, SANS + "Regular.ttf");
  private static final Face HEAVY =
      Face.of("Source Sans", 600, FontStyle.NORMAL, SANS + "SemiBold.ttf");
  private static final Face HEADING =
      Face.of(
          "Source Serif",
          600,
          FontStyle.NORMAL,
          "/fr/bastide/print/fonts/SourceSerif4_600SemiBold.ttf");

  private Fonts() {}

  /// Makes the faces available to one document, each embedded as the subset it needs. Ligatures are
  /// left out: they cost more than half of the layout and hide letters from some screen readers.
  ///
  /// @return the open font files, to be closed once the document is written
  static List<TrueTypeFont> register(PdfRendererBuilder builder, PDDocument document)
      throws IOException {
    List<TrueTypeFont> open = new ArrayList<>();
    for (Face face : List.of(REGULAR, HEAVY, HEADING)) {
      TrueTypeFont font = parsed(face);
      font.setEnableGsub(false);
      open.add(font);
      PDFontSupplier supplier = new PDFontSupplier(PDType0Font.load(document, font, true));
      builder.useFont(supplier, face.family(), face.weight(), face.style(), true);
    }
    return open;
  }

  /// The outlines of the face in which a text of a picture is set.
  static Outlines outlines(boolean heading, boolean heavy) {
    if (heading) {
      return Faces.HEADING;
    }
    return heavy ? Faces.HEAVY : Faces.REGULAR;
  }

  /// Parsed on first use.
  private static final class Faces {
    private static final Outlines REGULAR = new Outlines(parsed(Fonts.REGULAR));
    private static final Outlines HEAVY = new Outlines(parsed(Fonts.HEAVY));
    private static final Outlines HEADING = new Outlines(parsed(Fonts.HEADING));
  }

  private static TrueTypeFont parsed(Face face) {
    try {
      return new TTFParser().parse(new RandomAccessReadBuffer(face.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(face.family(), e);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}

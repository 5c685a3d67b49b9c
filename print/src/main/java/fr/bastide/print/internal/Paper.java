package fr.bastide.print.internal;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Lays out a page of our own as PDF/UA-1. Reads nothing but the text given: no file, no network.
public final class Paper {

  private Paper() {}

  /// A document and how many pages it takes.
  ///
  /// @param bytes the PDF
  /// @param pages its number of pages
  @SuppressWarnings("ArrayRecordComponent") // handed over at once, never compared
  public record Sheets(byte[] bytes, int pages) {}

  /// Lays out a document.
  ///
  /// @param xhtml well-formed, without document type
  /// @param identity title and language
  /// @throws IOException when the layout fails
  public static Sheets lay(String xhtml, Identity identity) throws IOException {
    quiet();
    Document document = parsed(xhtml);
    describe(document);
    try (PDDocument pdf = Loader.loadPDF(laid(document))) {
      UniversalAccess.complete(pdf, identity);
      ByteArrayOutputStream finished = new ByteArrayOutputStream(200_000);
      pdf.save(finished);
      return new Sheets(finished.toByteArray(), pdf.getNumberOfPages());
    }
  }

  private static byte[] laid(Document document) throws IOException {
    ByteArrayOutputStream laid = new ByteArrayOutputStream(200_000);
    List<TrueTypeFont> fonts = List.of();
    try (PDDocument empty = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      fonts = Fonts.register(builder, empty);
      builder.usePDDocument(empty);
      builder.usePdfUaAccessibility(true);
      builder.usePdfVersion(1.7f);
      builder.withProducer("Bastide");
      builder.useSVGDrawer(new FigureDrawer());
      builder.useUnicodeLineBreaker(new LineBreaks());
      sealOff(builder);
      builder.withW3cDocument(document, "");
      builder.toStream(laid);
      builder.run();
    } finally {
      for (TrueTypeFont font : fonts) {
        font.close();
      }
    }
    return laid.toByteArray();
  }

  /// Nothing outside the text is ever read.
  private static void sealOff(PdfRendererBuilder builder) {
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.useUriResolver((base, uri) -> null);
  }

  /// The layout engine tells every step by default; only what went wrong is of interest.
  private static void quiet() {
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  /// What a document says about itself.
  ///
  /// @param title shown in the title bar
  /// @param language BCP 47 tag
  public record Identity(String title, String language) {}

  private static Document parsed(String xhtml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("a template is not well-formed: " + e.getMessage(), e);
    }
  }

  /// Gives each picture the alternative text and the size that the layout engine looks for.
  private static void describe(Document document) {
    NodeList pictures = document.getElementsByTagName("svg");
    for (int i = 0; i < pictures.getLength(); i++) {
      Element picture = (Element) pictures.item(i);
      picture.setAttribute("alt", text(picture, "title") + ". " + text(picture, "desc"));
      Element frame = (Element) picture.getParentNode();
      double wide = FigurePainter.number(frame, "data-millimetres");
      double high =
          wide * FigurePainter.number(picture, "height") / FigurePainter.number(picture, "width");
      picture.setAttribute("style", "width:" + wide + "mm;height:" + high + "mm");
    }
  }

  private static String text(Element picture, String name) {
    return picture.getElementsByTagName(name).item(0).getTextContent();
  }
}

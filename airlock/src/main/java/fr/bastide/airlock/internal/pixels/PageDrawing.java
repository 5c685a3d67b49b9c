package fr.bastide.airlock.internal.pixels;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Pages of a document as pictures, and the words on them with their places.
final class PageDrawing {

  private static final float POINTS_PER_INCH = 72;
  private static final float DOTS_PER_INCH = 120;
  private static final double MOST_PIXELS = 4_000_000;
  private static final float QUALITY = 0.8f;

  private final PDDocument document;
  private final PDFRenderer renderer;

  PageDrawing(PDDocument document) {
    this.document = document;
    this.renderer = new PDFRenderer(document);
  }

  /// @param width of the page, in points
  /// @param height of the page, in points
  /// @param wide picture's width, in pixels
  /// @param high picture's height, in pixels
  @SuppressWarnings("ArrayRecordComponent") // a value on its way, never compared
  record Page(float width, float height, int wide, int high, byte[] jpeg, List<PlacedText> texts) {}

  /// @param x from the left, in points
  /// @param y of the baseline from the foot, in points
  /// @param size of the type, in points
  record PlacedText(String text, float x, float y, float size) {}

  Page page(int index) throws IOException {
    PDPage page = document.getPage(index);
    double points = (double) page.getCropBox().getWidth() * page.getCropBox().getHeight();
    double scale =
        Math.min(DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(MOST_PIXELS / Math.max(1, points)));
    BufferedImage image = renderer.renderImage(index, (float) scale, ImageType.RGB);
    float width = (float) (image.getWidth() / scale);
    float height = (float) (image.getHeight() / scale);
    return new Page(
        width, height, image.getWidth(), image.getHeight(), jpeg(image), texts(index, height));
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private List<PlacedText> texts(int index, float height) throws IOException {
    List<PlacedText> texts = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> places) {
            TextPosition first = places.getFirst();
            texts.add(
                new PlacedText(
                    text,
                    first.getXDirAdj(),
                    height - first.getYDirAdj(),
                    Math.max(1, first.getFontSizeInPt())));
          }
        };
    stripper.setStartPage(index + 1);
    stripper.setEndPage(index + 1);
    stripper.setSortByPosition(true);
    stripper.getText(document);
    return texts;
  }
}

package fr.bastide.print.internal;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Hands the plots in a document to the [FigurePainter], at the width that the style sheet gives.
final class FigureDrawer implements SVGDrawer {

  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext css, double cssWidth, double cssHeight, double dots) {
    double width = FigurePainter.number(svg, "width") * dots;
    double height = FigurePainter.number(svg, "height") * dots;
    double factor = 1;
    if (cssWidth > 0) {
      factor = cssWidth / width;
    } else if (cssHeight > 0) {
      factor = cssHeight / height;
    }
    return new Picture(svg, width * factor, height * factor, dots);
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
    // Pictures use the embedded faces only.
  }

  @Override
  public void addFontFile(File file, String family, @Nullable Integer weight, FontStyle style) {
    // Pictures use the embedded faces only.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  /// One picture, in dots of the page.
  private record Picture(Element svg, double width, double height, double dots)
      implements SVGImage {

    @Override
    public int getIntrinsicWidth() {
      return (int) Math.round(width);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.round(height);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      float wide = (float) (width / dots);
      float high = (float) (height / dots);
      device.drawWithGraphics(
          (float) x,
          (float) y,
          wide,
          high,
          graphics -> {
            double factor = wide / FigurePainter.number(svg, "width");
            graphics.scale(factor, factor);
            new FigurePainter(graphics).paint(svg);
          });
    }
  }
}

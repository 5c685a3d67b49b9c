package fr.bastide.print.internal;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;

/// Draws text as outlines of one face, so that pictures need no font of the machine.
final class Outlines {

  private final TrueTypeFont font;

  Outlines(TrueTypeFont font) {
    this.font = font;
  }

  /// The outline of a text whose baseline starts at the origin.
  ///
  /// @param size the height of the type
  synchronized Shape of(String text, double size) {
    try {
      GeneralPath path = new GeneralPath();
      CmapLookup characters = font.getUnicodeCmapLookup();
      double scale = size / font.getUnitsPerEm();
      double x = 0;
      for (int c : text.codePoints().toArray()) {
        int glyph = characters.getGlyphId(c);
        GlyphData outline = font.getGlyph().getGlyph(glyph);
        if (outline != null) {
          AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, 0);
          path.append(place.createTransformedShape(outline.getPath()), false);
        }
        x += font.getAdvanceWidth(glyph) * scale;
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a face in memory", e);
    }
  }

  /// How wide a text is.
  synchronized double width(String text, double size) {
    try {
      CmapLookup characters = font.getUnicodeCmapLookup();
      double units = 0;
      for (int c : text.codePoints().toArray()) {
        units += font.getAdvanceWidth(characters.getGlyphId(c));
      }
      return units * size / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a face in memory", e);
    }
  }
}

package fr.bastide.airlock.internal.image;

import java.awt.image.WritableRaster;

/// The four channels of a JPEG for print, brought to plain inks: 0 is no ink.
///
/// Files with Adobe's segment hold them inverted, and with its transform 2 as luminance and two
/// colour differences (Adobe technical note 5116).
final class InkSamples {

  private static final int LUMINANCE = 2;

  private InkSamples() {}

  static void normalise(WritableRaster samples, int adobe) {
    if (adobe < 0) {
      return;
    }
    int width = samples.getWidth();
    byte[] line = new byte[4 * width];
    for (int y = 0; y < samples.getHeight(); y++) {
      samples.getDataElements(0, y, width, 1, line);
      if (adobe == LUMINANCE) {
        colours(line);
      }
      for (int i = 0; i < line.length; i++) {
        line[i] = (byte) (255 - (line[i] & 0xff));
      }
      samples.setDataElements(0, y, width, 1, line);
    }
  }

  private static void colours(byte[] line) {
    for (int i = 0; i + 3 < line.length; i += 4) {
      float y = line[i] & 0xff;
      float cb = (line[i + 1] & 0xff) - 128f;
      float cr = (line[i + 2] & 0xff) - 128f;
      line[i] = clamp(y + 1.402f * cr);
      line[i + 1] = clamp(y - 0.344136f * cb - 0.714136f * cr);
      line[i + 2] = clamp(y + 1.772f * cb);
    }
  }

  private static byte clamp(float value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}

package fr.bastide.airlock.internal.pdf;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Shadings (ISO 32000-2, 8.7.4.5), by function or by mesh.
final class Shadings {

  private static final int FIRST_MESH = 4;
  private static final int LAST_MESH = 7;

  private final Rebuild rebuild;

  Shadings(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /// The shading; nothing when it is not understood.
  @Nullable COSBase copy(COSBase value) {
    if (!(value instanceof COSDictionary shading)) {
      return null;
    }
    int type = shading.getInt(COSName.SHADING_TYPE, 0);
    COSDictionary copy = new COSDictionary();
    rebuild
        .grammar
        .keys("Shading")
        .forEach((key, shape) -> {
          COSBase part = rebuild.copier.now(shading.getItem(key), shape);
          if (part != null) {
            copy.setItem(key, part);
          }
        });
    if (!copy.containsKey(COSName.COLORSPACE) || type < 1 || type > LAST_MESH) {
      return null;
    }
    if (type < FIRST_MESH) {
      return copy.containsKey(COSName.FUNCTION) ? copy : null;
    }
    return shading instanceof COSStream mesh
        ? rebuild.output.addDeflated(copy, rebuild.streams.plain(mesh, rebuild.place()))
        : null;
  }
}

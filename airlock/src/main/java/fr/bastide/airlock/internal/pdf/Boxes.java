package fr.bastide.airlock.internal.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/// Rectangles and matrices of the new document.
final class Boxes {

  private Boxes() {}

  /// The page of a document that names no size.
  static COSArray letter() {
    COSArray box = new COSArray();
    for (int side : new int[] {0, 0, 612, 792}) {
      box.add(COSInteger.get(side));
    }
    return box;
  }

  /// The numbers of an array, when it has as many and all are finite.
  static float @Nullable [] numbers(@Nullable COSBase value, int count) {
    if (!(Copier.resolve(value) instanceof COSArray array) || array.size() < count) {
      return null;
    }
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      if (!(Copier.resolve(array.get(i)) instanceof COSNumber number)
          || !Float.isFinite(number.floatValue())) {
        return null;
      }
      numbers[i] = number.floatValue();
    }
    return numbers;
  }

  /// What brings a form with this box and matrix onto a rectangle of the page (ISO 32000-2, 12.5.5,
  /// algorithm "appearance streams").
  static COSBase[] onto(float[] rectangle, float[] box, float[] matrix) {
    float left = Float.MAX_VALUE;
    float low = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      float x = box[i % 2 * 2];
      float y = box[i / 2 * 2 + 1];
      float tx = matrix[0] * x + matrix[2] * y + matrix[4];
      float ty = matrix[1] * x + matrix[3] * y + matrix[5];
      left = Math.min(left, tx);
      right = Math.max(right, tx);
      low = Math.min(low, ty);
      high = Math.max(high, ty);
    }
    float x = Math.min(rectangle[0], rectangle[2]);
    float y = Math.min(rectangle[1], rectangle[3]);
    float width = Math.abs(rectangle[2] - rectangle[0]);
    float height = Math.abs(rectangle[3] - rectangle[1]);
    float sx = right - left > 0 ? width / (right - left) : 1;
    float sy = high - low > 0 ? height / (high - low) : 1;
    return new COSBase[] {
      new COSFloat(sx),
      COSInteger.ZERO,
      COSInteger.ZERO,
      new COSFloat(sy),
      new COSFloat(x - left * sx),
      new COSFloat(y - low * sy)
    };
  }
}

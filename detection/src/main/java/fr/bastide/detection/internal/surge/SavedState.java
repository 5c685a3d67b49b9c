package fr.bastide.detection.internal.surge;

import fr.bastide.detection.DetectionException;
import fr.bastide.kernel.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// The frame of a saved state: what it is, its version, its length, itself and a CRC-32 of it.
public final class SavedState {

  private static final int LONGEST_TEXT = 1 << 20;

  private SavedState() {}

  /// Writes the content of a state.
  @FunctionalInterface
  public interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  /// Reads the content of a state.
  @FunctionalInterface
  public interface Reading {
    void read(DataInputStream in) throws IOException;
  }

  /// Writes a state of this kind and version.
  public static void write(OutputStream output, long magic, int version, Content content)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.write(new DataOutputStream(bytes));
    CRC32 sum = new CRC32();
    sum.update(bytes.toByteArray());
    DataOutputStream out = new DataOutputStream(output);
    out.writeLong(magic);
    out.writeInt(version);
    out.writeInt(bytes.size());
    bytes.writeTo(out);
    out.writeLong(sum.getValue());
    out.flush();
  }

  /// Reads a state of this kind and version.
  ///
  /// @throws DetectionException when it is of another version or damaged
  public static void read(InputStream input, long magic, int version, Reading reading)
      throws IOException {
    DataInputStream in = new DataInputStream(input);
    byte[] content;
    try {
      if (in.readLong() != magic) {
        throw damaged();
      }
      int found = in.readInt();
      if (found != version) {
        throw otherVersion(found, version);
      }
      int size = size(in, Integer.MAX_VALUE);
      content = in.readNBytes(size);
      CRC32 sum = new CRC32();
      sum.update(content);
      if (content.length < size || in.readLong() != sum.getValue() || in.read() >= 0) {
        throw damaged();
      }
      DataInputStream inner = new DataInputStream(new ByteArrayInputStream(content));
      reading.read(inner);
      if (inner.read() >= 0) {
        throw damaged();
      }
    } catch (java.io.EOFException _) {
      throw damaged();
    }
  }

  /// A size that is not above a bound.
  public static int size(DataInputStream in, int most) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > most) {
      throw damaged();
    }
    return size;
  }

  /// A number within bounds.
  public static double number(DataInputStream in, double least, double most) throws IOException {
    return number(in.readDouble(), least, most);
  }

  /// A number that was read, which must be within bounds and be one.
  static double number(double number, double least, double most) {
    if (number >= least && number <= most) {
      return number;
    }
    throw damaged();
  }

  /// Writes a text.
  public static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// Reads a text.
  public static String text(DataInputStream in) throws IOException {
    int size = size(in, LONGEST_TEXT);
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw damaged();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// What to say of a state that cannot be read.
  public static DetectionException damaged() {
    return new DetectionException(
        new Text(
            "L’état enregistré est abîmé ou n’en est pas un. Supprimez ce fichier\u00a0:"
                + " l’apprentissage repartira de zéro.",
            "The saved state is damaged, or is none. Delete that file: learning begins anew."));
  }

  private static DetectionException otherVersion(int found, int wanted) {
    return new DetectionException(
        new Text(
            "L’état enregistré vient d’une autre version du format ("
                + found
                + " au lieu de "
                + wanted
                + "). Supprimez ce fichier\u00a0: l’apprentissage repartira de zéro.",
            "The saved state is of another version of the format ("
                + found
                + " instead of "
                + wanted
                + "). Delete that file: learning begins anew."));
  }
}

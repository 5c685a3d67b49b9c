package fr.bastide.web.register;

import fr.bastide.loop.territory.BodyCsv;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A file that travels in the form between the trial run and the import, so that nothing is kept on
/// the server in between. It is examined again when it comes back.
final class PackedFile {

  /// The longest form field that carries one, in characters.
  static final int MOST = 700_000;

  private PackedFile() {}

  /// The file as a form field; empty when it does not fit.
  static Optional<String> pack(byte[] file) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    String field = Base64.getEncoder().encodeToString(packed.toByteArray());
    return field.length() <= MOST ? Optional.of(field) : Optional.empty();
  }

  /// The file of a form field; empty when the field holds none, or one too large.
  static Optional<byte[]> unpack(String field) {
    if (field.length() > MOST) {
      return Optional.empty();
    }
    try (GZIPInputStream zip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(field)))) {
      byte[] file = zip.readNBytes(BodyCsv.MAX_BYTES + 1);
      return file.length <= BodyCsv.MAX_BYTES ? Optional.of(file) : Optional.empty();
    } catch (IOException | IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }
}

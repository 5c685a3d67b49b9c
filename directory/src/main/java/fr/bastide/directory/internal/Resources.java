package fr.bastide.directory.internal;

import fr.bastide.directory.Directory;
import fr.bastide.directory.file.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The knowledge that comes with the engine.
final class Resources {

  private Resources() {}

  /// The bytes of a file beside the API's classes.
  static byte[] read(String name) {
    try (InputStream in = Directory.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the installation is damaged: " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }

  /// What was read of a file that comes with the engine: tests see to it that it is right.
  static <T> T usable(Reading<T> reading, String name) {
    return switch (reading) {
      case Reading.Usable<T> usable -> usable.value();
      case Reading.Refused<T> refused ->
          throw new IllegalStateException(name + ": " + refused.findings());
    };
  }
}

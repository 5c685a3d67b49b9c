package fr.bastide.web;

import fr.bastide.kernel.Text;
import fr.bastide.loop.account.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The password of the invented people: another one in each data directory, so that examples left
/// open on a network have no password that everybody knows.
final class ExamplePassword {

  private static final int LENGTH = 20;

  private ExamplePassword() {}

  /// The password of this data directory, made when first asked for and readable by its owner only.
  static String of(Path data) {
    Path file = data.resolve("examples.password");
    try {
      if (Files.notExists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Secrets.fresh().value().substring(0, LENGTH));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new WebException(
          new Text(
              "Le fichier " + file + " ne peut pas être lu\u00a0: vérifiez ses droits.",
              "The file " + file + " cannot be read: check its permissions."),
          e);
    }
  }
}

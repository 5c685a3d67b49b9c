package fr.bastide.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A file that is written whole or not at all.
///
/// @param path where it goes
record OutputFile(Path path) {

  /// Writes the content.
  @FunctionalInterface
  interface Content {
    void write(Writer writer) throws IOException;
  }

  /// Refuses early what could not be written later.
  void check() {
    Path folder = folder();
    if (Files.isDirectory(path)) {
      throw new UsageError(
          "%s est un dossier\u00a0: donnez le nom d’un fichier.".formatted(path),
          "%s is a folder: give the name of a file.".formatted(path));
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageError(
          "Le dossier de %s n’existe pas\u00a0: créez-le d’abord.".formatted(path),
          "The folder of %s does not exist: create it first.".formatted(path));
    }
    if (!Files.isWritable(folder)) {
      throw new UsageError(
          "Vous n’avez pas le droit d’écrire dans le dossier de %s.".formatted(path),
          "You may not write into the folder of %s.".formatted(path));
    }
  }

  /// Writes it unless there is one already.
  void writeNew(byte[] bytes) throws IOException {
    checkNew();
    write(bytes);
  }

  /// Refuses early what could not be written later, and a file that is there.
  void checkNew() {
    check();
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageError(
          path + " existe déjà\u00a0: choisissez un autre nom.",
          path + " exists already: choose another name.");
    }
  }

  /// Writes it: a file that was there stays whole until the new one is.
  void write(byte[] bytes) throws IOException {
    Path partial = partial();
    try {
      Files.write(partial, bytes, StandardOpenOption.CREATE_NEW);
      Files.move(partial, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /// Writes it piece by piece, as [#write(byte[])] does.
  void write(Content content) throws IOException {
    Path partial = partial();
    try {
      try (BufferedWriter writer =
          Files.newBufferedWriter(partial, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
        content.write(writer);
      } catch (UncheckedIOException failure) {
        throw failure.getCause();
      }
      Files.move(partial, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /// A name of its own beside the file, with the rights that new files have here.
  private Path partial() {
    return folder().resolve(".bastide-" + UUID.randomUUID() + ".part");
  }

  private Path folder() {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }
}

package fr.bastide.detection.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Releases of rules for tests.
final class Release {

  private Release() {}

  static String rule(int number) {
    return """
    title: Rule %d
    id: 6f1d7a52-8f0e-4c52-9d3f-0a4c%08d
    date: 2026-01-%02d
    logsource:
      product: windows
    detection:
      a:
        CommandLine|contains: word%d
      condition: a
    """
        .formatted(number, number, 1 + number % 28, number);
  }

  /// An archive with so many rules and a licence.
  static Path of(Path file, int from, int count) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      add(zip, "LICENSE", "Detection Rule License");
      for (int i = from; i < from + count; i++) {
        add(zip, "rules/rule" + i + ".yml", rule(i));
      }
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}

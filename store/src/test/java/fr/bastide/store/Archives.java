package fr.bastide.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Takes a backup apart and puts it together again, changed.
final class Archives {

  private Archives() {}

  static Map<String, byte[]> with(Map<String, byte[]> entries, String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return entries;
  }

  static Map<String, byte[]> without(Map<String, byte[]> entries, String name) {
    entries.remove(name);
    return entries;
  }

  static byte[] entry(Map<String, byte[]> entries, String name) {
    return Optional.ofNullable(entries.get(name)).orElseThrow();
  }

  static Map<String, byte[]> entries(Path file) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  static void rewrite(Path from, Path to, UnaryOperator<Map<String, byte[]>> change)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(to);
        var zip = new ZipOutputStream(out)) {
      for (var entry : change.apply(entries(from)).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }
}

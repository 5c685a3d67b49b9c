package fr.bastide.store.internal;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/// Whatever file is restored from, it is either whole or refused in words.
class BackupFileFuzz {

  private static final int MOST_ENTRIES = 4;

  @FuzzTest(maxDuration = "30s")
  void anyFileIsWholeOrRefused(byte[] file) throws IOException {
    open(file);
  }

  /// A right archive around any manifest and any content.
  @FuzzTest(maxDuration = "30s")
  void anyArchiveIsWholeOrRefused(FuzzedDataProvider data) throws IOException {
    var out = new ByteArrayOutputStream();
    Set<String> names = new HashSet<>();
    try (var zip = new ZipOutputStream(out)) {
      var manifest = new StringBuilder();
      int entries = data.consumeInt(0, MOST_ENTRIES);
      for (int i = 0; i < entries; i++) {
        var name =
            data.pickValue(new String[] {"body", "answer", "../x", "A", data.consumeString(9)});
        var content = data.consumeBytes(200);
        add(zip, names, "tables/" + name + ".copy", content);
        manifest
            .append(manifest.isEmpty() ? "" : ",")
            .append(
                table(name, data.consumeBoolean() ? content.length : data.consumeLong(), content));
      }
      var sequences = data.consumeString(40);
      var text =
          data.consumeBoolean()
              ? data.consumeRemainingAsString()
              : """
              {"format":"bastide-backup","formatVersion":1,"schemaVersion":"6",\
              "created":"2026-11-24T09:00:00Z","tables":[%s],"sequences":[%s]}\
              """
                  .formatted(manifest, sequences);
      add(zip, names, "manifest.json", text.getBytes(StandardCharsets.UTF_8));
    }
    open(out.toByteArray());
  }

  private static String table(String name, long bytes, byte[] content) {
    return """
    {"name":"%s","columns":["id"],"rows":1,"bytes":%d,"sha256":"%s"}\
    """
        .formatted(name, bytes, sha256(content));
  }

  private static void add(ZipOutputStream zip, Set<String> names, String name, byte[] content)
      throws IOException {
    if (!names.add(name)) {
      return;
    }
    try {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    } catch (IllegalArgumentException | ZipException unwritable) {
      // This name cannot be in an archive: another one will be tried.
      names.remove(name);
    }
  }

  private static void open(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("bastide-fuzz-", ".backup");
    try {
      Files.write(file, bytes);
      try (var backup = BackupFile.open(file)) {
        checkWhole(backup, bytes.length);
      } catch (StoreException refused) {
        check(
            refused.text().fr().contains("Rien n’a été changé"),
            "it does not say that nothing was");
        check(refused.text().fr().length() < 1_000, "the message is as long as the file");
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void checkWhole(BackupFile backup, long size) throws IOException {
    long sum = 0;
    Set<String> names = new HashSet<>();
    for (var table : backup.manifest().tables()) {
      check(names.add(table.name()), "one table twice");
      check(table.name().chars().allMatch(c -> c < 128 && c != '/' && c != '.'), "a path");
      var counted = new Counted();
      try (var in = backup.content(table, counted)) {
        sum += in.readAllBytes().length;
      }
      backup.check(table, counted);
    }
    check(sum <= size * 1_032, "more than a ZIP can hold");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

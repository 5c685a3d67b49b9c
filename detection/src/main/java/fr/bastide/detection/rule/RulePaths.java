package fr.bastide.detection.rule;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.internal.rule.DocumentReader;
import fr.bastide.detection.internal.rule.Drafts;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The rule files under some paths.
///
/// @param sources in reading order
/// @param refusals what could not be looked into
record RulePaths(List<Source> sources, List<Refusal> refusals) {

  private static final int MAX_FILES = 100_000;
  private static final int MAX_DEPTH = 64;
  private static final long MAX_ARCHIVE_BYTES = 512L << 20;

  /// A file that can be read.
  interface Source {
    Drafts read(DocumentReader reader);
  }

  static RulePaths find(List<Path> paths) {
    RulePaths found = new RulePaths(new ArrayList<>(), new ArrayList<>());
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        found.folder(path);
      } else if (!Files.exists(path)) {
        throw new DetectionException(
            new Text(
                "Il n’y a rien à «\u00a0" + path + "\u00a0»\u00a0: vérifiez le chemin des règles.",
                "There is nothing at '" + path + "': check the path of the rules."));
      } else if (named(path, ".zip")) {
        found.archive(path);
      } else {
        found.sources.add(reader -> file(path, reader));
      }
    }
    return found;
  }

  private static boolean named(Path path, String end) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(end);
  }

  private void folder(Path root) {
    List<Path> files = new ArrayList<>();
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && (named(file, ".yml") || named(file, ".yaml"))) {
              files.add(file);
            }
            return files.size() < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            refusals.add(unreadable(file.toString()));
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, visitor);
    } catch (IOException failure) {
      refusals.add(unreadable(root.toString()));
    }
    if (files.size() >= MAX_FILES) {
      refusals.add(tooMany(root));
    }
    files.sort(Comparator.naturalOrder());
    files.forEach(path -> sources.add(reader -> file(path, reader)));
  }

  private static Drafts file(Path path, DocumentReader reader) {
    try (InputStream input = Files.newInputStream(path)) {
      return read(path.toString(), input, reader);
    } catch (IOException failure) {
      return Drafts.refused(unreadable(path.toString()));
    }
  }

  /// Reads no more than a rule file may have.
  private static Drafts read(String name, InputStream input, DocumentReader reader)
      throws IOException {
    byte[] bytes = input.readNBytes(DocumentReader.MAX_BYTES + 1);
    return bytes.length > DocumentReader.MAX_BYTES
        ? Drafts.refused(RuleReader.refusal(name, DocumentReader.tooLarge()))
        : reader.read(name, bytes);
  }

  private void archive(Path path) {
    List<RuleFile> files = new ArrayList<>();
    long total = 0;
    try (ZipFile archive = new ZipFile(path.toFile())) {
      List<ZipEntry> entries = new ArrayList<>();
      for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (!entry.isDirectory() && (name.endsWith(".yml") || name.endsWith(".yaml"))) {
          entries.add(entry);
        }
      }
      entries.sort(Comparator.comparing(ZipEntry::getName));
      for (ZipEntry entry : entries) {
        if (files.size() >= MAX_FILES || total > MAX_ARCHIVE_BYTES) {
          refusals.add(tooMany(path));
          break;
        }
        try (InputStream input = archive.getInputStream(entry)) {
          byte[] bytes = input.readNBytes(DocumentReader.MAX_BYTES + 1);
          total += bytes.length;
          files.add(new RuleFile(path + "!" + entry.getName(), bytes));
        }
      }
    } catch (IOException failure) {
      refusals.add(unreadable(path.toString()));
    }
    files.forEach(file -> sources.add(reader -> reader.read(file.name(), file.bytes())));
  }

  private static Refusal unreadable(String name) {
    return RuleReader.refusal(
        name,
        new Text(
            "Ce fichier ne peut pas être lu\u00a0: vérifiez vos droits et qu’il est intact.",
            "This file cannot be read: check your permissions and that it is intact."));
  }

  private static Refusal tooMany(Path path) {
    return RuleReader.refusal(
        path.toString(),
        new Text(
            "Trop de fichiers de règles ici\u00a0: la suite n’a pas été lue, répartissez-les.",
            "Too many rule files here: the rest was not read, spread them over several."));
  }
}

package fr.bastide.cli;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/// The log files to read, in a fixed order; the standard input is a path of its own.
///
/// @param files files, folders already walked
/// @param unreadable folders that could not be looked into
record LogFiles(List<LogFile> files, List<String> unreadable) {

  /// The word for the standard input.
  static final String STANDARD_INPUT = "-";

  private static final int MAX_DEPTH = 64;

  LogFiles {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }

  static boolean standardInput(Path path) {
    return path.toString().equals(STANDARD_INPUT);
  }

  /// Whether something is among them that may never end, such as the standard input or a pipe.
  boolean live() {
    return files.stream().anyMatch(file -> !Files.isRegularFile(file.path()));
  }

  /// Walks folders without following links.
  ///
  /// @param tenants whether each folder under a folder that is asked for is a body of its own
  static LogFiles find(List<Path> asked, boolean tenants) throws IOException {
    List<LogFile> found = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Path path : asked) {
      if (standardInput(path) || Files.isRegularFile(path)) {
        found.add(new LogFile(path, ""));
      } else if (Files.isDirectory(path)) {
        folder(path, unreadable)
            .forEach(file -> found.add(new LogFile(file, tenants ? tenant(path, file) : "")));
      } else if (Files.exists(path)) {
        // a pipe or a device: read to its end
        found.add(new LogFile(path, ""));
      } else {
        throw new UsageError(
            "--input\u00a0: il n’y a rien à %s\u00a0: vérifiez le chemin.".formatted(path),
            "--input: there is nothing at %s: check the path.".formatted(path));
      }
    }
    if (found.isEmpty() && unreadable.isEmpty()) {
      throw new UsageError(
          "--input\u00a0: il n’y a aucun fichier sous %s.".formatted(asked.getFirst()),
          "--input: there is no file under %s.".formatted(asked.getFirst()));
    }
    return new LogFiles(found, unreadable);
  }

  private static List<Path> folder(Path root, List<String> unreadable) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        MAX_DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable.add(file.toString());
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.naturalOrder());
    return files;
  }

  /// The name of the first folder below the root; of the root itself for what lies right in it.
  private static String tenant(Path root, Path file) {
    Path below = root.relativize(file);
    Path named = below.getNameCount() > 1 ? below : root.toAbsolutePath().normalize();
    Path name = named == below ? below.getName(0) : named.getFileName();
    return name == null ? "" : name.toString();
  }
}

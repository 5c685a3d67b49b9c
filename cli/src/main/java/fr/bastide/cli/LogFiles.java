package fr.bastide.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The log files to read, in a fixed order; the standard input is a path of its own.
///
/// @param paths files, folders already walked
record LogFiles(List<Path> paths) {

  /// The word for the standard input.
  static final String STANDARD_INPUT = "-";

  LogFiles {
    paths = List.copyOf(paths);
  }

  static Path named(String word) {
    return Path.of(word);
  }

  static boolean standardInput(Path path) {
    return path.toString().equals(STANDARD_INPUT);
  }

  /// Walks folders without following links.
  static LogFiles find(List<Path> asked) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path path : asked) {
      if (standardInput(path) || Files.isRegularFile(path)) {
        found.add(path);
      } else if (Files.isDirectory(path)) {
        try (Stream<Path> walk = Files.walk(path)) {
          walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .forEach(found::add);
        }
      } else {
        throw new UsageError(
            "--input : il n’y a rien à %s.".formatted(path),
            "--input: there is nothing at %s.".formatted(path));
      }
    }
    return new LogFiles(found);
  }
}

package fr.bastide.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A file to disarm, and the folder it stands in below the one asked for.
///
/// @param path where it is
/// @param folder its folder, relative; empty for the top
/// @param name its name alone
record FileAtDoor(Path path, Path folder, String name) {

  /// One file, or every regular file below a folder in a fixed order; links are not followed.
  ///
  /// @throws UsageError when there is nothing of that name
  static List<FileAtDoor> find(Path asked) throws IOException {
    if (Files.isRegularFile(asked)) {
      return List.of(new FileAtDoor(asked, Path.of(""), String.valueOf(asked.getFileName())));
    }
    if (!Files.isDirectory(asked)) {
      throw new UsageError(
          "Il n’y a rien à %s.".formatted(asked), "There is nothing at %s.".formatted(asked));
    }
    List<FileAtDoor> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(asked)) {
      walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .forEach(file -> {
            Path relative = asked.relativize(file);
            Path folder = relative.getParent();
            found.add(
                new FileAtDoor(
                    file,
                    folder == null ? Path.of("") : folder,
                    String.valueOf(relative.getFileName())));
          });
    }
    return found;
  }
}

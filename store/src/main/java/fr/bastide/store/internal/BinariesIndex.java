package fr.bastide.store.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The list of files and sizes written last into an unpacked directory, by which a missing or
/// shortened file is noticed at the next start.
final class BinariesIndex {

  private static final String NAME = "bastide.index";

  private BinariesIndex() {}

  static void write(Path home, List<Path> files) throws IOException {
    var lines = new ArrayList<String>();
    for (var file : files) {
      lines.add(size(file) + " " + home.relativize(file));
    }
    Files.write(home.resolve(NAME), lines, StandardCharsets.UTF_8);
  }

  static boolean matches(Path home) {
    try {
      var lines = Files.readAllLines(home.resolve(NAME), StandardCharsets.UTF_8);
      for (var line : lines) {
        var space = line.indexOf(' ');
        if (space < 1
            || !line.substring(0, space).equals(sizeOf(home, line.substring(space + 1)))) {
          return false;
        }
      }
      return !lines.isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static String sizeOf(Path home, String name) throws IOException {
    return Long.toString(size(home.resolve(name)));
  }

  private static long size(Path file) throws IOException {
    return Files.readAttributes(
            file, java.nio.file.attribute.BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .size();
  }
}

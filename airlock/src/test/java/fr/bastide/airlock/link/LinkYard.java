package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A folder with the keys of both sides, and what tests drop into it and find in it.
final class LinkYard {

  final Path root;
  final Map<String, String> dropped = new TreeMap<>();

  LinkYard(Path root) throws IOException {
    this.root = root;
    LocalDate today = LocalDate.now(java.time.Clock.systemUTC());
    new KeyFolder(root.resolve("low-keys")).make(LinkKeys.Side.LOW, today);
    new KeyFolder(root.resolve("high-keys")).make(LinkKeys.Side.HIGH, today);
    carry("low-keys/low.public", "high-keys/low.public");
    carry("low-keys/link.secret", "high-keys/link.secret");
    carry("high-keys/high.public", "low-keys/high.public");
    Files.createDirectories(root.resolve("in"));
  }

  void carry(String from, String to) throws IOException {
    Files.copy(
        root.resolve(from),
        root.resolve(to),
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Drops a file of random bytes.
  void drop(String name, int bytes, Random random) throws IOException {
    byte[] content = new byte[bytes];
    random.nextBytes(content);
    Path half = root.resolve("in").resolve("." + name);
    Files.write(half, content);
    Files.move(half, root.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    dropped.put(name, Manifest.hash(content));
  }

  /// What was published in the flow `files`: content hash by name, without the number.
  Map<String, String> published() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      String hash = Manifest.hash(Files.readAllBytes(file));
      String twice = found.put(name.substring(name.indexOf('-') + 1), hash);
      if (twice != null) {
        throw new AssertionError("published twice: " + name);
      }
    }
    return found;
  }

  /// The content files of the flow `files`.
  List<Path> files() throws IOException {
    Path flow = root.resolve("out/files");
    List<Path> all = new ArrayList<>();
    if (Files.isDirectory(flow)) {
      try (Stream<Path> files = Files.list(flow)) {
        files.filter(f -> !f.toString().endsWith(DropFolder.RECEIPT)).forEach(all::add);
      }
    }
    return all;
  }
}

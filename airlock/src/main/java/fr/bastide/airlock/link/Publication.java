package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The folder in which whole items appear: `FLOW/NUMBER-NAME`, and beside it its receipt, which is
/// there first.
///
/// An item is first staged, under a name that says where it will go; once its number is in the
/// journal it is moved there. Content that is still staged was never published, so that after a
/// crash what is in the journal is moved and the rest is removed.
final class Publication {

  private static final String STAGING = ".staging";
  private static final char BETWEEN = '~';
  private static final String RECEIPT = "R";
  private static final String CONTENT = "C";

  /// An item that is on the disk, out of sight.
  record Staged(long number, String flow, String name) {

    static Staged of(Item item) {
      return new Staged(
          item.number(), PublishedNames.flow(item.flow()), PublishedNames.file(item.name()));
    }

    String path(String kind) {
      return kind + BETWEEN + number + BETWEEN + flow + BETWEEN + name;
    }

    static Optional<Staged> parse(String file) {
      String[] parts = file.split(String.valueOf(BETWEEN), -1);
      if (parts.length != 4 || !parts[0].equals(CONTENT)) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Staged(Long.parseLong(parts[1]), parts[2], parts[3]));
      } catch (NumberFormatException strange) {
        return Optional.empty();
      }
    }
  }

  private final Path folder;
  private final Path staging;
  private final Set<String> flows = new HashSet<>();

  Publication(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    staging = DurableFiles.privateFolder(folder.resolve(STAGING));
  }

  /// Ends what a crash interrupted.
  ///
  /// @return how many items were published by it
  int recover(NumberSet accepted) throws IOException {
    Set<Path> others = new HashSet<>();
    Set<Staged> whole = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(staging)) {
      for (Path file : files) {
        Optional<Staged> staged = Staged.parse(file.getFileName().toString());
        if (staged.isPresent() && accepted.contains(staged.get().number())) {
          whole.add(staged.get());
        } else {
          others.add(file);
        }
      }
    }
    publish(List.copyOf(whole));
    for (Path file : others) {
      Files.deleteIfExists(file);
    }
    return whole.size();
  }

  /// Writes an item out of sight.
  Staged stage(Item item) throws IOException {
    Staged staged = Staged.of(item);
    DurableFiles.write(staging.resolve(staged.path(CONTENT)), ByteBuffer.wrap(item.content()));
    DurableFiles.write(staging.resolve(staged.path(RECEIPT)), ByteBuffer.wrap(item.receipt()));
    return staged;
  }

  /// Makes what was staged durable.
  void settle() throws IOException {
    DurableFiles.sync(staging);
  }

  /// Publishes items whose numbers are in the journal.
  void publish(List<Staged> all) throws IOException {
    Set<Path> changed = new HashSet<>();
    for (Staged staged : all) {
      Path flow = folder.resolve(staged.flow());
      if (flows.add(staged.flow())) {
        Files.createDirectories(flow);
        changed.add(folder);
      }
      String name = staged.number() + "-" + staged.name();
      Path receipt = staging.resolve(staged.path(RECEIPT));
      if (Files.exists(receipt)) {
        Files.move(
            receipt, flow.resolve(name + DropFolder.RECEIPT), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(
          staging.resolve(staged.path(CONTENT)),
          flow.resolve(name),
          StandardCopyOption.ATOMIC_MOVE);
      changed.add(flow);
    }
    for (Path one : changed) {
      DurableFiles.sync(one);
    }
  }
}

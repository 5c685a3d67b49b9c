package fr.bastide.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// A folder that receives whole files only: each is written beside, then named in one step, and
/// never over another.
final class OutFolder {

  private static final String PREFIX = ".bastide-";
  private static final String SUFFIX = ".part";
  private static final int MOST_OF_ONE_NAME = 10_000;
  private static final int LONGEST_PART = 120;

  private final Path root;
  private final AtomicLong counter = new AtomicLong();

  private OutFolder(Path root) {
    this.root = root;
  }

  /// The folder, made when missing; what a killed run left half-written is removed.
  static OutFolder open(Path root) throws IOException {
    Files.createDirectories(root);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(root, PREFIX + "*" + SUFFIX)) {
      for (Path part : parts) {
        if (abandoned(String.valueOf(part.getFileName()))) {
          Files.deleteIfExists(part);
        }
      }
    }
    return new OutFolder(root);
  }

  private static boolean abandoned(String name) {
    String middle = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
    int dash = middle.indexOf('-');
    try {
      long writer = Long.parseLong(dash < 0 ? middle : middle.substring(0, dash));
      return ProcessHandle.of(writer).isEmpty();
    } catch (NumberFormatException notOurs) {
      return false;
    }
  }

  /// Writes one file below a folder.
  ///
  /// @param folder relative; its names are made plain
  /// @param name plain already
  /// @return the name it got: its own, or one with a number when that was taken
  String write(Path folder, String name, byte[] bytes) throws IOException {
    Path target = root;
    for (Path part : folder) {
      if (!part.toString().isEmpty()) {
        target = target.resolve(plain(part.toString()));
      }
    }
    Files.createDirectories(target);
    Path draft =
        root.resolve(
            PREFIX + ProcessHandle.current().pid() + "-" + counter.incrementAndGet() + SUFFIX);
    try {
      try (FileChannel file =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          file.write(left);
        }
        file.force(true);
      }
      return publish(draft, target, name);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String publish(Path draft, Path target, String name) throws IOException {
    for (int i = 1; i <= MOST_OF_ONE_NAME; i++) {
      String numbered = i == 1 ? name : numbered(name, i);
      if (link(draft, target.resolve(numbered))) {
        return numbered;
      }
    }
    throw new FileAlreadyExistsException(target.resolve(name).toString());
  }

  /// A second name fails when there is a file of that name; a move could replace it.
  private static boolean link(Path draft, Path target) throws IOException {
    try {
      Files.createLink(target, draft);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (UnsupportedOperationException noLinks) {
      return moved(draft, target);
    }
  }

  private static boolean moved(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? name + " (" + number + ")"
        : name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
  }

  /// A name without control and direction marks and without what some systems refuse in names.
  static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .filter(c ->
            !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE)
        .limit(LONGEST_PART)
        .forEach(c -> plain.appendCodePoint("<>:\"|?*\\/".indexOf(c) >= 0 ? '_' : c));
    String stripped = plain.toString().strip();
    while (stripped.endsWith(".")) {
      stripped = stripped.substring(0, stripped.length() - 1).strip();
    }
    return stripped.isEmpty() ? "_" : stripped;
  }
}

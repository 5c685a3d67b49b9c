package fr.bastide.gateway.internal.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was published on the high side: `FLOW/NUMBER-NAME`, each with its receipt beside it.
public final class Shelf {

  /// The ending of a receipt beside its file.
  public static final String RECEIPT = ".receipt.json";

  /// Most files that one list shows; the newest are shown.
  public static final int MOST_LISTED = 1_000;

  private final Path folder;

  /// @param folder into which the link publishes
  public Shelf(Path folder) {
    this.folder = folder;
  }

  /// One published file.
  ///
  /// @param number its number on the link
  /// @param name as it is published, with its number
  public record Published(long number, String name, Path file, long size, Instant at) {
    /// The name without its number.
    public String plain() {
      return name.substring(name.indexOf('-') + 1);
    }
  }

  public Path folder() {
    return folder;
  }

  /// A flow's newest files, the newest first.
  public List<Published> list(String flow) throws IOException {
    List<Published> all = all(flow);
    all.sort(Comparator.comparingLong(Published::number).reversed());
    return all.size() > MOST_LISTED ? List.copyOf(all.subList(0, MOST_LISTED)) : all;
  }

  private List<Published> all(String flow) throws IOException {
    List<Published> all = new ArrayList<>();
    Path place = folder.resolve(flow);
    if (Files.isDirectory(place)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
        for (Path file : files) {
          published(file).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  /// One file of a flow by its published name, receipts too.
  public Optional<Path> find(String flow, String name) {
    if (name.isEmpty() || name.startsWith(".") || name.indexOf('/') >= 0 || name.indexOf(0) >= 0) {
      return Optional.empty();
    }
    Path file = folder.resolve(flow).resolve(name).normalize();
    return file.getParent() != null
            && file.getParent().equals(folder.resolve(flow).normalize())
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(file)
        : Optional.empty();
  }

  private static Optional<Published> published(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    int dash = name.indexOf('-');
    if (dash < 1 || name.endsWith(RECEIPT) || !digits(name.substring(0, dash))) {
      return Optional.empty();
    }
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isRegularFile()
        ? Optional.of(
            new Published(
                Long.parseLong(name.substring(0, dash)),
                name,
                file,
                attributes.size(),
                attributes.lastModifiedTime().toInstant()))
        : Optional.empty();
  }

  private static boolean digits(String text) {
    return text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Files and bytes of a flow published since an instant.
  public record Since(int files, long bytes) {}

  /// What was published since an instant.
  public Since since(String flow, Instant from) throws IOException {
    int files = 0;
    long bytes = 0;
    for (Published one : all(flow)) {
      if (!one.at().isBefore(from)) {
        files++;
        bytes += one.size();
      }
    }
    return new Since(files, bytes);
  }

  /// Removes a flow's files that are older than this.
  void clear(String flow, Instant before) throws IOException {
    for (Published one : all(flow)) {
      if (one.at().isBefore(before)) {
        Files.deleteIfExists(one.file().resolveSibling(one.name() + RECEIPT));
        Files.deleteIfExists(one.file());
      }
    }
  }
}

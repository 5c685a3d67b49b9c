package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The folder into which whole files are renamed: those in a subfolder belong to the flow of its
/// name. A file is first taken, by a rename into a folder under a ticket that is used once, so that
/// after a crash it is known whether it was journalled.
///
/// Left alone: names that begin with a dot or end in `.part` or `.tmp`, links, and receipts, which
/// go with their file and so must be there before it.
final class DropFolder {

  static final String RECEIPT = ".receipt.json";

  private static final String TAKEN = ".taken";
  private static final String HELD = ".held";

  /// A file that was taken.
  record Taken(long ticket, String flow, Path file, Optional<Path> receipt) {
    String name() {
      return file.getFileName().toString();
    }
  }

  private final Path folder;
  private final String flow;
  private final Path taken;
  private final Deque<Path> seen = new ArrayDeque<>();
  private final Deque<Taken> left = new ArrayDeque<>();
  private long ticket;

  /// @param flow the flow of files that are in no subfolder
  /// @param lastTicket the last ticket known elsewhere
  DropFolder(Path folder, String flow, long lastTicket) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.flow = flow;
    taken = DurableFiles.privateFolder(folder.resolve(TAKEN));
    ticket = lastTicket;
  }

  /// Looks through what was taken before a crash: what is journalled is removed, the rest comes
  /// first.
  void recover(LowJournal journal) throws IOException {
    TreeMap<Long, Path> tickets = new TreeMap<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(taken)) {
      for (Path one : folders) {
        tickets.put(Long.parseLong(one.getFileName().toString()), one);
      }
    }
    for (var entry : tickets.entrySet()) {
      ticket = Math.max(ticket, entry.getKey());
      Optional<Taken> found = find(entry.getKey(), entry.getValue());
      if (journal.holds(entry.getKey())) {
        remove(entry.getValue());
      } else if (found.isEmpty()) {
        giveBack(entry.getValue());
      } else {
        left.add(found.get());
      }
    }
  }

  /// Takes some files, within a bound of count and bytes; none when there are none.
  List<Taken> take(int most, long mostBytes) throws IOException {
    List<Taken> batch = new ArrayList<>();
    long bytes = 0;
    while (batch.size() < most && bytes < mostBytes) {
      Optional<Taken> next = left.isEmpty() ? next() : Optional.of(left.removeFirst());
      if (next.isEmpty()) {
        break;
      }
      bytes += Files.size(next.get().file());
      batch.add(next.get());
    }
    return batch;
  }

  /// Removes a file that was journalled.
  void done(Taken one) throws IOException {
    remove(DurableFiles.folderOf(DurableFiles.folderOf(one.file())));
  }

  /// Puts a file aside that may not leave.
  void hold(Taken one) throws IOException {
    Path held = DurableFiles.privateFolder(folder.resolve(HELD));
    Files.move(
        one.file(), held.resolve(one.ticket() + "-" + one.name()), StandardCopyOption.ATOMIC_MOVE);
    done(one);
  }

  private Optional<Taken> next() throws IOException {
    if (seen.isEmpty()) {
      list(folder, true);
    }
    while (!seen.isEmpty()) {
      Path file = seen.removeFirst();
      try {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          return Optional.of(take(file));
        }
      } catch (NoSuchFileException gone) {
        seen.remove(file); // somebody took it back meanwhile
      }
    }
    return Optional.empty();
  }

  private void list(Path within, boolean deeper) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(within)) {
      for (Path one : all) {
        if (wanted(one.getFileName().toString())) {
          if (!Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
            files.add(one);
          } else if (deeper) {
            folders.add(one);
          }
        }
      }
    }
    files.sort(null);
    seen.addAll(files);
    for (Path one : folders) {
      try {
        list(one, false);
      } catch (NoSuchFileException renamed) {
        seen.removeIf(file -> file.startsWith(one)); // the folder was taken away meanwhile
      }
    }
  }

  private static boolean wanted(String name) {
    return !name.startsWith(".")
        && !name.endsWith(".part")
        && !name.endsWith(".tmp")
        && !name.endsWith(RECEIPT);
  }

  private Taken take(Path file) throws IOException {
    Path parent = DurableFiles.folderOf(file);
    boolean top = parent.equals(folder.toAbsolutePath().normalize());
    String of = top ? flow : parent.getFileName().toString();
    ticket++;
    Path place = Files.createDirectory(taken.resolve(Long.toString(ticket)));
    Path within = Files.createDirectory(place.resolve(of));
    Path receipt = file.resolveSibling(file.getFileName() + RECEIPT);
    boolean withReceipt = Files.isRegularFile(receipt, LinkOption.NOFOLLOW_LINKS);
    if (withReceipt) {
      Files.move(receipt, place.resolve(receipt.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Path here = within.resolve(file.getFileName());
      Files.move(file, here, StandardCopyOption.ATOMIC_MOVE);
      return new Taken(
          ticket,
          of,
          here,
          withReceipt ? Optional.of(place.resolve(receipt.getFileName())) : Optional.empty());
    } catch (NoSuchFileException gone) {
      giveBack(place);
      throw gone;
    }
  }

  private static Optional<Taken> find(long ticket, Path place) throws IOException {
    Optional<Path> flow = within(place, true);
    if (flow.isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> receipt = within(place, false);
    return within(flow.get(), false)
        .map(file -> new Taken(ticket, flow.get().getFileName().toString(), file, receipt));
  }

  private static Optional<Path> within(Path place, boolean aFolder) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(place)) {
      for (Path one : all) {
        if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS) == aFolder) {
          return Optional.of(one);
        }
      }
    }
    return Optional.empty();
  }

  /// A receipt that was taken without its file goes back beside it.
  private void giveBack(Path place) throws IOException {
    Optional<Path> receipt = within(place, false);
    Optional<Path> of = within(place, true);
    if (receipt.isPresent() && of.isPresent()) {
      Path sub = folder.resolve(of.get().getFileName());
      Path to = (Files.isDirectory(sub) ? sub : folder).resolve(receipt.get().getFileName());
      if (!Files.exists(to)) {
        Files.move(receipt.get(), to, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    remove(place);
  }

  private static void remove(Path place) throws IOException {
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(place)) {
        for (Path one : all) {
          remove(one);
        }
      }
    }
    Files.deleteIfExists(place);
  }
}

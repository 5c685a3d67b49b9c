package fr.bastide.airlock.link;

import fr.bastide.airlock.AirlockException;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A line of a key file: a key in base 64, and the days it is good for; `KEY from=2027-02-01
/// until=2027-02-08`, either left out when there is no bound.
///
/// @param from first day
/// @param until last day
record DatedLine(String key, LocalDate from, LocalDate until) {

  private static final String FROM = "from=";
  private static final String UNTIL = "until=";

  /// A key without bounds.
  static DatedLine always(String key) {
    return new DatedLine(key, LocalDate.MIN, LocalDate.MAX);
  }

  boolean good(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  @Override
  public String toString() {
    return key
        + (from.equals(LocalDate.MIN) ? "" : " " + FROM + from)
        + (until.equals(LocalDate.MAX) ? "" : " " + UNTIL + until);
  }

  /// Reads the lines of a key file.
  ///
  /// @param secret whether it must be readable by its owner alone
  /// @throws AirlockException when it is not there, is not one, or others can read it
  static List<DatedLine> read(Path file, boolean secret) {
    if (!Files.isRegularFile(file)) {
      throw new AirlockException(
          new Text(
              "Fichier de clé introuvable\u00a0: " + file + ". Voir bastide airlock keys.",
              "No such key file: " + file + ". See bastide airlock keys."));
    }
    try {
      if (secret) {
        checkPrivate(file);
      }
      List<DatedLine> lines = new ArrayList<>();
      for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(parse(line.strip()));
        }
      }
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("no key");
      }
      return lines;
    } catch (IOException | IllegalArgumentException | DateTimeException broken) {
      throw unreadable(file, broken);
    }
  }

  static AirlockException unreadable(Path file, Throwable why) {
    return new AirlockException(
        new Text(
            "Fichier de clé illisible\u00a0: " + file + ". Refaites-le ou reportez-le à nouveau.",
            "Key file cannot be read: " + file + ". Make it again, or carry it over again."),
        why);
  }

  private static DatedLine parse(String line) {
    LocalDate from = LocalDate.MIN;
    LocalDate until = LocalDate.MAX;
    int space = line.indexOf(' ');
    String key = space < 0 ? line : line.substring(0, space);
    while (space >= 0) {
      int next = line.indexOf(' ', space + 1);
      String word = line.substring(space + 1, next < 0 ? line.length() : next);
      if (word.startsWith(FROM)) {
        from = LocalDate.parse(word.substring(FROM.length()));
      } else if (word.startsWith(UNTIL)) {
        until = LocalDate.parse(word.substring(UNTIL.length()));
      } else if (!word.isEmpty()) {
        throw new IllegalArgumentException("not a bound");
      }
      space = next;
    }
    return new DatedLine(key, from, until);
  }

  /// Writes a key file; a secret one is its owner's alone from the first byte.
  static void write(Path file, List<DatedLine> lines, boolean secret) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    Path half = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(half);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createFile(
          half,
          PosixFilePermissions.asFileAttribute(
              PosixFilePermissions.fromString(secret ? "rw-------" : "rw-r--r--")));
    }
    DurableFiles.replace(file, text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static void checkPrivate(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> open =
        new java.util.HashSet<>(Files.getPosixFilePermissions(file, new LinkOption[0]));
    open.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    if (!open.isEmpty()) {
      throw new AirlockException(
          new Text(
              "D\u2019autres peuvent lire la clé secrète "
                  + file
                  + "\u00a0: chmod 600 "
                  + file
                  + ".",
              "Others can read the secret key " + file + ": chmod 600 " + file + "."));
    }
  }
}

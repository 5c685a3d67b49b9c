package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Why PostgreSQL did not start, read from what it said.
sealed interface Diagnosis {

  /// Another program took the port between its choice and its use: choose another one.
  record PortTaken() implements Diagnosis {}

  /// Processes of a killed server are still ending: wait a little.
  record StillEnding() implements Diagnosis {}

  /// Waiting would not help.
  ///
  /// @param error what a person should read
  record Final(StoreException error) implements Diagnosis {}

  /// Below this many bytes a server does not start.
  long LEAST_ROOM = 1 << 20;

  private static Final failure(String fr, String en) {
    return new Final(StoreException.of(fr, en));
  }

  /// Reads the output of `postgres` or `initdb`, which runs with English messages.
  ///
  /// @param said the output of this attempt alone
  /// @param where the directory concerned, named in the message
  static Diagnosis of(String said, Path where) {
    if (said.contains("could not bind") || said.contains("could not create any TCP/IP sockets")) {
      return new PortTaken();
    }
    if (said.contains("pre-existing shared memory block")
        || said.contains("lock file \"postmaster")) {
      return new StillEnding();
    }
    if (said.contains("No space left on device")
        || said.contains("Disk quota exceeded")
        || isFull(where)) {
      return failure(
          ("Le disque est plein\u00a0: la base de %s ne peut pas démarrer. Libérez de la"
                  + " place, puis relancez.")
              .formatted(where),
          "The disk is full: the database in %s cannot start. Free some space, then start again."
              .formatted(where));
    }
    return environment(said, where);
  }

  private static Diagnosis environment(String said, Path where) {
    if (said.contains("error while loading shared libraries")) {
      var library = after(said, "error while loading shared libraries: ");
      return failure(
          ("Une bibliothèque du système manque pour PostgreSQL\u00a0: %s. Sous Debian,"
                  + " installez libstdc++6.")
              .formatted(library),
          "PostgreSQL lacks a system library: %s. On Debian, install libstdc++6."
              .formatted(library));
    }
    if (notExecuted(said)
        && (said.contains("No such file or directory") || said.contains("not found"))) {
      return failure(
          "Ce système ne peut pas exécuter le PostgreSQL fourni (il faut la glibc). Installez"
              + " PostgreSQL et indiquez son adresse avec --database-url.",
          "This system cannot run the bundled PostgreSQL (it needs glibc). Install PostgreSQL and"
              + " give its address with --database-url.");
    }
    if (notExecuted(said) || said.contains("error=13") || said.contains("invalid binary")) {
      return failure(
          ("Rien ne peut être exécuté dans %s (droits, ou disque monté avec «\u00a0noexec\u00a0»)."
                  + " Choisissez un autre dossier avec -Dbastide.postgres.binaries=DOSSIER.")
              .formatted(where),
          ("Nothing can be executed in %s (permissions, or a disk mounted with “noexec”). Choose"
                  + " another directory with -Dbastide.postgres.binaries=DIRECTORY.")
              .formatted(where));
    }
    if (said.contains("setpriv:")) {
      return failure(
          ("Impossible de lancer PostgreSQL sous un utilisateur sans privilège (%s)."
                  + " Lancez Bastide sous un utilisateur ordinaire.")
              .formatted(after(said, "setpriv: ")),
          ("PostgreSQL cannot be started as an unprivileged user (%s). Start Bastide as"
                  + " an ordinary user.")
              .formatted(after(said, "setpriv: ")));
    }
    return cluster(said, where);
  }

  /// As `setpriv` and the shell say it.
  private static boolean notExecuted(String said) {
    return said.contains("failed to execute") || said.contains(": exec: ");
  }

  /// On a full disk PostgreSQL cannot even write why it stops.
  private static boolean isFull(Path where) {
    try {
      return Files.getFileStore(where).getUsableSpace() < LEAST_ROOM;
    } catch (IOException e) {
      return false;
    }
  }

  private static Diagnosis cluster(String said, Path where) {
    if (said.contains("could not look up effective user ID")) {
      return failure(
          "L’utilisateur qui lance Bastide n’a pas de ligne dans /etc/passwd, ce que PostgreSQL"
              + " exige. Ajoutez-la, ou indiquez une base avec --database-url.",
          "The user who starts Bastide has no line in /etc/passwd, which PostgreSQL requires. Add"
              + " it, or give a database with --database-url.");
    }
    var last = lastLines(said);
    return failure(
        ("La base de %s ne démarre pas\u202f; elle est peut-être abîmée. PostgreSQL"
                + " dit\u00a0: %s. Restaurez une sauvegarde dans un dossier neuf.")
            .formatted(where, last),
        ("The database in %s does not start; it may be damaged. PostgreSQL says: %s."
                + " Restore a backup into a new directory.")
            .formatted(where, last));
  }

  private static String after(String said, String mark) {
    var from = said.indexOf(mark) + mark.length();
    var end = said.indexOf('\n', from);
    return said.substring(from, end < 0 ? said.length() : end).strip();
  }

  private static String lastLines(String said) {
    List<String> lines = said.lines().filter(l -> !l.isBlank()).toList();
    List<String> telling =
        lines.stream()
            .filter(l -> l.contains("FATAL") || l.contains("PANIC") || l.contains("error:"))
            .toList();
    var chosen = telling.isEmpty() ? lines : telling;
    return String.join(" / ", chosen.subList(Math.max(0, chosen.size() - 3), chosen.size()));
  }
}

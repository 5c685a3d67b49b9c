package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The files of the database: made by `initdb` under another name and renamed when whole, or found
/// there and checked.
public final class Cluster {

  private static final long ROOM_NEEDED = 128L << 20;
  private static final String FRESH = "cluster.new-";

  private Cluster() {}

  /// Makes the cluster, or checks that the one found can be served by these programs.
  public static void ensure(
      DataDirectory directory, Binaries binaries, ServerUser user, Secrets secrets) {
    try {
      if (Files.exists(directory.cluster(), LinkOption.NOFOLLOW_LINKS)) {
        check(directory.cluster(), binaries.major());
        Files.setPosixFilePermissions(
            directory.cluster(), PosixFilePermissions.fromString("rwx------"));
      } else {
        removeUnfinished(directory);
        create(directory, binaries, user, secrets);
      }
    } catch (IOException e) {
      throw PrivateFiles.unwritable(directory.cluster(), e);
    }
  }

  private static void check(Path cluster, int major) throws IOException {
    var versionFile = cluster.resolve("PG_VERSION");
    if (!Files.isRegularFile(versionFile)) {
      throw StoreException.of(
          ("%s n’est pas une base de Bastide (le fichier PG_VERSION manque). Choisissez un autre"
                  + " dossier avec --data.")
              .formatted(cluster),
          ("%s is not a Bastide database (the file PG_VERSION is missing). Choose another directory"
                  + " with --data.")
              .formatted(cluster));
    }
    var found = Files.readString(versionFile, StandardCharsets.ISO_8859_1).strip();
    if (!found.equals(Integer.toString(major))) {
      throw StoreException.of(
          ("La base de %s est au format de PostgreSQL %s\u202f; ce programme apporte PostgreSQL %d."
                  + " Sauvegardez avec la version qui l’a créée (bastide db backup), puis restaurez"
                  + " dans un dossier neuf.")
              .formatted(cluster, printable(found), major),
          ("The database in %s is in the format of PostgreSQL %s; this program brings PostgreSQL"
                  + " %d. Back it up with the version that created it (bastide db backup), then"
                  + " restore into a new directory.")
              .formatted(cluster, printable(found), major));
    }
  }

  private static String printable(String found) {
    var kept = found.length() > 20 ? found.substring(0, 20) : found;
    return kept.chars().allMatch(c -> c > ' ' && c < 127) && !kept.isEmpty() ? kept : "?";
  }

  private static void removeUnfinished(DataDirectory directory) throws IOException {
    try (var entries = Files.newDirectoryStream(directory.postgres(), FRESH + "*")) {
      for (var entry : entries) {
        PrivateFiles.deleteTree(entry);
      }
    }
  }

  private static void create(
      DataDirectory directory, Binaries binaries, ServerUser user, Secrets secrets)
      throws IOException {
    if (Files.getFileStore(directory.postgres()).getUsableSpace() < ROOM_NEEDED) {
      throw StoreException.of(
          ("Il faut au moins 128 Mo libres pour créer la base dans %s. Libérez de la place, ou"
                  + " choisissez un autre dossier avec --data.")
              .formatted(directory.postgres()),
          ("Creating the database in %s takes at least 128 MB of free space. Free some, or choose"
                  + " another directory with --data.")
              .formatted(directory.postgres()));
    }
    var fresh = PrivateFiles.createSibling(directory.postgres(), FRESH);
    try {
      initialise(fresh, binaries, user, secrets);
      Files.move(fresh, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
      PrivateFiles.synchronise(directory.postgres());
    } finally {
      PrivateFiles.deleteTree(fresh);
    }
  }

  private static void initialise(Path fresh, Binaries binaries, ServerUser user, Secrets secrets)
      throws IOException {
    switch (user) {
      case ServerUser.Caller caller -> initdb(fresh, binaries, caller, secrets);
      case ServerUser.Unprivileged owner -> {
        // initdb, unlike the server, insists on a user who has a name.
        var named = NamedUser.withoutPrivileges();
        Ownership.give(fresh, named.uid(), named.gid());
        initdb(fresh, binaries, named, secrets);
        Ownership.give(fresh, owner.uid(), owner.gid());
      }
    }
  }

  /// Runs `initdb` inside the fresh directory. It is named `/proc/self/cwd` so that it can be
  /// reached even under a directory that the server's user may not cross, such as `/root`. The
  /// password goes through a pipe that the program opens itself: never on a command line nor on
  /// disk.
  private static void initdb(Path fresh, Binaries binaries, ServerUser user, Secrets secrets)
      throws IOException {
    var process =
        Launch.builder(
                user.command(
                    List.of(
                        "/bin/sh",
                        "-c",
                        "cat | exec \"$0\" \"$@\"",
                        binaries.initdb().toString(),
                        "--pgdata=/proc/self/cwd",
                        "--username=" + Secrets.SUPERUSER,
                        "--pwfile=/dev/stdin",
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions")),
                fresh)
            .redirectErrorStream(true)
            .start();
    try (var in = process.outputWriter(StandardCharsets.US_ASCII)) {
      in.write(secrets.superuser() + "\n");
    } catch (IOException e) {
      // The program ended before reading: its output, read below, says why.
      System.getLogger(Cluster.class.getName())
          .log(System.Logger.Level.DEBUG, "initdb ended early", e);
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (Waiting.forEnd(process) != 0) {
      switch (Diagnosis.of(said, fresh)) {
        case Diagnosis.Final(StoreException error) -> throw error;
        case Diagnosis.PortTaken taken -> throw unexpected(said);
        case Diagnosis.StillEnding ending -> throw unexpected(said);
      }
    }
  }

  private static StoreException unexpected(String said) {
    return StoreException.of(
        "La base n’a pas pu être créée. PostgreSQL dit\u00a0: %s".formatted(said),
        "The database could not be created. PostgreSQL says: %s".formatted(said));
  }
}

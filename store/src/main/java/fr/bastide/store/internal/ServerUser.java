package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The user whom the PostgreSQL processes run as. PostgreSQL refuses to run as root; when Bastide
/// is root, its server runs under a number of its own, which no account needs to bear.
public sealed interface ServerUser {

  /// The number used when root starts the server for the first time: no distribution hands it out.
  int RESERVED = 60655;

  /// The same user as Bastide, which is an ordinary one.
  record Caller(int uid) implements ServerUser {}

  /// A user without privileges, while Bastide is root.
  record Unprivileged(int uid, int gid) implements ServerUser {}

  /// Whom the server of a data directory runs as. A cluster that exists says so by its owner.
  static ServerUser of(DataDirectory directory) {
    var caller = caller();
    var cluster = directory.cluster();
    var exists = Files.isDirectory(cluster);
    if (caller == 0) {
      var owner = exists ? id(cluster, "unix:uid") : 0;
      return owner == 0
          ? new Unprivileged(RESERVED, RESERVED)
          : new Unprivileged(owner, id(cluster, "unix:gid"));
    }
    if (exists && id(cluster, "unix:uid") != caller) {
      throw StoreException.of(
          ("La base de %s appartient à un autre utilisateur. Lancez Bastide sous cet utilisateur ou"
                  + " en root.")
              .formatted(cluster),
          ("The database in %s belongs to another user. Start Bastide as that user or as root.")
              .formatted(cluster));
    }
    return new Caller(caller);
  }

  /// The command line that runs `program` as this user, in a session of its own so that Ctrl-C in a
  /// terminal does not reach it, and told to shut down when the thread that started it ends.
  default List<String> command(List<String> program) {
    var line = new ArrayList<String>();
    Programs.find("setsid").ifPresent(setsid -> line.add(setsid.toString()));
    line.addAll(privileges(this));
    line.addAll(program);
    return line;
  }

  private static List<String> privileges(ServerUser user) {
    var setpriv = Programs.find("setpriv");
    return switch (user) {
      case Caller caller ->
          setpriv.map(s -> List.of(s.toString(), "--pdeathsig", "INT")).orElse(List.of());
      case Unprivileged(int uid, int gid) ->
          List.of(
              setpriv.map(Path::toString).orElseThrow(ServerUser::setprivMissing),
              "--reuid=" + uid,
              "--regid=" + gid,
              "--clear-groups",
              "--no-new-privs",
              "--inh-caps=-all",
              "--pdeathsig",
              "INT");
    };
  }

  private static StoreException setprivMissing() {
    return StoreException.of(
        "PostgreSQL refuse de tourner en root et la commande setpriv manque. Installez le paquet"
            + " util-linux, ou lancez Bastide sous un utilisateur ordinaire.",
        "PostgreSQL refuses to run as root and the setpriv command is missing. Install the"
            + " util-linux package, or start Bastide as an ordinary user.");
  }

  /// The number of the user who runs this process, as the kernel sees it.
  static int caller() {
    var status = Path.of("/proc/self/status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(l -> l.startsWith("Uid:"))
          .map(l -> Integer.parseInt(l.split("\\s+")[2]))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw StoreException.of(
          "Impossible de lire %s\u00a0: Bastide demande un système Linux.".formatted(status),
          "%s cannot be read: Bastide needs a Linux system.".formatted(status),
          e);
    }
  }

  /// A numeric attribute of a file, such as `unix:uid`.
  static int id(Path file, String attribute) {
    try {
      return (Integer) Files.getAttribute(file, attribute, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw StoreException.of(
          "Impossible de lire le propriétaire de %s.".formatted(file),
          "The owner of %s cannot be read.".formatted(file),
          e);
    }
  }
}

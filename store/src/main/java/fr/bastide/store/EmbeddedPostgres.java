package fr.bastide.store;

import fr.bastide.store.internal.Binaries;
import fr.bastide.store.internal.Cluster;
import fr.bastide.store.internal.DataDirectory;
import fr.bastide.store.internal.DirectoryLock;
import fr.bastide.store.internal.Launch;
import fr.bastide.store.internal.Login;
import fr.bastide.store.internal.Postmaster;
import fr.bastide.store.internal.RunningServer;
import fr.bastide.store.internal.Secrets;
import fr.bastide.store.internal.ServerUser;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/// A PostgreSQL server of Bastide's own, in a private directory, that lives and dies with this
/// process.
///
/// It listens on a free port of 127.0.0.1, asks for a password (SCRAM) from everyone, and runs as
/// an unprivileged user when Bastide is root. Another process of the same user may join it.
public final class EmbeddedPostgres implements AutoCloseable {

  private static final String BINARIES_PROPERTY = "bastide.postgres.binaries";
  private static final Path BINARIES_OF_ROOT = Path.of("/var/cache/bastide/postgres");

  private final int port;
  private final Secrets secrets;
  private final Optional<Postmaster> postmaster;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgres(
      int port, Secrets secrets, Optional<Postmaster> postmaster, Runnable release) {
    this.port = port;
    this.secrets = secrets;
    this.postmaster = postmaster;
    this.release = release;
  }

  /// Starts the server, creating its files on the first call. Returns when it accepts connections.
  ///
  /// @param dataDirectory made with mode 0700 if missing; the server uses its `postgres` folder
  /// @throws StoreException if another process serves this directory, if it belongs to another
  ///   version or user, if the disk is full or does not allow execution
  public static EmbeddedPostgres start(Path dataDirectory) {
    return start(dataDirectory, Map.of());
  }

  static EmbeddedPostgres start(Path dataDirectory, Map<String, String> settings) {
    var directory = DataDirectory.prepare(dataDirectory);
    var lock = DirectoryLock.take(directory.lock()).orElseThrow(() -> alreadyServed(directory));
    return start(directory, lock, settings);
  }

  /// Joins the server that another process runs on this directory, or starts it.
  ///
  /// @param dataDirectory an existing data directory
  public static EmbeddedPostgres startOrJoin(Path dataDirectory) {
    var directory = DataDirectory.prepare(dataDirectory);
    var lock = DirectoryLock.take(directory.lock());
    if (lock.isPresent()) {
      return start(directory, lock.get(), Map.of());
    }
    var secrets = Secrets.read(directory).orElseThrow(() -> alreadyServed(directory));
    return new EmbeddedPostgres(RunningServer.port(directory), secrets, Optional.empty(), () -> {});
  }

  private static EmbeddedPostgres start(
      DataDirectory directory, DirectoryLock lock, Map<String, String> settings) {
    var started = false;
    try {
      var user = ServerUser.of(directory);
      var binaries = binaries(directory, user);
      var secrets = Secrets.readOrDraw(directory);
      Cluster.ensure(directory, binaries, user, secrets);
      RunningServer.clear(directory);
      var postmaster = Postmaster.start(new Launch(directory, binaries, user, settings));
      RunningServer.announce(directory, postmaster.port());
      started = true;
      return new EmbeddedPostgres(
          postmaster.port(),
          secrets,
          Optional.of(postmaster),
          () -> {
            RunningServer.clear(directory);
            lock.close();
          });
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  private static Binaries binaries(DataDirectory directory, ServerUser user) {
    var chosen = Optional.ofNullable(System.getProperty(BINARIES_PROPERTY)).map(Path::of);
    return switch (user) {
      case ServerUser.Caller caller ->
          Binaries.unpacked(chosen.orElse(directory.postgres()).toAbsolutePath(), false);
      // The server's user may not cross the private directory: programs are no secret.
      case ServerUser.Unprivileged other ->
          Binaries.unpacked(chosen.orElse(BINARIES_OF_ROOT).toAbsolutePath(), true);
    };
  }

  private static StoreException alreadyServed(DataDirectory directory) {
    var holder = DirectoryLock.holder(directory.lock()).map(pid -> " (" + pid + ")").orElse("");
    return StoreException.of(
        ("Bastide sert déjà le dossier %s dans un autre processus%s. Arrêtez-le, ou"
                + " choisissez un autre dossier avec --data.")
            .formatted(directory.data(), holder),
        ("Bastide already serves the directory %s in another process%s. Stop it, or"
                + " choose another directory with --data.")
            .formatted(directory.data(), holder));
  }

  /// The port on 127.0.0.1.
  public int port() {
    return port;
  }

  /// Whether another process runs the server, so that closing this one leaves it running.
  public boolean joined() {
    return postmaster.isEmpty();
  }

  /// The number of the server's main process; empty if another process runs it.
  public Optional<Long> pid() {
    return postmaster.map(Postmaster::pid);
  }

  Login superuser(String database) {
    return login(database, Secrets.SUPERUSER, secrets.superuser());
  }

  Login owner(String database) {
    return login(database, "bastide_owner", secrets.owner());
  }

  Login app(String database) {
    return login(database, "bastide_app", secrets.app());
  }

  Secrets secrets() {
    return secrets;
  }

  private Login login(String database, String user, String password) {
    var settings = new Properties();
    // Whoever might take the port after a crash must not be told a password.
    settings.setProperty("requireAuth", "scram-sha-256");
    settings.setProperty("sslmode", "disable");
    settings.setProperty("gssEncMode", "disable");
    return new Login(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
        user,
        password,
        settings,
        Optional.empty());
  }

  /// Stops the server if this process started it: statements still running are cancelled, what was
  /// committed is on disk. A second call does nothing.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      postmaster.ifPresent(Postmaster::close);
      release.run();
    }
  }
}

package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The PostgreSQL programs that travel in a jar, unpacked once for each version.
///
/// @param home the directory that holds `bin`, `lib` and `share`
/// @param major the major version, such as 18, which a cluster must share
public record Binaries(Path home, int major) {

  private static final Map<String, String> ARCHIVES =
      Map.of(
          "amd64", "postgres-linux-x86_64.txz",
          "x86_64", "postgres-linux-x86_64.txz",
          "aarch64", "postgres-linux-arm_64.txz",
          "arm64", "postgres-linux-arm_64.txz");

  /// Unpacks the programs under `parent` unless they are there and whole.
  ///
  /// @param readableByAll whether another user than the caller will run them
  public static Binaries unpacked(Path parent, boolean readableByAll) {
    var archive = archive();
    var version = version();
    var home = parent.resolve(version + "-" + fingerprint(archive));
    if (!BinariesIndex.matches(home)) {
      try (InputStream content = archive.openStream()) {
        BinariesUnpacking.unpack(content, home, readableByAll);
      } catch (IOException e) {
        throw PrivateFiles.unwritable(home, e);
      }
    }
    return new Binaries(home, Integer.parseInt(version.substring(0, version.indexOf('.'))));
  }

  public Path postgres() {
    return home.resolve("bin/postgres");
  }

  public Path initdb() {
    return home.resolve("bin/initdb");
  }

  private static URL archive() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var architecture = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return Optional.of(architecture)
        .filter(a -> system.equals("linux"))
        .flatMap(a -> Optional.ofNullable(ARCHIVES.get(a)))
        .flatMap(name -> Optional.ofNullable(Binaries.class.getClassLoader().getResource(name)))
        .orElseThrow(() ->
            StoreException.of(
                ("Aucun PostgreSQL n’est fourni pour ce système (%s, %s). Installez PostgreSQL"
                        + " et indiquez son adresse avec --database-url.")
                    .formatted(system, architecture),
                ("No PostgreSQL is bundled for this system (%s, %s). Install PostgreSQL and give"
                        + " its address with --database-url.")
                    .formatted(system, architecture)));
  }

  private static String version() {
    try (InputStream in = Binaries.class.getResourceAsStream("embedded.properties")) {
      var properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      var version = properties.getProperty("version", "");
      if (version.indexOf('.') < 1) {
        throw new IllegalStateException("embedded.properties was not filled in by the build");
      }
      return version;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The checksum that the jar itself records for the archive: reading 15 MB to hash them again at
  /// every start would cost more than starting the server.
  private static String fingerprint(URL archive) {
    try {
      if (archive.openConnection() instanceof JarURLConnection jar) {
        var entry = jar.getJarEntry();
        if (entry != null && entry.getCrc() != -1) {
          return HexFormat.of().toHexDigits((int) entry.getCrc());
        }
      }
      var checksum = new java.util.zip.CRC32();
      try (InputStream content = archive.openStream()) {
        checksum.update(content.readAllBytes());
      }
      return HexFormat.of().toHexDigits((int) checksum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the programs can be executed where they lie.
  public boolean executable() {
    return Files.isExecutable(postgres()) && Files.isExecutable(initdb());
  }
}

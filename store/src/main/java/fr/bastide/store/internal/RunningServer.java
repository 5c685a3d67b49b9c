package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/// The address of the running server, left in a private file for other processes of the same user.
public final class RunningServer {

  private static final Duration STARTING = Duration.ofSeconds(30);

  private RunningServer() {}

  /// Says where the server listens.
  public static void announce(DataDirectory directory, int port) {
    var properties = new Properties();
    properties.setProperty("host", "127.0.0.1");
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("process", Long.toString(ProcessHandle.current().pid()));
    PrivateFiles.write(directory.connection(), properties, "Bastide: the running server");
  }

  /// Called by the holder of the lock: forgets an address, and stops the server that a killed
  /// process may have left behind.
  public static void clear(DataDirectory directory) {
    try {
      Files.deleteIfExists(directory.connection());
    } catch (IOException e) {
      throw PrivateFiles.unwritable(directory.connection(), e);
    }
    PostmasterFile.clearOrphan(directory.cluster());
  }

  /// Where the server of another process listens, once it has said so.
  public static int port(DataDirectory directory) {
    if (!Waiting.until(() -> announced(directory).isPresent(), STARTING)) {
      throw StoreException.of(
          "Un autre processus sert %s mais n’a pas dit où. Réessayez dans un instant."
              .formatted(directory.data()),
          "Another process serves %s but has not said where. Try again in a moment."
              .formatted(directory.data()));
    }
    return announced(directory).orElseThrow();
  }

  private static Optional<Integer> announced(DataDirectory directory) {
    return PrivateFiles.read(directory.connection())
        .map(p -> p.getProperty("port", ""))
        .filter(p -> !p.isEmpty() && p.length() < 6 && p.chars().allMatch(Character::isDigit))
        .map(Integer::valueOf);
  }
}

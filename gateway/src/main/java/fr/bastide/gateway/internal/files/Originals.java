package fr.bastide.gateway.internal.files;

import fr.bastide.airlock.link.KeyFolder;
import fr.bastide.airlock.link.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// The originals of each flow, encrypted, kept as long as the flow says.
public final class Originals {

  private final Path folder;
  private final KeyFolder keys;
  private final Map<String, Vault> vaults = new ConcurrentHashMap<>();

  /// @param keys the low side's keys
  public Originals(Path folder, KeyFolder keys) throws IOException {
    this.folder = Spool.privateFolder(folder);
    this.keys = keys;
  }

  private Vault vault(String flow) {
    return vaults.computeIfAbsent(
        DeclaredName.plain(flow),
        name -> {
          try {
            return new Vault(folder.resolve(name), keys);
          } catch (IOException disk) {
            throw new UncheckedIOException(disk);
          }
        });
  }

  /// Keeps an original; it is on the disk when this returns.
  ///
  /// @return the name to ask for it by
  String keep(String flow, byte[] bytes) throws IOException {
    return vault(flow).keep(bytes);
  }

  /// An original by its name; empty when it is no longer kept.
  Optional<byte[]> read(String flow, String name) throws IOException {
    return vault(flow).read(name);
  }

  /// The flows of which something was ever kept.
  List<String> flows() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(one -> String.valueOf(one.getFileName())).toList();
    }
  }

  /// Removes what is over in a flow.
  ///
  /// @param over told the name and when it was kept last
  void clear(String flow, BiPredicate<String, Instant> over) throws IOException {
    vault(flow).clear(over);
  }
}

package fr.bastide.airlock.link;

import fr.bastide.kernel.Text;
import java.net.URLConnection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is done to a dropped file before it is numbered and sent: the place where it is disarmed.
@FunctionalInterface
public interface Preparation {

  /// A file as it was dropped.
  ///
  /// @param receipt what was laid beside it as `NAME.receipt.json`
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Drop(String flow, String name, byte[] content, Optional<byte[]> receipt) {}

  /// What became of it.
  sealed interface Prepared {
    /// It may leave, as this.
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Ready(String name, String type, byte[] receipt, byte[] content) implements Prepared {}

    /// It stays on the low side.
    record Held(Text why) implements Prepared {}
  }

  /// Every file as it is, with the receipt it came with or an empty one: for folders that only ever
  /// hold files that were disarmed already.
  Preparation AS_IS =
      drop ->
          new Prepared.Ready(
              drop.name(),
              Objects.requireNonNullElse(
                  URLConnection.guessContentTypeFromName(drop.name()), "application/octet-stream"),
              drop.receipt().orElseGet(() -> new byte[] {'{', '}'}),
              drop.content());

  /// Prepares a file; called on one thread.
  Prepared prepare(Drop drop);

  /// Prepares some files, which may be done side by side; the answers are in the same order.
  default List<Prepared> prepareAll(List<Drop> drops) {
    return drops.stream().map(this::prepare).toList();
  }
}

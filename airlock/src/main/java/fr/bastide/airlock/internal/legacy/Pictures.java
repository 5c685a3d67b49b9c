package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The pictures of one document, each sent through the door once and kept as a part of the new
/// package.
final class Pictures {

  private final String folder;
  private final OpcWriting opc;
  private final Workbench bench;
  private final Ledger ledger;
  private final Map<Integer, Optional<String>> known = new HashMap<>();
  private int count;

  /// @param folder where the package keeps them, as `word/media/`
  Pictures(String folder, OpcWriting opc, Workbench bench, Ledger ledger) {
    this.folder = folder;
    this.opc = opc;
    this.bench = bench;
    this.ledger = ledger;
  }

  /// The part that holds a rebuilt picture; empty when it could not be rebuilt.
  ///
  /// @param key the same for the same picture of the document
  Optional<String> part(int key, byte[] bytes, String where) {
    return known.computeIfAbsent(key, _ -> rebuilt(bytes, where));
  }

  Optional<String> part(byte[] bytes, String where) {
    return rebuilt(bytes, where);
  }

  private Optional<String> rebuilt(byte[] bytes, String where) {
    return switch (bench.pass(Content.of("image", bytes))) {
      case Outcome.Rebuilt(Content content, ContentType type, var findings)
          when isPicture(type) -> {
        ledger.addAll(findings, where);
        String name = folder + "image" + ++count + "." + type.extension();
        opc.part(name, type.mediaType(), content.bytes());
        yield Optional.of(name);
      }
      case Outcome.Rebuilt _ -> {
        ledger.add(Threat.UNKNOWN_PART, where);
        yield Optional.empty();
      }
      case Outcome.Refused refused -> {
        switch (refused.reason()) {
          case BOMB, TIME_OUT, TOO_MANY_PARTS ->
              throw new RefusedException(refused.reason(), where);
          default -> ledger.add(Threat.UNKNOWN_PART, where);
        }
        yield Optional.empty();
      }
    };
  }

  private static boolean isPicture(ContentType type) {
    return switch (type) {
      case JPEG, PNG, GIF, TIFF -> true;
      default -> false;
    };
  }
}

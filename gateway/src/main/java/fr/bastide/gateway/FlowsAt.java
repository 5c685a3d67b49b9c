package fr.bastide.gateway;

import fr.bastide.airlock.flow.FlowFile;
import fr.bastide.airlock.flow.FlowReading;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.document.Finding;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the flows file a side is run with.
public final class FlowsAt {

  private FlowsAt() {}

  /// What reading the file gives.
  public static FlowReading read(Path file) throws IOException {
    if (Files.size(file) > FlowFile.MAX_BYTES) {
      throw new GatewayException(
          new Text(
              "Le fichier des flux %s est trop grand\u00a0: un mégaoctet au plus.".formatted(file),
              "The flows file %s is too large: one megabyte at most.".formatted(file)));
    }
    return FlowFile.read(Files.readAllBytes(file));
  }

  /// The flows of a file.
  ///
  /// @throws GatewayException when it has errors
  public static Flows load(Path file) throws IOException {
    return switch (read(file)) {
      case FlowReading.Usable usable -> usable.flows();
      case FlowReading.Unusable unusable -> {
        Finding first = unusable.findings().getFirst();
        throw new GatewayException(
            new Text(
                "Le fichier des flux a des erreurs (bastide airlock flows check). %s:%s"
                    .formatted(file, first.format(Language.FR)),
                "The flows file has errors (bastide airlock flows check). %s:%s"
                    .formatted(file, first.format(Language.EN))));
      }
    };
  }
}

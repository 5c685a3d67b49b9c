package fr.bastide.gateway.internal.files;

import fr.bastide.airlock.flow.AirlockStatus;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.HeldItem;
import fr.bastide.airlock.flow.Quarantine;
import fr.bastide.airlock.flow.Standing;
import fr.bastide.airlock.flow.StatusText;
import fr.bastide.document.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// How a side stands, in a file that is replaced whole.
public final class StatusFile {

  /// Its name in a side's folder.
  public static final String NAME = "status.json";

  private StatusFile() {}

  /// Writes the status anew.
  public static void write(Path state, AirlockStatus status) throws IOException {
    Path half = state.resolve(NAME + ".part");
    Files.writeString(half, StatusText.json(status) + "\n", StandardCharsets.UTF_8);
    Files.move(
        half,
        state.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// What waits for a decision.
  static List<AirlockStatus.HeldState> held(Standing standing, Flows flows) {
    return standing.items().stream()
        .filter(HeldItem::open)
        .map(item ->
            new AirlockStatus.HeldState(
                item.number(),
                item.held().flow(),
                item.held().at(),
                Quarantine.ends(item, flows),
                Fields.spelling(item.held().reason()),
                item.state() == HeldItem.State.REQUESTED))
        .toList();
  }
}

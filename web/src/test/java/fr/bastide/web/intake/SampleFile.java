package fr.bastide.web.intake;

import fr.bastide.loop.intake.Message;
import fr.bastide.loop.intake.ReportFile;
import fr.bastide.loop.intake.ReportId;
import fr.bastide.store.Repositories;
import fr.bastide.web.TestServer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A file that came with a report.
public final class SampleFile {

  private SampleFile() {}

  /// Keeps a mail with a file for a report.
  ///
  /// @return the identifier of the file
  public static String of(TestServer server, String report) {
    return of(server, report, "Un message", "ecran.png");
  }

  /// The same, with this text and this name of the file. The mail only claims to belong there.
  public static String of(TestServer server, String report, String text, String name) {
    ReportId id = ReportId.parse(report);
    Instant now = Instant.now();
    Message message =
        new Message(
            UUID.randomUUID(),
            id,
            Message.Author.MAIL,
            "zoe@exemple.fr",
            text,
            now,
            Message.Standing.CLAIMED,
            Optional.empty());
    ReportFile file =
        new ReportFile(
            UUID.randomUUID(), id, message.id(), name, "image/png", 1, "0".repeat(64), now);
    Repositories store = server.context().getBean(Repositories.class);
    store
        .transactions()
        .asHouse(() -> {
          store.conversations().add(message);
          store.conversations().add(file, new byte[1]);
          return file;
        });
    return file.id().toString();
  }
}

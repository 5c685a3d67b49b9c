package fr.bastide.loop.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is said about reports, and the files that come with it: it only grows. Port.
public interface Conversations {

  /// Keeps a message.
  void add(Message message);

  /// What was said about a report, oldest first.
  List<Message> of(ReportId report);

  /// How many messages a report has.
  int count(ReportId report);

  /// The message that went out, else the newest that came in, under one of these `Message-ID`s, if
  /// there is one: whoever copies the identifier of a letter does not draw its answers away.
  Optional<Message> findMail(Collection<String> messageIds);

  /// Whether a mail of the same content came since an instant.
  boolean cameBefore(String sha256, Instant since);

  /// Keeps a file.
  void add(ReportFile file, byte[] content);

  /// The files of a report, oldest first.
  List<ReportFile> files(ReportId report);

  /// The content of a file of a report, if it is there.
  Optional<byte[]> content(ReportId report, UUID file);
}

package fr.bastide.loop.memory;

import fr.bastide.loop.intake.Conversations;
import fr.bastide.loop.intake.Message;
import fr.bastide.loop.intake.ReportFile;
import fr.bastide.loop.intake.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is said about reports, in memory.
public final class MemoryConversations implements Conversations, Undoable {

  private record Kept(ReportFile file, byte[] content) {}

  private final List<Message> messages = new ArrayList<>();
  private final List<Kept> files = new ArrayList<>();

  @Override
  public void add(Message message) {
    messages.add(message);
  }

  @Override
  public List<Message> of(ReportId report) {
    return messages.stream().filter(message -> message.report().equals(report)).toList();
  }

  @Override
  public int count(ReportId report) {
    return of(report).size();
  }

  @Override
  public Optional<Message> findMail(Collection<String> messageIds) {
    return messages.reversed().stream()
        .filter(message ->
            message.mail().filter(mail -> messageIds.contains(mail.messageId())).isPresent())
        .min(Comparator.comparing(message -> message.author() != Message.Author.HOUSE));
  }

  @Override
  public boolean cameBefore(String sha256, Instant since) {
    return messages.stream()
        .anyMatch(message ->
            message.at().isAfter(since)
                && message.mail().filter(mail -> mail.sha256().equals(sha256)).isPresent());
  }

  @Override
  public void add(ReportFile file, byte[] content) {
    files.add(new Kept(file, content.clone()));
  }

  @Override
  public List<ReportFile> files(ReportId report) {
    return files.stream().map(Kept::file).filter(file -> file.report().equals(report)).toList();
  }

  @Override
  public Optional<byte[]> content(ReportId report, UUID file) {
    return files.stream()
        .filter(kept -> kept.file().report().equals(report) && kept.file().id().equals(file))
        .map(kept -> kept.content().clone())
        .findFirst();
  }

  @Override
  public Runnable remember() {
    List<Message> saidBefore = List.copyOf(messages);
    List<Kept> filesBefore = List.copyOf(files);
    return () -> {
      messages.clear();
      messages.addAll(saidBefore);
      files.clear();
      files.addAll(filesBefore);
    };
  }
}

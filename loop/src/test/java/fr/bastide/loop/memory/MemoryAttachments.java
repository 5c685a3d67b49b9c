package fr.bastide.loop.memory;

import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.assess.Attachment;
import fr.bastide.loop.assess.Attachments;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files in memory.
public final class MemoryAttachments implements Attachments, Undoable {

  private final Map<AttachmentId, Attachment> attachments = new LinkedHashMap<>();
  private final Map<AttachmentId, byte[]> contents = new LinkedHashMap<>();

  @Override
  public void add(Attachment attachment, byte[] content) {
    attachments.put(attachment.id(), attachment);
    contents.put(attachment.id(), content.clone());
  }

  @Override
  public List<Attachment> of(AssessmentId assessment) {
    return attachments.values().stream()
        .filter(a -> a.assessment().equals(assessment))
        .sorted(Comparator.comparing(Attachment::at))
        .toList();
  }

  @Override
  public Optional<Attachment> find(AttachmentId id) {
    return Optional.ofNullable(attachments.get(id));
  }

  @Override
  public Optional<byte[]> content(AttachmentId id) {
    return Optional.ofNullable(contents.get(id)).map(byte[]::clone);
  }

  @Override
  public Runnable remember() {
    Map<AttachmentId, Attachment> before = new LinkedHashMap<>(attachments);
    return () -> {
      attachments.keySet().retainAll(before.keySet());
      contents.keySet().retainAll(before.keySet());
    };
  }
}

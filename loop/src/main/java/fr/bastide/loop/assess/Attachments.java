package fr.bastide.loop.assess;

import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import java.util.List;
import java.util.Optional;

/// The files that stand behind answers. Port.
public interface Attachments {

  /// Keeps a file.
  void add(Attachment attachment, byte[] content);

  /// The files of an assessment, oldest first.
  List<Attachment> of(AssessmentId assessment);

  /// The file with this identifier, if the caller may see it.
  Optional<Attachment> find(AttachmentId id);

  /// Its content.
  Optional<byte[]> content(AttachmentId id);
}

package fr.bastide.loop.assess;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import java.time.Instant;

/// A file that stands behind an answer; kept as it came, only ever offered for download.
///
/// @param id its identifier
/// @param assessment the assessment it belongs to
/// @param question the question it is evidence for
/// @param name the file's name, 1 to 200 characters (code points), without path
/// @param bytes its size
/// @param sha256 hash of its content, 64 hexadecimal digits
/// @param author who brought it
/// @param at when
public record Attachment(
    AttachmentId id,
    AssessmentId assessment,
    String question,
    String name,
    long bytes,
    String sha256,
    AccountId author,
    Instant at) {

  /// The largest file, in bytes.
  public static final int MAX_BYTES = 10_000_000;
}

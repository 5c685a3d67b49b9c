package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.Attachment;
import fr.bastide.loop.assess.Attachments;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What [Attachments] promises.
public abstract class AttachmentsContract extends Contract {

  private Attachments attachments() {
    return ports().attachments();
  }

  private static Attachment attachment(
      AssessmentId assessment, Caller author, long bytes, Instant at) {
    return new Attachment(
        AttachmentId.random(),
        assessment,
        "backups.offline",
        "Procès-verbal d’essai (été).pdf",
        bytes,
        hash(),
        author.account().orElseThrow(),
        at);
  }

  @Test
  void comesBackAsItWasKept() {
    BodyId body = existingBody();
    Caller author = official(body);
    byte[] content = new byte[70_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i * 31);
    }
    Attachment kept = attachment(existingAssessment(body), author, content.length, Samples.NOON);
    by(author, () -> attachments().add(kept, content));
    assertThat(inside(author, () -> attachments().find(kept.id()))).contains(kept);
    assertThat(inside(author, () -> attachments().content(kept.id())).orElseThrow())
        .isEqualTo(content);
  }

  @Test
  void isNotFoundWhenThereIsNone() {
    BodyId body = existingBody();
    Caller author = official(body);
    AssessmentId assessment = existingAssessment(body);
    assertThat(inside(author, () -> attachments().of(assessment))).isEmpty();
    assertThat(inside(author, () -> attachments().find(AttachmentId.random()))).isEmpty();
    assertThat(inside(author, () -> attachments().content(AttachmentId.random()))).isEmpty();
  }

  @Test
  void listsThoseOfAnAssessmentOldestFirst() {
    BodyId body = existingBody();
    Caller author = official(body);
    AssessmentId assessment = existingAssessment(body);
    Attachment late = attachment(assessment, author, 1, Samples.NOON.plusSeconds(60));
    Attachment early = attachment(assessment, author, 1, Samples.NOON);
    BodyId other = existingBody();
    Caller stranger = official(other);
    Attachment foreign = attachment(existingAssessment(other), stranger, 1, Samples.NOON);
    by(author, () -> attachments().add(late, new byte[] {1}));
    by(author, () -> attachments().add(early, new byte[] {2}));
    by(stranger, () -> attachments().add(foreign, new byte[] {3}));
    assertThat(inside(author, () -> attachments().of(assessment))).containsExactly(early, late);
  }
}

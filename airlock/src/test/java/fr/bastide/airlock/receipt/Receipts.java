package fr.bastide.airlock.receipt;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.worker.Audit;
import fr.bastide.airlock.worker.Passage;
import fr.bastide.airlock.worker.Protection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Receipts to test with.
final class Receipts {

  static final String HOSTILE_NAME =
      "dev\u202eis<script>alert(1)</script>\"'&\u0000\n \\ 100 %s.pdf";

  private Receipts() {}

  static Receipt rebuilt() {
    Content out = Content.of("devis.pdf", "%PDF-1.7 new".getBytes(StandardCharsets.UTF_8));
    return receipt(
        new Outcome.Rebuilt(
            out,
            ContentType.PDF,
            List.of(
                new Finding(Threat.SCRIPT, "page 3", 2), new Finding(Threat.EMBEDDED_FILE, ""))),
        new Audit.Clean());
  }

  static Receipt clean() {
    Content out = Content.of("devis.pdf", "%PDF-1.7 new".getBytes(StandardCharsets.UTF_8));
    return receipt(new Outcome.Rebuilt(out, ContentType.PDF, List.of()), new Audit.Clean());
  }

  static Receipt refused() {
    return receipt(new Outcome.Refused(Reason.ENCRYPTED), new Audit.NotNeeded());
  }

  static Receipt unaudited() {
    return receipt(
        new Outcome.Refused(Reason.AUDIT_FAILED, "page 1"),
        new Audit.Failed(List.of(new Finding(Threat.LAUNCH, "page 1"))));
  }

  private static Receipt receipt(Outcome outcome, Audit audit) {
    Passage passage =
        new Passage(
            outcome,
            ContentType.PDF,
            audit,
            Set.of(Protection.NO_NETWORK, Protection.BOUNDED),
            Duration.ofMillis(37));
    Content content =
        new Content(
            HOSTILE_NAME,
            Optional.of("application/pdf"),
            "%PDF-1.7 old".getBytes(StandardCharsets.UTF_8));
    return Receipt.of(
        content, passage, Policies.named("standard"), Instant.parse("2026-11-24T07:30:00Z"));
  }
}

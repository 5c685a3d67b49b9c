package fr.bastide.incident.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.file.FactsFiles.Outcome;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Switches;
import java.time.Instant;

/// Hostile files of facts: whatever the bytes, findings or facts; and facts that were accepted can
/// be judged and written.
class FactsFilesFuzz {

  private static final ObligationBook BOOK = ObligationBook.builtin();
  private static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");

  @FuzzTest(maxDuration = "60s")
  void neverThrows(byte[] bytes) {
    switch (FactsFiles.read(bytes, BOOK)) {
      case Outcome.Refused refused -> {
        if (refused.findings().isEmpty()) {
          throw new AssertionError("refused without a reason");
        }
      }
      case Outcome.Usable usable -> {
        Qualification qualification = Qualification.of(usable.facts(), AT, Switches.NONE);
        if (qualification.verdicts().size() != BOOK.duties().size()
            || qualification.classification().isEmpty()
            || Results.json(qualification, BOOK).isEmpty()) {
          throw new AssertionError("an incomplete qualification");
        }
      }
    }
  }
}

package fr.bastide.incident.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.DossierKind;
import fr.bastide.incident.dossier.Dossiers;
import fr.bastide.incident.file.CaseSheets.Outcome;

/// Hostile files of a case: whatever the bytes, findings or a case; and what was accepted can be
/// made into every document.
class CaseSheetsFuzz {

  private static final Qualification QUALIFICATION = CaseSheetsTest.qualification();

  @FuzzTest(maxDuration = "60s")
  void neverThrows(byte[] bytes) {
    switch (CaseSheets.read(bytes, QUALIFICATION)) {
      case Outcome.Refused refused -> {
        if (refused.findings().isEmpty()) {
          throw new AssertionError("refused without a reason");
        }
      }
      case Outcome.Usable usable -> {
        for (DossierKind kind : Dossiers.kinds()) {
          if (Dossiers.text(Dossiers.make(kind, usable.file(), kind.languages().getFirst()))
              .isEmpty()) {
            throw new AssertionError("an empty document");
          }
        }
      }
    }
  }
}

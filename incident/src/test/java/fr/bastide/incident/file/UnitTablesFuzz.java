package fr.bastide.incident.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.incident.dossier.Unit;

/// Hostile tables of units: whatever the bytes, units or findings.
class UnitTablesFuzz {

  @FuzzTest(maxDuration = "60s")
  void neverThrows(byte[] bytes) {
    UnitTables.Table table = UnitTables.read(bytes, Unit.Force.POLICE);
    for (Unit unit : table.units()) {
      if (unit.name().isBlank() || unit.name().indexOf('\n') >= 0) {
        throw new AssertionError("a unit without a name on one line");
      }
    }
  }
}

package fr.bastide.loop.territory;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.loop.territory.BodyCsv.Reading;
import fr.bastide.loop.territory.BodyCsv.Refused;
import fr.bastide.loop.territory.BodyCsv.Report;
import java.util.HashSet;
import java.util.Set;

class BodyCsvFuzz {

  /// Any bytes give a report or a refusal; what was found valid survives being written and read.
  @FuzzTest(maxDuration = "30s")
  void anyFileIsReadOrRefused(byte[] file) {
    Reading reading = BodyCsv.read(file);
    switch (reading) {
      case Refused refused -> check(refused.line() >= 0, "a line below zero");
      case Report report -> readAgain(report);
    }
  }

  private static void readAgain(Report report) {
    Set<String> ids = new HashSet<>();
    report.bodies().forEach(body -> ids.add(body.id().value()));
    check(ids.size() == report.bodies().size(), "one identifier for two bodies");
    int before = 0;
    for (BodyCsv.Row row : report.rows()) {
      check(row.line() > before, "lines out of order");
      before = row.line();
    }
    byte[] written = BodyCsv.write(report.bodies());
    if (written.length <= BodyCsv.MAX_BYTES) {
      check(
          BodyCsv.read(written) instanceof Report again && again.bodies().equals(report.bodies()),
          "not the same once written and read");
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}

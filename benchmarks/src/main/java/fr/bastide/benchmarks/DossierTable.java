package fr.bastide.benchmarks;

import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.Breach;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Dossier;
import fr.bastide.incident.dossier.Dossiers;
import fr.bastide.incident.dossier.Marking;
import fr.bastide.incident.dossier.Records;
import fr.bastide.incident.dossier.Recovery;
import fr.bastide.incident.dossier.Victim;
import fr.bastide.incident.file.FactsFiles;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.kernel.Language;
import fr.bastide.print.DossierDocuments;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A complaint with 400 lines of timeline, evidence and traces: made, then as PDF/UA and as DOCX.
final class DossierTable {

  private static final int LINES = 400;
  private static final int WARM = 5;
  private static final int RUNS = 11;
  private static final Instant AT = Instant.parse("2026-11-25T07:00:00Z");

  private DossierTable() {}

  static void print() {
    CaseFile file = file();
    Dossier complaint = complaint(file);
    measure("made", () -> complaint(file).blocks().size());
    measure("PDF/UA", () -> DossierDocuments.pdf(complaint).length);
    measure("DOCX", () -> DossierDocuments.docx(complaint).length);
    measure("text", () -> Dossiers.text(complaint).length());
  }

  private static void measure(String what, Supplier<Integer> work) {
    long start = System.nanoTime();
    int size = work.get();
    long first = (System.nanoTime() - start) / 1_000_000;
    for (int i = 0; i < WARM; i++) {
      size = work.get();
    }
    long[] millis = new long[RUNS];
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long used = thread.getCurrentThreadCpuTime();
    for (int i = 0; i < RUNS; i++) {
      start = System.nanoTime();
      size = work.get();
      millis[i] = (System.nanoTime() - start) / 1_000_000;
    }
    used = (thread.getCurrentThreadCpuTime() - used) / RUNS / 1_000_000;
    Arrays.sort(millis);
    System.out.printf(
        "%s: first %d ms, median %d ms, worst %d ms, %d ms of CPU, size %d%n",
        what, first, millis[RUNS / 2], millis[RUNS - 1], used, size);
  }

  private static Dossier complaint(CaseFile file) {
    return Dossiers.make(Dossiers.kind("complaint").orElseThrow(), file, Language.FR);
  }

  private static CaseFile file() {
    String yaml =
        """
        format: incident-facts/1
        name: "Saint-Exemple"
        body: {form: commune, cyber-insurance: yes}
        clocks: {suspected: 2026-11-24 01:40, certain: 2026-11-24 02:00}
        incident: {malicious: yes, ransomware: yes, account: privileged}
        data: {personal: yes, controller: yes, unavailable: yes}
        effects: {administration: stopped, civil-registry: degraded}
        """;
    FactsFiles.Outcome read =
        FactsFiles.read(yaml.getBytes(StandardCharsets.UTF_8), ObligationBook.builtin());
    if (!(read instanceof FactsFiles.Outcome.Usable usable)) {
      throw new IllegalStateException(read.findings().toString());
    }
    return new CaseFile(
        "CAS-2026-0042",
        Qualification.of(usable.facts(), AT, Switches.NONE),
        Victim.UNKNOWN,
        List.of(),
        records(),
        Breach.UNKNOWN,
        List.of(),
        Recovery.NONE);
  }

  private static Records records() {
    List<Records.Happening> timeline = new ArrayList<>();
    List<Records.Evidence> evidence = new ArrayList<>();
    List<Records.Observable> observables = new ArrayList<>();
    for (int i = 0; i < LINES / 4; i++) {
      Instant at = AT.minusSeconds(86_400L - 600L * i);
      String sentence = "Le serveur " + i + " est isolé du réseau, ses journaux sont copiés.";
      timeline.add(new Records.Happening(at, sentence, "opérateur", Marking.GREEN));
      timeline.add(
          new Records.Happening(at.plusSeconds(60), "Appel de la mairie.", "", Marking.GREEN));
      evidence.add(
          new Records.Evidence(
              "P-" + i,
              "journal-" + i + ".evtx",
              "%064x".formatted(0x1000_0000L + i),
              Optional.of(1_048_576L + i),
              Optional.of(at),
              "C. Exemple",
              "coffre du centre",
              Marking.AMBER));
      observables.add(
          new Records.Observable("adresse IP", "192.0.2." + i % 256, "vue", Marking.GREEN));
    }
    return new Records(timeline, List.of(), evidence, observables);
  }
}

package fr.bastide.print;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.Breach;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Contact;
import fr.bastide.incident.dossier.Marking;
import fr.bastide.incident.dossier.Records;
import fr.bastide.incident.dossier.Recovery;
import fr.bastide.incident.dossier.Unit;
import fr.bastide.incident.dossier.Victim;
import fr.bastide.incident.file.FactsFiles;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Siren;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The case of a made-up town, with as much in it as one wants.
final class CaseSample {

  private static final Instant AT = Instant.parse("2026-11-25T07:00:00Z");

  private CaseSample() {}

  /// What was known when little was.
  static CaseFile bare() {
    return CaseFile.of(qualification("format: incident-facts/1\n"));
  }

  /// A case with about so many lines in its annexes.
  static CaseFile full(int lines) {
    return new CaseFile(
        "CAS-2026-0042",
        qualification(
            """
            format: incident-facts/1
            name: "Saint-Exemple & <Fils>"
            body: {form: commune, population: 4200, cyber-insurance: yes, runs-care-home: no}
            clocks: {began: 2026-11-23 23:00, suspected: 2026-11-24 01:40, certain: 2026-11-24 02:00, breach-aware: 2026-11-24 02:00}
            incident: {malicious: yes, ransomware: yes, account: privileged, system-intrusion: yes}
            data: {personal: yes, controller: yes, unavailable: yes, disclosed: unknown, risk: high}
            effects: {administration: stopped, civil-registry: degraded, payroll: degraded, website: stopped}
            done:
              insurer-notice: {at: 2026-11-24 10:00, proof: "sinistre 2026-778"}
            """),
        new Victim(
            Optional.of(Siren.parse("213105554")),
            Optional.of(new InseeCode("31555")),
            Optional.empty(),
            "1 place du Capitole, 31000 Saint-Exemple",
            "05 00 00 00 00",
            "mairie@saint-exemple.example"),
        List.of(
            new Contact(Contact.Role.SIGNATORY, "Claude Exemple", "maire", "06 00 00 00 00", ""),
            new Contact(Contact.Role.IT, "Dominique Essai", "informaticien", "", "")),
        records(lines),
        new Breach("agents, habitants", Optional.of(5200L), "", Optional.empty(), "", "", "", ""),
        List.of(
            new Unit(
                Unit.Force.GENDARMERIE,
                "Brigade fictive",
                "2 rue Exemple, 31000 Saint-Exemple",
                "05 11 11 11 11",
                "8 h – 12 h",
                new InseeCode("31555"),
                Optional.empty())),
        Recovery.NONE);
  }

  private static Records records(int lines) {
    List<Records.Happening> timeline = new ArrayList<>();
    List<Records.Evidence> evidence = new ArrayList<>();
    List<Records.Observable> observables = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      Instant at = AT.minusSeconds(86_400L - 60L * i);
      switch (i % 4) {
        case 0, 1 ->
            timeline.add(
                new Records.Happening(
                    at,
                    "Le serveur " + i + " est isolé du réseau et ses journaux sont copiés.",
                    i % 8 == 0 ? "opérateur" : "",
                    Marking.CLEAR));
        case 2 ->
            evidence.add(
                new Records.Evidence(
                    "P-" + i,
                    "journal-" + i + ".evtx",
                    "%064x"
                        .formatted(
                            java.math.BigInteger.TWO.pow(250).add(java.math.BigInteger.valueOf(i))),
                    Optional.of(1_048_576L + i),
                    Optional.of(at),
                    "C. Exemple",
                    "coffre du centre",
                    Marking.AMBER));
        default ->
            observables.add(
                new Records.Observable(
                    "adresse IP",
                    "192.0.2." + i % 256,
                    "",
                    i % 16 == 3 ? Marking.RED : Marking.GREEN));
      }
    }
    return new Records(
        timeline,
        List.of(
            new Records.Damage("Heures supplémentaires", Optional.of(Money.euros(4200)), "état"),
            new Records.Damage("Prestataire", Optional.of(Money.euros(18_000)), "devis"),
            new Records.Damage("Recettes de la régie", Optional.empty(), "")),
        evidence,
        observables);
  }

  private static Qualification qualification(String yaml) {
    FactsFiles.Outcome outcome =
        FactsFiles.read(yaml.getBytes(StandardCharsets.UTF_8), ObligationBook.builtin());
    assertThat(outcome.findings()).isEmpty();
    return Qualification.of(((FactsFiles.Outcome.Usable) outcome).facts(), AT, Switches.NONE);
  }
}

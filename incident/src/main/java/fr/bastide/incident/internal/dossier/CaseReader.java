package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.Breach;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Contact;
import fr.bastide.incident.dossier.Interview;
import fr.bastide.incident.dossier.Marking;
import fr.bastide.incident.dossier.Place;
import fr.bastide.incident.dossier.Records;
import fr.bastide.incident.dossier.Recovery;
import fr.bastide.incident.dossier.Victim;
import fr.bastide.incident.file.CaseSheets;
import fr.bastide.incident.file.CaseSheets.Outcome;
import fr.bastide.incident.internal.Moments;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Siren;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads what a case knows beside its facts.
public final class CaseReader {

  private static final String FORMAT = "incident-case/1";
  private static final int SHORT = 300;
  private static final int LONG = 2000;
  private static final int MOST_ITEMS = 2000;
  private static final double MOST_EUROS = 1_000_000_000;
  private static final double MOST_BYTES = 1e15;

  private final Qualification qualification;
  private final Findings findings = new Findings("");

  public CaseReader(Qualification qualification) {
    this.qualification = qualification;
  }

  /// See [CaseSheets#read].
  public Outcome read(byte[] bytes) {
    Optional<CaseFile> file =
        YamlReader.read(bytes, CaseSheets.MAX_BYTES, findings)
            .map(yaml -> file(Fields.of(yaml, "", findings)));
    if (file.isEmpty() || findings.anyError()) {
      return new Outcome.Refused(findings.sorted());
    }
    return new Outcome.Usable(file.get(), findings.sorted());
  }

  private CaseFile file(Fields file) {
    file.known(
        "format",
        "reference",
        "victim",
        "contacts",
        "timeline",
        "damage",
        "evidence",
        "observables",
        "breach",
        "interview",
        "score");
    String format = file.text("format", 40);
    if (!format.isEmpty() && !format.equals(FORMAT)) {
      findings.unknown(file.lineOf("format"), "format", format, List.of(FORMAT));
    }
    return new CaseFile(
        file.textOr("reference", SHORT),
        qualification,
        part(file, "victim").map(this::victim).orElse(Victim.UNKNOWN),
        all(file, "contacts", this::contact),
        new Records(
            all(file, "timeline", this::happening),
            all(file, "damage", this::damage),
            all(file, "evidence", this::evidence),
            all(file, "observables", this::observable)),
        part(file, "breach").map(CaseReader::breach).orElse(Breach.UNKNOWN),
        List.of(),
        recovery(file));
  }

  private Optional<Fields> part(Fields file, String key) {
    return file.find(key).map(yaml -> Fields.of(yaml, key, findings));
  }

  private <T> List<T> all(Fields file, String key, Function<Fields, T> one) {
    List<Yaml> items = file.list(key);
    if (items.size() > MOST_ITEMS) {
      findings.error(
          file.lineOf(key),
          key,
          "Cette liste est trop longue\u00a0: " + MOST_ITEMS + " au plus.",
          "This list is too long: " + MOST_ITEMS + " at most.");
      return List.of();
    }
    List<T> all = new ArrayList<>();
    for (Yaml item : items) {
      all.add(one.apply(Fields.of(item, key, findings)));
    }
    return all;
  }

  private Victim victim(Fields victim) {
    victim.known("siren", "commune", "latitude", "longitude", "address", "phone", "mail");
    Optional<Place> place = Optional.empty();
    if (victim.has("latitude") || victim.has("longitude")) {
      place =
          Optional.of(
              new Place(victim.number("latitude", -90, 90), victim.number("longitude", -180, 180)));
    }
    return new Victim(
        identifier(victim, "siren", Siren::parse),
        identifier(victim, "commune", InseeCode::new),
        place,
        victim.textOr("address", SHORT),
        victim.textOr("phone", SHORT),
        victim.textOr("mail", SHORT));
  }

  private <T> Optional<T> identifier(Fields fields, String key, Function<String, T> parse) {
    String text = fields.textOr(key, 40);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (InvalidIdentifier wrong) {
      findings.error(fields.lineOf(key), fields.placeOf(key), wrong.text().fr(), wrong.text().en());
      return Optional.empty();
    }
  }

  private Contact contact(Fields contact) {
    contact.known("role", "name", "function", "phone", "mail");
    return new Contact(
        contact.constant("role", Contact.Role.values()),
        contact.textOr("name", SHORT),
        contact.textOr("function", SHORT),
        contact.textOr("phone", SHORT),
        contact.textOr("mail", SHORT));
  }

  private Records.Happening happening(Fields one) {
    one.known("at", "what", "source", "tlp");
    return new Records.Happening(
        instant(one, "at").orElse(Instant.EPOCH),
        one.text("what", LONG),
        one.textOr("source", SHORT),
        marking(one));
  }

  private Records.Damage damage(Fields one) {
    one.known("what", "euros", "proof");
    Optional<Money> amount =
        one.numberOr("euros", 0, MOST_EUROS).map(euros -> new Money(Math.round(euros * 100)));
    return new Records.Damage(one.text("what", LONG), amount, one.textOr("proof", SHORT));
  }

  private Records.Evidence evidence(Fields one) {
    one.known("number", "name", "sha256", "bytes", "collected", "collector", "keeper", "tlp");
    String hash = one.textOr("sha256", 64).toLowerCase(java.util.Locale.ROOT);
    boolean hexadecimal = hash.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    if (!hash.isEmpty() && !(hexadecimal && hash.length() == 64)) {
      findings.error(
          one.lineOf("sha256"),
          one.placeOf("sha256"),
          "Une empreinte SHA-256 compte 64 chiffres hexadécimaux.",
          "A SHA-256 hash has 64 hexadecimal digits.");
    }
    return new Records.Evidence(
        one.text("number", SHORT),
        one.text("name", LONG),
        hash,
        one.numberOr("bytes", 0, MOST_BYTES).map(Double::longValue),
        one.has("collected") ? instant(one, "collected") : Optional.empty(),
        one.textOr("collector", SHORT),
        one.textOr("keeper", SHORT),
        marking(one));
  }

  private Records.Observable observable(Fields one) {
    one.known("type", "value", "note", "tlp");
    return new Records.Observable(
        one.text("type", SHORT), one.text("value", LONG), one.textOr("note", LONG), marking(one));
  }

  private static Breach breach(Fields one) {
    one.known(
        "people", "persons", "kinds", "records", "consequences", "before", "measures", "delay");
    return new Breach(
        one.textOr("people", LONG),
        one.numberOr("persons", 0, MOST_BYTES).map(Double::longValue),
        one.textOr("kinds", LONG),
        one.numberOr("records", 0, MOST_BYTES).map(Double::longValue),
        one.textOr("consequences", LONG),
        one.textOr("before", LONG),
        one.textOr("measures", LONG),
        one.textOr("delay", LONG));
  }

  private Recovery recovery(Fields file) {
    Map<String, String> answers = new LinkedHashMap<>();
    List<String> asked =
        Interview.builtin().questions().stream().map(Interview.Question::id).toList();
    part(file, "interview")
        .map(interview -> interview.known(asked.toArray(String[]::new)))
        .ifPresent(interview -> asked.forEach(id -> answers.put(id, interview.textOr(id, LONG))));
    Optional<Fields> score = part(file, "score").map(one -> one.known("before", "now"));
    return new Recovery(
        Map.of(),
        answers,
        score.map(one -> one.textOr("before", SHORT)).orElse(""),
        score.map(one -> one.textOr("now", SHORT)).orElse(""));
  }

  /// What nobody marked stays among those who work on the case.
  private static Marking marking(Fields one) {
    return one.constantOr("tlp", Marking.values()).orElse(Marking.AMBER);
  }

  private Optional<Instant> instant(Fields fields, String key) {
    String text = fields.text(key, 40);
    Optional<Moments.Moment> moment = Moments.parse(text);
    if (moment.isEmpty() && !text.isEmpty()) {
      findings.error(
          fields.lineOf(key),
          fields.placeOf(key),
          "Il faut un jour et une heure, comme 2026-11-24 08:30 (heure de Paris).",
          "A day and an hour are needed, such as 2026-11-24 08:30 (Paris time).");
    }
    return moment.map(Moments.Moment::instant);
  }
}

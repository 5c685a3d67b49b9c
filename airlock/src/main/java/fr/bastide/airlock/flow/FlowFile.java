package fr.bastide.airlock.flow;

import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Reason;
import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the file that says which flows there are; its shape is `flows.schema.json`.
public final class FlowFile {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 1_000_000;

  private static final String VERSION = "1";
  private static final int NAME = 120;
  private static final int CONTACT = 300;
  private static final int DAYS = 3_650;

  private final Findings findings = new Findings("");
  private final List<FlowUser> users = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  private FlowFile() {}

  /// The flows of a file, or everything that is wrong in it.
  public static FlowReading read(byte[] yaml) {
    FlowFile file = new FlowFile();
    Optional<Flows> flows = YamlReader.read(yaml, MAX_BYTES, file.findings).map(file::flows);
    return flows.isPresent() && !file.findings.anyError()
        ? new FlowReading.Usable(flows.get(), file.findings.sorted())
        : new FlowReading.Unusable(file.findings.sorted());
  }

  private Flows flows(Yaml root) {
    Fields fields =
        Fields.of(root, "", findings)
            .known("flows-version", "body", "contact", "users", "commanders", "flows");
    String version = fields.text("flows-version", 9);
    if (!version.isEmpty() && !version.equals(VERSION)) {
      findings.unknown(fields.lineOf("flows-version"), "flows-version", version, List.of(VERSION));
    }
    Text body = fields.localised("body", NAME);
    Text contact = fields.localised("contact", CONTACT);
    fields.list("users").forEach(this::user);
    List<String> commanders = people(fields, "commanders");
    List<Flow> flows = new ArrayList<>();
    for (Yaml one : fields.list("flows")) {
      Flow flow = flow(Fields.of(one, "flows", findings));
      if (flows.stream().anyMatch(other -> other.id().equals(flow.id()))) {
        findings.duplicate(one.line(), "flows", flow.id());
      }
      flows.add(flow);
    }
    advise(fields, flows, commanders);
    return new Flows(body, contact, users, commanders, flows);
  }

  private void user(Yaml yaml) {
    Fields fields = Fields.of(yaml, "users", findings).known("id", "name", "password", "keys");
    String id = id(fields);
    String password = fields.textOr("password", CONTACT);
    if (!password.isEmpty() && !PasswordDigest.wellFormed(password)) {
      findings.error(
          fields.lineOf("password"),
          "users.password",
          "Ce n’est pas l’empreinte d’un mot de passe\u00a0: faites-la avec bastide airlock flows"
              + " password.",
          "This is no digest of a password: make one with bastide airlock flows password.");
    }
    List<String> keys = new ArrayList<>();
    for (Yaml item : fields.list("keys")) {
      String key = item instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
      if (SshKeyLine.wellFormed(key)) {
        keys.add(key);
      } else {
        findings.error(
            item.line(),
            "users.keys",
            "Il faut ici une clé publique SSH sur une ligne, comme dans authorized_keys.",
            "A public SSH key on one line is needed here, as in authorized_keys.");
      }
    }
    if (password.isEmpty() && keys.isEmpty()) {
      findings.warning(
          fields.line(),
          "users." + id,
          "Sans mot de passe ni clé, cette personne ne peut pas entrer.",
          "With neither password nor key this person cannot sign in.");
    }
    if (!known.add(id)) {
      findings.duplicate(fields.line(), "users", id);
    }
    users.add(new FlowUser(id, fields.text("name", NAME), password, keys));
  }

  private Flow flow(Fields fields) {
    fields.known(
        "id",
        "name",
        "direction",
        "carries",
        "policy",
        "pixels",
        "vital",
        "returns",
        "senders",
        "readers",
        "approvers",
        "quota",
        "retention-days",
        "releasable");
    String id = id(fields);
    Text name = fields.localised("name", NAME);
    int returns =
        fields.numberOr("returns", 1, Flow.LAST_STEP).map(Double::intValue).orElse(Flow.LAST_STEP);
    Duration retention =
        fields
            .numberOr("retention-days", 1, DAYS)
            .map(days -> Duration.ofDays(days.intValue()))
            .orElse(Flow.STANDARD_RETENTION);
    return new Flow(
        id,
        name,
        fields.constant("direction", Flow.Direction.values()),
        fields.constantOr("carries", Flow.Cargo.values()).orElse(Flow.Cargo.FILES),
        policy(fields),
        fields.flag("pixels"),
        fields.flag("vital"),
        returns,
        people(fields, "senders"),
        people(fields, "readers"),
        people(fields, "approvers"),
        fields.find("quota").map(this::quota).orElse(Quota.STANDARD),
        retention,
        reasons(fields));
  }

  private String policy(Fields fields) {
    String policy = fields.textOr("policy", 20);
    if (!policy.isEmpty() && !Policies.NAMES.contains(policy)) {
      findings.unknown(fields.lineOf("policy"), fields.placeOf("policy"), policy, Policies.NAMES);
    }
    return Policies.NAMES.contains(policy) ? policy : "standard";
  }

  private Quota quota(Yaml yaml) {
    Fields fields =
        Fields.of(yaml, "flows.quota", findings)
            .known("files-per-day", "megabytes-per-day", "largest-megabytes");
    return new Quota(
        fields
            .numberOr("files-per-day", 1, 1_000_000)
            .map(Double::intValue)
            .orElse(Quota.STANDARD.filesPerDay()),
        fields
            .numberOr("megabytes-per-day", 1, 1_000_000)
            .map(number -> number.longValue() * Quota.MEGABYTE)
            .orElse(Quota.STANDARD.bytesPerDay()),
        fields
            .numberOr("largest-megabytes", 1, Quota.MOST_MEGABYTES)
            .map(number -> number.longValue() * Quota.MEGABYTE)
            .orElse(Quota.STANDARD.largest()));
  }

  private Set<Reason> reasons(Fields fields) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    List<String> spellings = Arrays.stream(Reason.values()).map(Fields::spelling).toList();
    for (Yaml item : fields.list("releasable")) {
      String text = item instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
      Optional<Reason> reason =
          Arrays.stream(Reason.values())
              .filter(one -> Fields.spelling(one).equals(text))
              .findFirst();
      if (reason.isEmpty()) {
        findings.unknown(item.line(), fields.placeOf("releasable"), text, spellings);
      } else {
        reasons.add(reason.get());
      }
    }
    return reasons;
  }

  private List<String> people(Fields fields, String key) {
    List<String> people = new ArrayList<>();
    for (Yaml item : fields.list(key)) {
      String id = item instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
      if (!known.contains(id)) {
        findings.unknown(item.line(), fields.placeOf(key), id, known);
      } else if (people.contains(id)) {
        findings.duplicate(item.line(), fields.placeOf(key), id);
      } else {
        people.add(id);
      }
    }
    return people;
  }

  private String id(Fields fields) {
    String id = fields.text("id", 40);
    boolean plain =
        id.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
    if (!id.isEmpty() && (!plain || id.equals("manifest"))) {
      findings.error(
          fields.lineOf("id"),
          fields.placeOf("id"),
          "Un identifiant a des minuscules sans accents, des chiffres, - et _\u202f; «\u00a0manifest\u00a0» est pris.",
          "An identifier has lower-case letters without accents, digits, - and _; \"manifest\" is"
              + " taken.");
    }
    return id;
  }

  /// What can be used but will disappoint.
  private void advise(Fields fields, List<Flow> flows, List<String> commanders) {
    if (flows.isEmpty()) {
      findings.error(
          fields.lineOf("flows"),
          "flows",
          "Il faut au moins un flux.",
          "At least one flow is needed.");
    } else if (flows.stream().noneMatch(Flow::vital)) {
      findings.warning(
          fields.lineOf("flows"),
          "flows",
          "Aucun flux n’est vital\u00a0: en mode attaque, tout serait coupé.",
          "No flow is vital: under attack everything would be cut.");
    }
    if (commanders.isEmpty()) {
      findings.warning(
          fields.lineOf("commanders"),
          "commanders",
          "Personne ne peut décider le mode attaque depuis la page.",
          "Nobody can begin attack mode from the page.");
    }
    for (Flow flow : flows) {
      if (!flow.releasable().isEmpty() && flow.approvers().isEmpty()) {
        findings.warning(
            fields.lineOf("flows"),
            "flows." + flow.id() + ".approvers",
            "Rien de ce qui est retenu ne pourra être libéré\u00a0: il faut au moins un"
                + " approbateur.",
            "Nothing that is held can be released: at least one approver is needed.");
      }
    }
  }
}

package fr.bastide.airlock.receipt;

import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Words;
import fr.bastide.airlock.worker.Audit;
import fr.bastide.airlock.worker.Protection;
import fr.bastide.kernel.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A receipt as the fields of its JSON; schema: `receipt.schema.json`.
final class ReceiptFields {

  private static final String SCHEMA = "1";

  private ReceiptFields() {}

  static Map<String, Object> of(Receipt receipt) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schema", SCHEMA);
    fields.put("instant", receipt.instant().toString());
    fields.put("engine", receipt.engine());
    fields.put("policy", Map.of("name", receipt.policyName(), "version", receipt.policyVersion()));
    fields.put("arrived", arrived(receipt.arrived()));
    fields.put("found", kind(receipt.found()));
    fields.put("result", receipt.left().isPresent() ? "rebuilt" : "refused");
    receipt.left().ifPresent(left -> fields.put("left", left(left)));
    fields.put("findings", receipt.findings().stream().map(ReceiptFields::finding).toList());
    receipt.refusal().ifPresent(refusal -> fields.put("refusal", refusal(refusal)));
    fields.put("audit", audit(receipt.audit()));
    fields.put(
        "confinement",
        receipt.confinement().stream().sorted().map(ReceiptFields::protection).toList());
    fields.put("milliseconds", receipt.taken().toMillis());
    return fields;
  }

  private static Map<String, Object> arrived(Receipt.Arrived arrived) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", arrived.name());
    arrived.declaredType().ifPresent(type -> fields.put("declaredType", type));
    fields.put("size", arrived.size());
    fields.put("sha256", arrived.sha256());
    return fields;
  }

  private static Map<String, Object> left(Receipt.Left left) {
    return Map.of(
        "name", left.name(),
        "type", kind(left.type()),
        "size", left.size(),
        "sha256", left.sha256());
  }

  private static Map<String, Object> kind(fr.bastide.airlock.ContentType type) {
    return Map.of("kind", id(type), "mediaType", type.mediaType());
  }

  private static Map<String, Object> finding(Finding finding) {
    Words.OfThreat words = Words.of(finding.threat());
    return Map.of(
        "threat", id(finding.threat()),
        "where", finding.where(),
        "count", finding.count(),
        "name", both(words.name()),
        "danger", both(words.danger()));
  }

  private static Map<String, Object> refusal(Outcome.Refused refusal) {
    Words.OfReason words = Words.of(refusal.reason());
    return Map.of(
        "reason", id(refusal.reason()),
        "where", refusal.where(),
        "what", both(words.what()),
        "ask", both(words.ask()));
  }

  private static Map<String, Object> audit(Audit audit) {
    return switch (audit) {
      case Audit.Clean _ -> Map.of("result", "clean", "remains", List.of());
      case Audit.NotNeeded _ -> Map.of("result", "not-needed", "remains", List.of());
      case Audit.Failed failed ->
          Map.of(
              "result",
              "failed",
              "remains",
              failed.remains().stream().map(ReceiptFields::finding).toList());
    };
  }

  private static Map<String, Object> protection(Protection protection) {
    return Map.of("protection", id(protection), "name", both(protection.words()));
  }

  private static Map<String, Object> both(Text text) {
    return Map.of("fr", text.fr(), "en", text.en());
  }

  private static String id(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

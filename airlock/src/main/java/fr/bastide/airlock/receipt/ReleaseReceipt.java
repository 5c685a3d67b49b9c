package fr.bastide.airlock.receipt;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Words;
import fr.bastide.document.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The receipt of a file that crossed untouched because two people agreed; schema:
/// `release.schema.json`.
///
/// @param instant when it was released
/// @param item its number in quarantine
/// @param flow the flow it crosses in
/// @param name as declared
/// @param size in bytes
/// @param sha256 of the file, the same before and after
/// @param reason why it had been held
/// @param requestedBy who asked for it
/// @param releasedBy who let it cross
public record ReleaseReceipt(
    Instant instant,
    long item,
    String flow,
    String name,
    long size,
    String sha256,
    Reason reason,
    String requestedBy,
    String releasedBy) {

  /// The receipt as canonical JSON under the operator's signature.
  public String write(OperatorKey key) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Words.OfReason words = Words.of(reason);
    fields.put("schema", "1");
    fields.put("result", "released");
    fields.put("instant", instant.toString());
    fields.put("engine", Engine.version());
    fields.put("item", item);
    fields.put("flow", flow);
    fields.put("arrived", Map.of("name", name, "size", size, "sha256", sha256));
    fields.put("left", Map.of("name", name, "size", size, "sha256", sha256));
    fields.put(
        "refusal",
        Map.of(
            "reason",
            reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            "what",
            Map.of("fr", words.what().fr(), "en", words.what().en())));
    fields.put("requestedBy", requestedBy);
    fields.put("releasedBy", releasedBy);
    byte[] message = CanonicalJson.compact(fields).getBytes(StandardCharsets.UTF_8);
    fields.put(
        SealedReceipt.SIGNATURE,
        Map.of(
            "algorithm",
            OperatorKey.ALGORITHM,
            "key",
            key.open(),
            "value",
            Base64.getEncoder().encodeToString(key.sign(message))));
    return CanonicalJson.compact(fields) + "\n";
  }
}

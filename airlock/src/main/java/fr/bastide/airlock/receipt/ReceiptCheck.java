package fr.bastide.airlock.receipt;

import fr.bastide.document.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks a sealed receipt, which may come from anybody.
public final class ReceiptCheck {

  private static final int LONGEST = 16 << 20;
  private static final int DEEPEST = 16;
  private static final int SIGNATURE_FIELDS = 3;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(1 << 16)
                          .maxNumberLength(20)
                          .maxDocumentLength(LONGEST)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private ReceiptCheck() {}

  /// Whether a receipt stands as it was sealed.
  public static Verdict check(String json) {
    if (json.length() > LONGEST) {
      return new Verdict.NoReceipt();
    }
    try {
      Object value = plain(JSON.readTree(json));
      if (!(value instanceof Map<?, ?> fields)) {
        return new Verdict.NoReceipt();
      }
      return check(fields);
    } catch (JacksonException | IllegalArgumentException noJson) {
      return new Verdict.NoReceipt();
    }
  }

  private static Verdict check(Map<?, ?> fields) {
    Map<Object, Object> sealed = new LinkedHashMap<>(fields);
    Object signature = sealed.remove(SealedReceipt.SIGNATURE);
    String value = text(signature, "value");
    String key = text(signature, "key");
    String digest = text(fields.get("arrived"), "sha256");
    if (value.isEmpty()
        || key.isEmpty()
        || digest.isEmpty()
        || !text(signature, "algorithm").equals(OperatorKey.ALGORITHM)) {
      return new Verdict.NoReceipt();
    }
    if (!(signature instanceof Map<?, ?> parts) || parts.size() != SIGNATURE_FIELDS) {
      return new Verdict.NoReceipt();
    }
    byte[] message = CanonicalJson.compact(sealed).getBytes(StandardCharsets.UTF_8);
    try {
      if (!OperatorKey.verifies(OperatorKey.publicKey(key), message, exactly(value))
          || exactly(key).length == 0) {
        return new Verdict.Altered();
      }
    } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
      return new Verdict.Altered();
    }
    return new Verdict.Genuine(
        key,
        new Verdict.Contents(
            Shown.text(text(fields, "instant"), 64),
            Shown.text(text(fields.get("arrived"), "name"), 255),
            digest,
            text(fields.get("left"), "sha256")));
  }

  /// The bytes of a base 64 that could not be written otherwise: the last character of some has
  /// bits that nothing reads.
  private static byte[] exactly(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
      throw new IllegalArgumentException("another writing of the same");
    }
    return bytes;
  }

  private static String text(@Nullable Object mapping, String key) {
    return mapping instanceof Map<?, ?> fields && fields.get(key) instanceof String text
        ? text
        : "";
  }

  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
      return fields;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(one -> list.add(plain(one)));
      return list;
    }
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    throw new IllegalArgumentException("nothing a receipt holds");
  }
}

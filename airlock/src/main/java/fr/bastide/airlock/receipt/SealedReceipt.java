package fr.bastide.airlock.receipt;

import fr.bastide.document.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes receipts as canonical JSON under the operator's signature.
public final class SealedReceipt {

  static final String SIGNATURE = "signature";

  private SealedReceipt() {}

  /// The JSON of a receipt. Its field `signature` is over the UTF-8 bytes of the same JSON without
  /// that field.
  public static String write(Receipt receipt, OperatorKey key) {
    Map<String, Object> fields = new LinkedHashMap<>(ReceiptFields.of(receipt));
    byte[] message = CanonicalJson.compact(fields).getBytes(StandardCharsets.UTF_8);
    fields.put(
        SIGNATURE,
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

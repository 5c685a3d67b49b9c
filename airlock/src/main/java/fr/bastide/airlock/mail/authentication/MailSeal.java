package fr.bastide.airlock.mail.authentication;

import fr.bastide.airlock.mail.MailField;
import fr.bastide.airlock.mail.MailMessage;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// Seals a message that leaves (ARC, RFC 8617): what was proved when it came is signed, so that the
/// servers behind believe it although the rebuilding broke the sender's own signatures.
///
/// The chain begins here: what came before covers bytes that are gone, and was judged already.
public final class MailSeal {

  private static final String RESULTS = "Authentication-Results";
  private static final List<String> SIGNED =
      List.of(
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "subject",
          "date",
          "message-id",
          "in-reply-to",
          "references",
          "mime-version",
          "content-type",
          "content-transfer-encoding",
          "content-disposition");
  private static final int PIECE = 70;

  private final String domain;
  private final String selector;
  private final PrivateKey key;
  private final String algorithm;

  /// A seal whose public key stands in the DNS at `SELECTOR._domainkey.DOMAIN`.
  ///
  /// @param key of RSA or Ed25519
  /// @throws InvalidKeyException when it is of another kind
  public MailSeal(String domain, String selector, PrivateKey key) throws InvalidKeyException {
    this.domain = domain.toLowerCase(Locale.ROOT);
    this.selector = selector.toLowerCase(Locale.ROOT);
    this.key = key;
    this.algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "rsa-sha256";
          case "EdDSA", "Ed25519" -> "ed25519-sha256";
          default -> throw new InvalidKeyException(key.getAlgorithm());
        };
  }

  /// The message under the seal.
  ///
  /// @param at when
  public MailMessage on(MailMessage message, Instant at) {
    String results = message.value(RESULTS).orElse(domain + "; none");
    MailField told = new MailField("ARC-" + RESULTS, "i=1; " + results);
    MailField signature = signed("ARC-Message-Signature", "i=1; ", message, at);
    String seal =
        "i=1; a="
            + algorithm
            + "; t="
            + at.getEpochSecond()
            + "; cv=none; d="
            + domain
            + "; s="
            + selector
            + "; b=";
    StringBuilder input = new StringBuilder();
    for (MailField one : List.of(told, signature)) {
      input.append(Canonical.field(raw(one), true)).append("\r\n");
    }
    input.append(Canonical.field(raw(new MailField("ARC-Seal", seal)), true));
    List<MailField> fields = new ArrayList<>();
    fields.add(new MailField("ARC-Seal", seal + pieces(sign(Canonical.bytes(input.toString())))));
    fields.add(signature);
    fields.add(told);
    fields.addAll(message.fields());
    return new MailMessage(fields, message.body());
  }

  /// The message with a signature of this domain (DKIM), for those that the airlock writes itself.
  public MailMessage signed(MailMessage message, Instant at) {
    List<MailField> fields = new ArrayList<>();
    fields.add(signed("DKIM-Signature", "v=1; ", message, at));
    fields.addAll(message.fields());
    return new MailMessage(fields, message.body());
  }

  private MailField signed(String name, String first, MailMessage message, Instant at) {
    RawMessage raw = RawMessage.of(message.write());
    List<String> names = new ArrayList<>();
    for (String one : SIGNED) {
      raw.all(one).forEach(f -> names.add(f.name()));
    }
    byte[] body = Canonical.body(raw.bytes(), raw.body(), true);
    String value =
        first
            + "a="
            + algorithm
            + "; c=relaxed/relaxed; d="
            + domain
            + "; s="
            + selector
            + "; t="
            + at.getEpochSecond()
            + "; h="
            + String.join(" : ", names)
            + "; bh="
            + Base64.getEncoder().encodeToString(sha256(body))
            + "; b=";
    RawMessage.Field field =
        new RawMessage.Field(name.toLowerCase(Locale.ROOT), raw(new MailField(name, value)));
    byte[] input = Dkim.input(raw, field, names, true);
    return new MailField(name, value + pieces(sign(input)));
  }

  private static String raw(MailField field) {
    return field.name() + ": " + field.value();
  }

  /// Base 64 with blanks at which a field may be folded.
  private static String pieces(byte[] signature) {
    String text = Base64.getEncoder().encodeToString(signature);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i += PIECE) {
      out.append(i == 0 ? "" : " ").append(text, i, Math.min(text.length(), i + PIECE));
    }
    return out.toString();
  }

  private byte[] sign(byte[] input) {
    try {
      boolean rsa = algorithm.startsWith("rsa");
      Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
      signature.initSign(key);
      signature.update(rsa ? input : sha256(input));
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a digest it must have", impossible);
    }
  }
}

package fr.bastide.web.access;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/// An authenticator made of software (WebAuthn level 3, packed as browsers pack it): one ES256 key,
/// no attestation, its owner always there.
public final class SoftPasskey {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final CBORMapper CBOR = CBORMapper.builder().build();
  private static final byte PRESENT_AND_VERIFIED = 0x05;
  private static final byte WITH_KEY = 0x40;

  private final String origin;
  private final KeyPair key;
  private final byte[] id = bytes(UUID.randomUUID());
  private byte[] owner = new byte[0];
  private int counter;

  /// A new one, used on this site.
  public SoftPasskey(String origin) throws GeneralSecurityException {
    this.origin = origin;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    this.key = generator.generateKeyPair();
  }

  /// Answers what a site asks to add a passkey.
  public String create(String options) throws GeneralSecurityException {
    JsonNode asked = JSON.readTree(options);
    owner = Base64.getUrlDecoder().decode(asked.at("/user/id").asString());
    byte[] client = client("webauthn.create", asked);
    Map<String, Object> attestation = new LinkedHashMap<>();
    attestation.put("fmt", "none");
    attestation.put("attStmt", Map.of());
    attestation.put("authData", data(asked.at("/rp/id").asString(), true));
    return JSON.writeValueAsString(
        Map.of(
            "id", encode(id),
            "rawId", encode(id),
            "type", "public-key",
            "clientExtensionResults", Map.of(),
            "response",
                Map.of(
                    "clientDataJSON", encode(client),
                    "attestationObject", encode(CBOR.writeValueAsBytes(attestation)),
                    "transports", new String[] {"internal"})));
  }

  /// Answers what a site asks to let somebody in.
  public String get(String options) throws GeneralSecurityException {
    JsonNode asked = JSON.readTree(options);
    byte[] client = client("webauthn.get", asked);
    byte[] data = data(asked.at("/rpId").asString(), false);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key.getPrivate());
    signature.update(data);
    signature.update(sha256(client));
    return JSON.writeValueAsString(
        Map.of(
            "id", encode(id),
            "rawId", encode(id),
            "type", "public-key",
            "clientExtensionResults", Map.of(),
            "response",
                Map.of(
                    "clientDataJSON", encode(client),
                    "authenticatorData", encode(data),
                    "signature", encode(signature.sign()),
                    "userHandle", encode(owner))));
  }

  private byte[] client(String type, JsonNode asked) {
    Map<String, Object> client = new LinkedHashMap<>();
    client.put("type", type);
    client.put("challenge", asked.at("/challenge").asString());
    client.put("origin", origin);
    client.put("crossOrigin", false);
    return JSON.writeValueAsBytes(client);
  }

  private byte[] data(String site, boolean withKey) throws GeneralSecurityException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(sha256(site.getBytes(StandardCharsets.UTF_8)));
    data.write(withKey ? PRESENT_AND_VERIFIED | WITH_KEY : PRESENT_AND_VERIFIED);
    counter++;
    data.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
    if (withKey) {
      data.writeBytes(new byte[16]);
      data.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) id.length).array());
      data.writeBytes(id);
      data.writeBytes(CBOR.writeValueAsBytes(cose()));
    }
    return data.toByteArray();
  }

  /// The public key as COSE writes it (RFC 9053): EC2, ES256, P-256, x, y.
  private Map<Integer, Object> cose() {
    ECPublicKey open = (ECPublicKey) key.getPublic();
    Map<Integer, Object> cose = new LinkedHashMap<>();
    cose.put(1, 2);
    cose.put(3, -7);
    cose.put(-1, 1);
    cose.put(-2, coordinate(open.getW().getAffineX()));
    cose.put(-3, coordinate(open.getW().getAffineY()));
    return cose;
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] all = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(all.length, fixed.length);
    System.arraycopy(all, all.length - length, fixed, fixed.length - length, length);
    return fixed;
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package fr.bastide.airlock.flow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// The shape of a line of `authorized_keys`: kind, base 64, comment; without options.
final class SshKeyLine {

  private static final List<String> KINDS =
      List.of(
          "ssh-ed25519",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "ssh-rsa");
  private static final int LONGEST = 4_096;

  private SshKeyLine() {}

  static boolean wellFormed(String line) {
    String[] words = line.split(" ", -1);
    if (line.length() > LONGEST || words.length < 2 || !KINDS.contains(words[0])) {
      return false;
    }
    try {
      byte[] blob = Base64.getDecoder().decode(words[1]);
      byte[] kind = words[0].getBytes(StandardCharsets.US_ASCII);
      return blob.length > kind.length + 4
          && ByteBuffer.wrap(blob).getInt() == kind.length
          && Arrays.equals(kind, Arrays.copyOfRange(blob, 4, 4 + kind.length));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}

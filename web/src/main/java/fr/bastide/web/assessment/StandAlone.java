package fr.bastide.web.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The security policy of a document that carries its own style: that style alone, nothing else.
final class StandAlone {

  private static final String OPEN = "<style>";
  private static final String CLOSE = "</style>";

  private StandAlone() {}

  /// The policy that lets exactly the style of this document apply.
  static String policy(String html) {
    int start = html.indexOf(OPEN);
    int end = html.indexOf(CLOSE, Math.max(0, start));
    String style =
        start < 0 || end < 0
            ? "'none'"
            : "'sha256-" + hash(html.substring(start + OPEN.length(), end)) + "'";
    return "default-src 'none'; style-src "
        + style
        + "; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";
  }

  private static String hash(String style) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}

package fr.bastide.airlock.internal;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Workbench;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// Pictures written into an address (`data:`, RFC 2397): decoded, rebuilt, and written again.
public final class DataPictures {

  private DataPictures() {}

  public static boolean isData(String address) {
    return address.strip().regionMatches(true, 0, "data:", 0, 5);
  }

  /// The address of the rebuilt picture; empty when it is none that can be rebuilt.
  public static Optional<String> rebuilt(
      String address, String where, Workbench bench, Ledger ledger) {
    String data = address.strip();
    int comma = data.indexOf(',');
    if (comma < 0 || !data.substring(0, comma).toLowerCase(Locale.ROOT).contains("base64")) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes =
          Base64.getMimeDecoder()
              .decode(
                  data.substring(comma + 1)
                      .replace("%2B", "+")
                      .replace("%3D", "=")
                      .replace("%2F", "/"));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
    return bench.pass(Content.of("image", bytes))
                instanceof Outcome.Rebuilt(Content content, ContentType type, var findings)
            && (type == ContentType.JPEG || type == ContentType.PNG || type == ContentType.GIF)
        ? told(content, type, findings, where, ledger)
        : Optional.empty();
  }

  private static Optional<String> told(
      Content content,
      ContentType type,
      java.util.List<fr.bastide.airlock.Finding> findings,
      String where,
      Ledger ledger) {
    ledger.addAll(findings, where);
    return Optional.of(
        "data:"
            + type.mediaType()
            + ";base64,"
            + Base64.getEncoder().encodeToString(content.bytes()));
  }
}

package fr.bastide.airlock.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the low side says it has sent: number, size and SHA-256 of each item since the last
/// manifest. It travels as an item of the flow `manifest`, so that it is signed and numbered too.
record Manifest(List<Line> lines) {

  static final String FLOW = "manifest";

  /// Most items of one manifest.
  static final int MOST = 1_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  /// @param size bytes of content
  /// @param sha256 in lower-case hexadecimal
  record Line(long number, long size, String sha256) {
    static Line of(Item item) {
      return new Line(item.number(), item.content().length, hash(item.content()));
    }
  }

  static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("the platform lacks a digest it must have", impossible);
    }
  }

  byte[] write() {
    StringBuilder out = new StringBuilder(80 + lines.size() * 110);
    out.append("{\"version\":1,\"items\":[");
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      out.append(i == 0 ? "\n" : ",\n")
          .append("{\"number\":")
          .append(line.number())
          .append(",\"size\":")
          .append(line.size())
          .append(",\"sha256\":\"")
          .append(line.sha256())
          .append("\"}");
    }
    return out.append("\n]}\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /// A manifest from its bytes; empty when it is none.
  static Optional<Manifest> read(byte[] bytes) {
    try {
      JsonNode items = JSON.readTree(bytes).path("items");
      List<Line> lines = new ArrayList<>();
      for (JsonNode item : items) {
        lines.add(
            new Line(
                item.path("number").asLong(0),
                item.path("size").asLong(-1),
                item.path("sha256").asString("")));
      }
      return items.isArray() ? Optional.of(new Manifest(lines)) : Optional.empty();
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }
}

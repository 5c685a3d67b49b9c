package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.internal.zip.ZipWriting;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes small OpenDocument files for tests, part by part.
final class OdfFiles {

  static final String SPACES =
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
          + " xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\""
          + " xmlns:form=\"urn:oasis:names:tc:opendocument:xmlns:form:1.0\""
          + " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\""
          + " xmlns:chart=\"urn:oasis:names:tc:opendocument:xmlns:chart:1.0\""
          + " xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\""
          + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\"";

  private final String type;
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private String entries = "";

  private OdfFiles(String type, String body) {
    this.type = type;
    xml(
        "content.xml",
        "<office:document-content"
            + SPACES
            + "><office:body>"
            + body
            + "</office:body></office:document-content>");
  }

  static OdfFiles text(String body) {
    return new OdfFiles(
        "application/vnd.oasis.opendocument.text", "<office:text>" + body + "</office:text>");
  }

  static OdfFiles sheet(String rows) {
    return new OdfFiles(
        "application/vnd.oasis.opendocument.spreadsheet",
        "<office:spreadsheet><table:table table:name=\"Un\">"
            + rows
            + "</table:table></office:spreadsheet>");
  }

  OdfFiles xml(String name, String text) {
    return part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  OdfFiles part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  /// Adds to the manifest.
  OdfFiles manifest(String more) {
    entries += more;
    return this;
  }

  byte[] bytes() {
    ZipWriting zip = new ZipWriting();
    zip.addStored("mimetype", type.getBytes(StandardCharsets.US_ASCII));
    parts.forEach(zip::add);
    zip.add(
        "META-INF/manifest.xml",
        ("<manifest:manifest"
                + " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                + entries
                + "</manifest:manifest>")
            .getBytes(StandardCharsets.UTF_8));
    return zip.bytes();
  }
}

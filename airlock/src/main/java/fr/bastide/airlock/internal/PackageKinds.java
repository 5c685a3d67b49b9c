package fr.bastide.airlock.internal;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.internal.xml.XmlGate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Which Office document an OPC package is: by the content type of the part that the package names
/// as its main one (ECMA-376 part 2), and of the only candidate when it names none.
final class PackageKinds {

  /// Kinds with a main content type of their own (ECMA-376 part 1, annex A; MS-OFFMACRO2).
  private static final List<ContentType> PACKAGES =
      List.of(
          ContentType.DOCX,
          ContentType.DOTX,
          ContentType.XLSX,
          ContentType.XLTX,
          ContentType.PPTX,
          ContentType.POTX,
          ContentType.PPSX,
          ContentType.DOCM,
          ContentType.DOTM,
          ContentType.XLSM,
          ContentType.XLTM,
          ContentType.XLSB,
          ContentType.PPTM,
          ContentType.POTM,
          ContentType.PPSM);

  private static final String NUMBERED = ".12";

  /// What templates of Word with macros call their main part, unlike all other kinds (MS-OFFMACRO2,
  /// 2.2.1.4).
  private static final String WORD_TEMPLATE =
      "application/vnd.ms-word.template.macroEnabledTemplate.main+xml";

  private PackageKinds() {}

  static ContentType find(byte[] types, byte[] rels) {
    Map<String, String> parts = new HashMap<>();
    Map<String, String> extensions = new HashMap<>();
    List<ContentType> candidates = new ArrayList<>();
    elements(
        types,
        xml -> {
          String type = value(xml, "ContentType").orElse("");
          if (xml.getLocalName().equals("Override")) {
            value(xml, "PartName").ifPresent(name -> parts.put(path(name), type));
            kind(type).ifPresent(candidates::add);
          } else if (xml.getLocalName().equals("Default")) {
            value(xml, "Extension")
                .ifPresent(extension -> extensions.put(extension.toLowerCase(Locale.ROOT), type));
          }
        });
    List<String> mains = new ArrayList<>();
    elements(
        rels,
        xml -> {
          if (value(xml, "Type").orElse("").endsWith("/officeDocument")) {
            value(xml, "Target").ifPresent(target -> mains.add(path(target)));
          }
        });
    for (String main : mains) {
      String type =
          parts.getOrDefault(
              main, extensions.getOrDefault(main.substring(main.lastIndexOf('.') + 1), ""));
      Optional<ContentType> kind = kind(type);
      if (kind.isPresent()) {
        return kind.get();
      }
    }
    return candidates.isEmpty() ? ContentType.UNKNOWN : candidates.getFirst();
  }

  /// The kind of an OpenDocument that has no `mimetype`, by what its manifest says of its root.
  static ContentType ofManifest(byte[] manifest) {
    List<ContentType> found = new ArrayList<>();
    elements(
        manifest,
        xml -> {
          if (value(xml, "full-path").orElse("").equals("/")) {
            value(xml, "media-type").ifPresent(type -> found.add(ZipKinds.ofMimetype(type)));
          }
        });
    return found.isEmpty() ? ContentType.UNKNOWN : found.getFirst();
  }

  private static Optional<ContentType> kind(String type) {
    if (type.equalsIgnoreCase(WORD_TEMPLATE)) {
      return Optional.of(ContentType.DOTM);
    }
    for (ContentType kind : PACKAGES) {
      String media = kind.mediaType();
      String base =
          media.endsWith(NUMBERED) ? media.substring(0, media.length() - NUMBERED.length()) : media;
      if (type.equalsIgnoreCase(base + ".main+xml") || type.equalsIgnoreCase(base + ".main")) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static String path(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("/") ? lower.substring(1) : lower;
  }

  private static Optional<String> value(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  private static void elements(byte[] bytes, Consumer<XMLStreamReader> each) {
    if (bytes.length == 0) {
      return;
    }
    try {
      XMLStreamReader xml = XmlGate.open(bytes, "zip");
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          each.accept(xml);
        }
      }
    } catch (XMLStreamException malformed) {
      throw new RefusedException(Reason.MALFORMED, "zip", malformed);
    }
  }
}

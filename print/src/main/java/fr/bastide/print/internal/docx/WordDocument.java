package fr.bastide.print.internal.docx;

import fr.bastide.incident.dossier.Dossier;
import fr.bastide.print.internal.report.DossierPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A document as an Office Open XML package.
public final class WordDocument {

  /// Stamps all entries alike, so that the same document gives the same bytes.
  private static final LocalDateTime STAMP = LocalDateTime.of(1980, 1, 1, 0, 0);

  /// The names that properties of a package use, prefix and name in turn.
  private static final String[] PROPERTIES = {
    "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc", "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms", "http://purl.org/dc/terms/",
    "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"
  };

  private static final String TYPES = resource("content-types.xml");
  private static final String PACKAGE = resource("package.rels.xml");
  private static final String RELATED = resource("document.rels.xml");
  private static final String STYLES = resource("styles.xml");
  private static final String SETTINGS = resource("settings.xml");

  private final DossierPage page;
  private final String locale;

  public WordDocument(Dossier dossier) {
    this.page = new DossierPage(dossier);
    this.locale = dossier.language().locale().toLanguageTag();
  }

  /// The package.
  public byte[] bytes() {
    WordBody body = new WordBody(page.dossier());
    String document = body.write();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_000);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "[Content_Types].xml", TYPES);
      add(zip, "_rels/.rels", PACKAGE);
      add(zip, "docProps/core.xml", core());
      add(zip, "word/document.xml", document);
      add(zip, "word/_rels/document.xml.rels", RELATED);
      add(zip, "word/styles.xml", STYLES.replace("@LANGUAGE@", locale));
      add(zip, "word/settings.xml", SETTINGS.replace("@LANGUAGE@", locale));
      add(zip, "word/numbering.xml", numbering(body.orderedLists()));
      add(zip, "word/header1.xml", header());
      add(zip, "word/footer1.xml", footer());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(STAMP);
    zip.putNextEntry(entry);
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String core() {
    String at = page.dossier().at().truncatedTo(ChronoUnit.SECONDS).toString();
    Markup xml = new Markup("cp:coreProperties", PROPERTIES);
    element(xml, "dc:title", page.title());
    element(xml, "dc:subject", page.subject());
    element(xml, "dc:creator", "Bastide");
    element(xml, "dc:language", locale);
    xml.open("dcterms:created", "xsi:type", "dcterms:W3CDTF").say(at).close("dcterms:created");
    return xml.finish("cp:coreProperties");
  }

  private static void element(Markup xml, String name, String words) {
    xml.open(name).say(words).close(name);
  }

  private String header() {
    Markup xml = new Markup("w:hdr");
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Header").close("w:pPr");
    text(xml, page.title() + " · " + page.head());
    return xml.close("w:p").finish("w:hdr");
  }

  private String footer() {
    Markup xml = new Markup("w:ftr");
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Footer").close("w:pPr");
    text(xml, "Bastide · " + page.say("report.page", ""));
    field(xml, "PAGE");
    text(xml, " " + page.say("report.page.of") + " ");
    field(xml, "NUMPAGES");
    return xml.close("w:p").finish("w:ftr");
  }

  private static void field(Markup xml, String name) {
    xml.open("w:fldSimple", "w:instr", " " + name + " ");
    text(xml, "1");
    xml.close("w:fldSimple");
  }

  private static void text(Markup xml, String words) {
    xml.open("w:r").open("w:t", "xml:space", "preserve").say(words).close("w:t").close("w:r");
  }

  /// One list of bullets, and one for each numbered list, so that each begins at 1.
  private static String numbering(int ordered) {
    Markup xml = new Markup("w:numbering");
    level(xml, "0", "bullet", "•");
    level(xml, "1", "decimal", "%1.");
    xml.open("w:num", "w:numId", "1").empty("w:abstractNumId", "w:val", "0").close("w:num");
    for (int i = 0; i < ordered; i++) {
      xml.open("w:num", "w:numId", String.valueOf(2 + i)).empty("w:abstractNumId", "w:val", "1");
      xml.open("w:lvlOverride", "w:ilvl", "0")
          .empty("w:startOverride", "w:val", "1")
          .close("w:lvlOverride")
          .close("w:num");
    }
    return xml.finish("w:numbering");
  }

  private static void level(Markup xml, String id, String format, String mark) {
    xml.open("w:abstractNum", "w:abstractNumId", id);
    xml.empty("w:multiLevelType", "w:val", "singleLevel").open("w:lvl", "w:ilvl", "0");
    xml.empty("w:start", "w:val", "1").empty("w:numFmt", "w:val", format);
    xml.empty("w:lvlText", "w:val", mark).empty("w:lvlJc", "w:val", "left");
    xml.open("w:pPr").empty("w:ind", "w:left", "357", "w:hanging", "357").close("w:pPr");
    xml.close("w:lvl").close("w:abstractNum");
  }

  private static String resource(String name) {
    String path = "/fr/bastide/print/docx/" + name;
    try (InputStream in = Objects.requireNonNull(WordDocument.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}

package fr.bastide.airlock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.ContentTypes;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.internal.zip.ZipWriting;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

  private static ContentType find(String name, String text) {
    return ContentTypes.find(Content.of(name, text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "a.txt,<?xml version='1.0'?><!-- x --><svg:svg xmlns:svg='u'/>,SVG",
        "a.svg,<svg xmlns='u'/>,SVG",
        "a.txt,<!DOCTYPE html><p>,HTML",
        "a.txt,<script>alert(1)</script>,HTML",
        "a.html,plain words,HTML",
        "a.xml,<data><a/></data>,XML",
        "a.txt,<?xml version='1.0'?><data/>,XML",
        "a.txt,BEGIN:VCARD,VCARD",
        "a.txt,BEGIN:VCALENDAR,ICALENDAR",
        "a.csv,a;b,CSV",
        "a.txt,  {\\rtf1 x},RTF",
        "a.docx,just words,TEXT",
        "a.pdf,junk %PDF-1.4,PDF",
        "a.jpg,GIF89a%PDF-1.4,GIF"
      })
  void findsKindsByTheirBytes(String name, String text, ContentType kind) {
    assertThat(find(name, text)).isEqualTo(kind);
  }

  @Test
  void knowsAMessageByItsFields() {
    assertThat(find("x", "Received: from a\r\nFrom: b@c.fr\r\nSubject: d\r\n\r\nwords"))
        .isEqualTo(ContentType.MAIL);
    assertThat(find("x.txt", "Note: one thing\nFrom: here on words")).isEqualTo(ContentType.TEXT);
  }

  @Test
  void knowsTextInSixteenBits() {
    byte[] wide = "\ufeff<html>".getBytes(StandardCharsets.UTF_16LE);
    assertThat(ContentTypes.find(Content.of("a.txt", wide))).isEqualTo(ContentType.HTML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"facture.pdf.exe", "a.LNK", "a.js", "a.hta ", "a.iso.", "a.scr", "a.one", "a.xll"})
  void refusesByName(String name) {
    assertThatThrownBy(() -> find(name, "words"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("FORBIDDEN_KIND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MZ\0\0\3",
        "\u007fELF\2",
        "#!/bin/sh",
        "[InternetShortcut]",
        "ID;PWXL",
        "%!PS-Adobe"
      })
  void refusesByContent(String start) {
    assertThatThrownBy(() -> find("rapport.pdf", start + " and more"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("FORBIDDEN_KIND");
  }

  @Test
  void wordsThatHappenToStartLikeAProgramAreWords() {
    assertThat(find("a.txt", "MZELLE Dupont")).isEqualTo(ContentType.TEXT);
  }

  @Test
  void refusesAProgramThatIsAlsoADocumentOrAnArchive() {
    assertThatThrownBy(() -> find("a.pdf", "MZ\0\0%PDF-1.4")).hasMessageContaining("POLYGLOT");
    ZipWriting zip = new ZipWriting();
    zip.add("a.txt", new byte[] {'a'});
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes("7z\u00bc\u00af'\u001c\0\4".getBytes(StandardCharsets.ISO_8859_1));
    both.writeBytes(zip.bytes());
    assertThatThrownBy(() -> ContentTypes.find(Content.of("a.7z", both.toByteArray())))
        .hasMessageContaining("POLYGLOT");
  }

  @ParameterizedTest
  @CsvSource({
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml, XLSM",
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main, XLSB",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml, DOTM",
    "application/vnd.ms-word.document.macroEnabled.main+xml, DOCM",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml, DOCX"
  })
  void officePackagesAreKnownByTheirMainPart(String main, ContentType type) {
    String types =
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override"
            + " PartName='/x/main.xml' ContentType='"
            + main
            + "'/></Types>";
    ZipWriting zip = new ZipWriting();
    zip.add("[Content_Types].xml", types.getBytes(StandardCharsets.UTF_8));
    assertThat(ContentTypes.find(Content.of("a.xlsx", zip.bytes()))).isEqualTo(type);
  }

  @Test
  void javaArchivesAreForbidden() {
    ZipWriting zip = new ZipWriting();
    zip.add("META-INF/MANIFEST.MF", new byte[] {'\n'});
    zip.add("a/B.class", new byte[] {1});
    byte[] jar = zip.bytes();
    assertThatThrownBy(() -> ContentTypes.find(Content.of("photos.zip", jar)))
        .hasMessageContaining("FORBIDDEN_KIND");
  }
}

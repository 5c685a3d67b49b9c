package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.model.SEPX;
import org.apache.poi.hwpf.usermodel.HeaderStories;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Section;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/// Reads Word documents of 97 to 2003 (MS-DOC), and the plain text of older ones, into a new one.
final class DocReading {

  private final POIFSFileSystem file;
  private final Workbench bench;
  private final Ledger ledger;
  private final WordPackage word;

  DocReading(POIFSFileSystem file, Workbench bench, Ledger ledger) {
    this.file = file;
    this.bench = bench;
    this.ledger = ledger;
    this.word = new WordPackage(new OpcWriting());
  }

  /// The new document.
  byte[] converted() throws IOException {
    try {
      read(new HWPFDocument(file.getRoot()));
    } catch (OldWordFileFormatException older) {
      ledger.add(Threat.FLATTENED, "text");
      try (HWPFOldDocument old = new HWPFOldDocument(file.getRoot());
          Word6Extractor text = new Word6Extractor(old)) {
        for (String paragraph : paragraphs(text)) {
          bench.parts(1);
          word.body().beginParagraph(ParagraphFormat.PLAIN);
          word.body().run(plain(paragraph), RunFormat.PLAIN);
        }
      }
    }
    return word.bytes();
  }

  @SuppressWarnings("deprecation") // no other reader of these versions keeps paragraphs apart
  private static String[] paragraphs(Word6Extractor text) {
    return text.getParagraphText();
  }

  private void read(HWPFDocument document) {
    Range range = document.getRange();
    if (range.numSections() > 0) {
      page(range.getSection(0));
    }
    Pictures pictures = new Pictures("word/media/", word.opc(), bench, ledger);
    DocText main = new DocText(document, word, WordPackage.DOCUMENT, pictures, bench, ledger);
    main.write(range, word.body());
    Range boxes = document.getMainTextboxRange();
    if (!boxes.text().isBlank()) {
      main.write(boxes, word.body());
    }
    ends(document, pictures);
    if (!document.getCommentsRange().text().isBlank()) {
      ledger.add(Threat.HIDDEN_CONTENT, "comments");
    }
  }

  private void ends(HWPFDocument document, Pictures pictures) {
    HeaderStories stories = new HeaderStories(document);
    end(document, "header", false, pictures, stories.getOddHeaderSubrange());
    end(document, "footer", false, pictures, stories.getOddFooterSubrange());
    List<SEPX> sections = document.getSectionTable().getSections();
    if (!sections.isEmpty() && sections.getFirst().getSectionProperties().getFTitlePage()) {
      word.ownFirstPage();
      end(document, "header", true, pictures, stories.getFirstHeaderSubrange());
      end(document, "footer", true, pictures, stories.getFirstFooterSubrange());
    }
  }

  private void end(
      HWPFDocument document, String kind, boolean first, Pictures pictures, @Nullable Range story) {
    if (story != null && !story.text().isBlank()) {
      WordBody body = new WordBody();
      String part = WordPackage.endPart(kind, first);
      new DocText(document, word, part, pictures, bench, ledger).write(story, body);
      word.end(kind, first, body);
    }
  }

  private void page(Section section) {
    word.page(
        new WordPackage.Page(
            section.getPageWidth(),
            section.getPageHeight(),
            section.getMarginTop(),
            section.getMarginBottom(),
            section.getMarginLeft(),
            section.getMarginRight()));
  }

  private static String plain(String paragraph) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < paragraph.length(); i++) {
      char c = paragraph.charAt(i);
      plain.append(c == '\u000b' ? '\n' : c == '\u0007' ? '\t' : c == '\r' || c == '\n' ? ' ' : c);
    }
    return plain.toString();
  }
}

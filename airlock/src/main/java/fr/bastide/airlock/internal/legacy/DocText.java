package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;

/// Writes one story of a Word document: its paragraphs, tables, fields, pictures and notes.
final class DocText {

  private final HWPFDocument document;
  private final WordPackage word;
  private final String part;
  private final Pictures pictures;
  private final Workbench bench;
  private final Ledger ledger;
  private final DocNotes notes;

  DocText(
      HWPFDocument document,
      WordPackage word,
      String part,
      Pictures pictures,
      Workbench bench,
      Ledger ledger) {
    this.document = document;
    this.word = word;
    this.part = part;
    this.pictures = pictures;
    this.bench = bench;
    this.ledger = ledger;
    this.notes = new DocNotes(document);
  }

  void write(Range range, WordBody body) {
    Fields fields = new Fields(body, word.opc(), part, links(), ledger);
    write(range, body, fields, 0);
    fields.endParagraph();
    body.endParagraph();
  }

  private Links links() {
    // A note's links would need relationships of their own part: there they stay words.
    return new Links(part.isEmpty() ? Policy.Links.NONE : bench.policy().links(), ledger);
  }

  private void write(Range range, WordBody body, Fields fields, int level) {
    int count = range.numParagraphs();
    for (int i = 0; i < count; i++) {
      bench.parts(1);
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable() && paragraph.getTableLevel() == level + 1 && level == 0) {
        Optional<Table> found = table(range, paragraph);
        if (found.isPresent() && found.get().numParagraphs() > 0) {
          fields.endParagraph();
          DocTable.write(found.get(), body, cell -> write(cell, body, fields, level + 1));
          i += found.get().numParagraphs() - 1;
          continue;
        }
      }
      if (level > 0 && paragraph.isTableRowEnd()) {
        continue;
      }
      paragraph(paragraph, body, fields);
    }
  }

  private static Optional<Table> table(Range range, Paragraph first) {
    try {
      return Optional.of(range.getTable(first));
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      return Optional.empty(); // its rows follow as plain paragraphs
    }
  }

  private void paragraph(Paragraph paragraph, WordBody body, Fields fields) {
    fields.endParagraph();
    body.beginParagraph(DocFormats.of(paragraph, list(paragraph), document));
    int runs = paragraph.numCharacterRuns();
    for (int i = 0; i < runs; i++) {
      run(paragraph.getCharacterRun(i), body, fields);
    }
    fields.endParagraph();
    body.endParagraph();
  }

  private int list(Paragraph paragraph) {
    int key = paragraph.getIlfo();
    if (!paragraph.isInList() || key <= 0) {
      return 0;
    }
    if (word.lists().has(key)) {
      return word.lists().number(key);
    }
    try {
      List<WordLists.Level> levels = DocFormats.levels(paragraph.getList());
      return word.lists().number(key, levels);
    } catch (RuntimeException broken) {
      // The library throws whatever happens to it on broken list tables; the words remain.
      return word.lists().number(key, List.of());
    }
  }

  private void run(CharacterRun run, WordBody body, Fields fields) {
    RunFormat format = DocFormats.of(run);
    String text = run.text();
    if (run.isSymbol()) {
      body.run(DocFormats.symbol(run), format);
      return;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0x13, 0x14, 0x15 -> {
          flush(plain, run, format, body, fields);
          field(c, format, fields);
        }
        case 0x01, 0x08 -> {
          flush(plain, run, format, body, fields);
          picture(run, c, body, fields);
        }
        case 0x02 -> {
          flush(plain, run, format, body, fields);
          note(run.getStartOffset() + i, body);
        }
        case '\r', 0x03, 0x04, 0x05 -> {
          // the end of the paragraph, separators of notes, marks of comments
        }
        case 0x07 -> {
          // the end of a cell
        }
        case 0x0b -> plain.append('\n');
        case 0x0c -> plain.append('\f');
        case 0x1e -> plain.append('\u2011');
        case 0x1f -> plain.append('\u00ad');
        default -> {
          boolean sign = c >= '\uf020' && c <= '\uf0ff';
          plain.append(sign ? SymbolLetters.of(c, format.font()) : String.valueOf(c));
        }
      }
    }
    flush(plain, run, format, body, fields);
  }

  private void flush(
      StringBuilder plain, CharacterRun run, RunFormat format, WordBody body, Fields fields) {
    if (plain.isEmpty()) {
      return;
    }
    String text = plain.toString();
    plain.setLength(0);
    if (fields.isSilent()) {
      fields.code(text);
    } else if (!run.isMarkedDeleted()) {
      body.run(text, format);
    } else if (bench.policy().comments()) {
      body.deleted(text, format);
    } else {
      ledger.add(Threat.HIDDEN_CONTENT, "tracked changes");
    }
  }

  private static void field(char mark, RunFormat format, Fields fields) {
    switch (mark) {
      case 0x13 -> fields.begin();
      case 0x14 -> fields.separate(format);
      default -> fields.end(format);
    }
  }

  private void note(int place, WordBody body) {
    Optional<Range> text = notes.at(place);
    if (text.isPresent()) {
      WordBody note = new WordBody();
      new DocText(document, word, "", pictures, bench, ledger).write(text.get(), note);
      body.note(word.note(note));
    }
  }

  private void picture(CharacterRun run, char mark, WordBody body, Fields fields) {
    if (fields.isSilent()) {
      return;
    }
    Picture picture;
    try {
      if (mark != 0x01 && !document.getPicturesTable().hasEscherPicture(run)) {
        return;
      }
      if (mark == 0x01 && !document.getPicturesTable().hasPicture(run)) {
        return;
      }
      picture = document.getPicturesTable().extractPicture(run, false);
    } catch (RuntimeException broken) {
      // The library throws whatever happens to it on broken drawings; the words remain.
      ledger.add(Threat.UNKNOWN_PART, "picture");
      return;
    }
    if (picture == null || part.isEmpty()) {
      return;
    }
    Optional<String> kept =
        pictures.part(run.getPicOffset() ^ mark, picture.getContent(), "picture");
    if (kept.isPresent()) {
      String target = kept.get().substring("word/".length());
      body.picture(
          word.opc().relate(part, "image", target),
          scaled(picture.getDxaGoal(), picture.getHorizontalScalingFactor()),
          scaled(picture.getDyaGoal(), picture.getVerticalScalingFactor()));
    }
  }

  private static int scaled(int goal, int perMille) {
    long size = perMille > 0 ? (long) goal * perMille / 1000 : goal;
    return size <= 0 ? 1440 : (int) Math.min(20_000, size);
  }

  /// Widths of all columns that the rows of a table make together, from their edges.
  static List<Integer> columns(List<Integer> edges) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 1; i < edges.size(); i++) {
      widths.add(edges.get(i) - edges.get(i - 1));
    }
    return widths;
  }
}

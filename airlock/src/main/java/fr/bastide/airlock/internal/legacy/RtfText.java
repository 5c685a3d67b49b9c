package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Turns the characters and marks of rich text into the running text of a Word document, its notes,
/// header and footer.
final class RtfText {

  private static final int MOST_BODIES = 8;

  private record Open(WordBody body, Fields fields, RtfTable table, String part) {}

  private final WordPackage word = new WordPackage(new OpcWriting());
  private final RtfLooks looks;
  private final Workbench bench;
  private final Ledger ledger;
  private final Pictures pictures;
  private final Deque<Open> outer = new ArrayDeque<>();
  private final Set<String> ends = new HashSet<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder pending = new StringBuilder();
  private Open open;
  private WordBody cell = new WordBody();
  private Fields cellFields;
  private int width;
  private int height;
  private int top = 1440;
  private int bottom = 1440;
  private int left = 1800;
  private int right = 1800;

  RtfText(RtfLooks looks, Workbench bench, Ledger ledger) {
    this.looks = looks;
    this.bench = bench;
    this.ledger = ledger;
    this.pictures = new Pictures("word/media/", word.opc(), bench, ledger);
    this.open = open(word.body(), WordPackage.DOCUMENT);
    this.cellFields = fields(cell, WordPackage.DOCUMENT);
  }

  private Open open(WordBody body, String part) {
    return new Open(body, fields(body, part), new RtfTable(), part);
  }

  private Fields fields(WordBody body, String part) {
    Policy.Links links = part.isEmpty() ? Policy.Links.NONE : bench.policy().links();
    return new Fields(body, word.opc(), part, new Links(links, ledger), ledger);
  }

  private boolean inCell;

  private WordBody body() {
    return inCell ? cell : open.body();
  }

  Fields fields() {
    return inCell ? cellFields : open.fields();
  }

  /// Chooses between the cell and the text around it as the paragraph says.
  private void place(RtfState state) {
    boolean wanted = state.inTable;
    if (wanted != inCell && !fields().isSilent()) {
      if (!wanted) {
        fields().endParagraph();
        if (!cell.isEmpty()) {
          open.table().cell(cell);
          nextCell();
        }
        inCell = false;
        open.table().write(open.body());
      } else {
        open.fields().endParagraph();
        open.body().endParagraph();
        inCell = true;
      }
    }
  }

  private void nextCell() {
    cell = new WordBody();
    cellFields = fields(cell, open.part());
  }

  /// A byte in the encoding of its font.
  void value(int value, RtfState state) {
    switch (state.target) {
      case TEXT, FONTS, COLOURS, FIELD_CODE -> {
        if (!pending.isEmpty() && bytes.size() == 0 && value < 0x80) {
          pending.append((char) value);
        } else {
          bytes.write(value);
        }
      }
      default -> {
        // of a group passed over
      }
    }
  }

  void character(char c, RtfState state) {
    if (state.target == RtfState.Target.TEXT || state.target == RtfState.Target.FIELD_CODE) {
      decode(state);
      boolean sign = c >= '\uf020' && c <= '\uf0ff';
      pending.append(sign ? SymbolLetters.of(c, looks.signs(state.font)) : String.valueOf(c));
    }
  }

  private void decode(RtfState state) {
    if (bytes.size() > 0) {
      String signs = looks.signs(state.font);
      if (signs.isEmpty() || state.target != RtfState.Target.TEXT) {
        pending.append(new String(bytes.toByteArray(), looks.charset(state.font)));
      } else {
        for (byte b : bytes.toByteArray()) {
          pending.append(SymbolLetters.of((char) (0xf000 | (b & 0xff)), signs));
        }
      }
      bytes.reset();
    }
  }

  /// Writes the characters gathered, before the state changes.
  void flush(RtfState state) {
    decode(state);
    if (pending.isEmpty()) {
      return;
    }
    String text = pending.toString();
    pending.setLength(0);
    switch (state.target) {
      case FONTS, COLOURS -> looks.text(text, state.target);
      case FIELD_CODE -> fields().code(text);
      case TEXT -> {
        if (fields().isSilent()) {
          return;
        }
        place(state);
        if (state.deleted && !bench.policy().comments()) {
          ledger.add(Threat.HIDDEN_CONTENT, "tracked changes");
          return;
        }
        begin(state);
        if (state.deleted) {
          body().deleted(text, looks.format(state));
        } else {
          body().run(text, looks.format(state));
        }
      }
      default -> {
        // of a group passed over
      }
    }
  }

  private void begin(RtfState state) {
    if (!body().inParagraph()) {
      bench.parts(1);
      body().beginParagraph(state.paragraphFormat());
    }
  }

  /// A mark or a measure.
  ///
  /// @return whether it was one
  boolean word(String name, RtfTokens tokens, RtfState state) {
    if (open.table().word(name, tokens.number(0)) || measure(name, tokens.number(0))) {
      return true;
    }
    String sign = sign(name);
    if (!sign.isEmpty()) {
      pending.append(sign);
      flush(state);
      return true;
    }
    switch (name) {
      case "par", "sect" -> endParagraph(state);
      case "cell" -> {
        state.inTable = true;
        place(state);
        cellFields.endParagraph();
        cell.endParagraph();
        open.table().cell(cell);
        nextCell();
      }
      case "row" -> open.table().row();
      case "nestcell" -> {
        pending.append('\t');
        flush(state);
      }
      case "nestrow" -> endParagraph(state);
      case "chpgn" -> {
        place(state);
        begin(state);
        body().count("PAGE", looks.format(state));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void endParagraph(RtfState state) {
    if (fields().isSilent()) {
      return;
    }
    place(state);
    begin(state);
    fields().endParagraph();
    body().endParagraph();
  }

  private static String sign(String name) {
    return switch (name) {
      case "tab" -> "\t";
      case "line", "softline" -> "\n";
      case "page" -> "\f";
      case "emdash" -> "\u2014";
      case "endash" -> "\u2013";
      case "emspace" -> "\u2003";
      case "enspace" -> "\u2002";
      case "lquote" -> "\u2018";
      case "rquote" -> "\u2019";
      case "ldblquote" -> "\u201c";
      case "rdblquote" -> "\u201d";
      case "bullet" -> "\u2022";
      case "~" -> "\u00a0";
      case "_" -> "\u2011";
      case "-" -> "\u00ad";
      case "{" -> "{";
      case "}" -> "}";
      case "\\" -> "\\";
      default -> "";
    };
  }

  private boolean measure(String name, int number) {
    switch (name) {
      case "paperw" -> width = number;
      case "paperh" -> height = number;
      case "margt" -> top = number;
      case "margb" -> bottom = number;
      case "margl" -> left = number;
      case "margr" -> right = number;
      default -> {
        return false;
      }
    }
    return true;
  }

  void picture(RtfPicture picture, RtfState state) {
    if (fields().isSilent() || picture.isEmpty()) {
      return;
    }
    Optional<String> kept =
        picture.isReadable() ? pictures.part(picture.bytes(), "picture") : Optional.empty();
    if (kept.isEmpty() || open.part().isEmpty()) {
      ledger.add(Threat.UNKNOWN_PART, "picture");
      return;
    }
    place(state);
    begin(state);
    String target = kept.get().substring("word/".length());
    body()
        .picture(
            word.opc().relate(open.part(), "image", target), picture.width(), picture.height());
  }

  /// Whether a note, header or footer may begin here: one header and one footer, notes not in
  /// notes.
  boolean canBegin(String kind) {
    return outer.size() < MOST_BODIES
        && !inCell
        && (kind.equals("footnote") ? outer.isEmpty() : !ends.contains(kind));
  }

  void beginBody(String kind) {
    outer.push(open);
    open = open(new WordBody(), kind.equals("footnote") ? "" : WordPackage.endPart(kind, false));
  }

  void endBody(String kind) {
    settle();
    WordBody ended = open.body();
    open = outer.pop();
    if (kind.equals("footnote")) {
      open.body().note(word.note(ended));
    } else if (!ended.isEmpty()) {
      ends.add(kind);
      word.end(kind, false, ended);
    }
  }

  private void settle() {
    if (inCell) {
      cellFields.endParagraph();
      if (!cell.isEmpty()) {
        open.table().cell(cell);
      }
      nextCell();
      inCell = false;
    }
    open.fields().endParagraph();
    open.body().endParagraph();
    open.table().write(open.body());
  }

  byte[] document() {
    while (!outer.isEmpty()) {
      settle();
      WordBody ended = open.body();
      open = outer.pop();
      open.body().include(ended);
    }
    settle();
    if (width > 0 || height > 0) {
      word.page(new WordPackage.Page(width, height, top, bottom, left, right));
    }
    return word.bytes();
  }
}

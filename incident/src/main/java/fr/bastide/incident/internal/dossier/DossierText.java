package fr.bastide.incident.internal.dossier;

import fr.bastide.incident.dossier.Block;
import fr.bastide.incident.dossier.Dossier;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Part;
import fr.bastide.kernel.Language;
import java.util.List;

/// Writes a document as plain text.
public final class DossierText {

  private static final int WIDTH = 78;

  private final Dossier dossier;
  private final Language language;
  private final StringBuilder text = new StringBuilder(8_000);

  public DossierText(Dossier dossier) {
    this.dossier = dossier;
    this.language = dossier.language();
  }

  /// The whole document.
  public String write() {
    ruled(dossier.title(), '=');
    for (Part part : dossier.parts()) {
      text.append('\n');
      ruled(part.title(), '=');
      part.blocks().forEach(this::block);
    }
    return text.toString();
  }

  private void block(Block block) {
    text.append('\n');
    switch (block) {
      case Block.Heading heading -> ruled(plain(heading.text()), heading.level() == 2 ? '-' : '.');
      case Block.Paragraph paragraph -> wrapped("", "", plain(paragraph.text()));
      case Block.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          String mark = items.ordered() ? (i + 1) + ". " : "- ";
          wrapped(mark, " ".repeat(mark.length()), plain(items.items().get(i)));
        }
      }
      case Block.Form form -> {
        caption(form.caption());
        for (Block.Form.Row row : form.rows()) {
          wrapped("  ", "    ", labelled(row.label(), plain(row.value())));
        }
      }
      case Block.Table table -> table(table);
      case Block.Written written ->
          written.paragraphs().forEach(line -> wrapped("", "", plain(line)));
      case Block.Contested contested -> {
        wrapped("", "", word("contested-written"));
        contested.written().paragraphs().forEach(line -> wrapped("  ", "  ", plain(line)));
        wrapped("", "", word("contested-now"));
        block(contested.now());
      }
    }
  }

  private void table(Block.Table table) {
    caption(table.caption());
    for (List<Line> row : table.rows()) {
      String mark = "  * ";
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).empty()) {
          String head = table.columns().get(i).head();
          wrapped(mark, "      ", labelled(head, plain(row.get(i))));
          mark = "    ";
        }
      }
    }
  }

  private void caption(Line caption) {
    wrapped("", "", plain(caption));
  }

  private String labelled(String label, String value) {
    return label + (language == Language.FR ? "\u00a0: " : ": ") + value;
  }

  private String word(String key) {
    return DossierBook.builtin().word(key, language);
  }

  private String plain(Line line) {
    return line.plain(language);
  }

  private void ruled(String title, char rule) {
    text.append(title).append('\n');
    text.repeat(rule, Math.min(WIDTH, title.length())).append('\n');
  }

  /// Words put on lines; a word that is longer than a line stands alone on its own.
  private void wrapped(String first, String next, String words) {
    StringBuilder line = new StringBuilder(first);
    boolean fresh = true;
    for (String word : words.replace('\n', ' ').split(" ", -1)) {
      if (!fresh && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line.setLength(0);
        line.append(next);
        fresh = true;
      }
      if (!fresh) {
        line.append(' ');
      }
      line.append(word);
      fresh = false;
    }
    text.append(line).append('\n');
  }
}

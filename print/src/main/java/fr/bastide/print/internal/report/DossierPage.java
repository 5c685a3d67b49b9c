package fr.bastide.print.internal.report;

import fr.bastide.incident.WrittenTime;
import fr.bastide.incident.dossier.Block;
import fr.bastide.incident.dossier.Dossier;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Part;
import fr.bastide.kernel.Language;
import fr.bastide.print.internal.Words;
import java.util.ArrayList;
import java.util.List;

/// What stands around the blocks of a document made from a case.
///
/// @param dossier the document
public record DossierPage(Dossier dossier) {

  /// A bookmark.
  public record Mark(String title, String anchor) {}

  /// A column with its share of the width.
  public record Column(String head, String percent) {}

  /// The language of the document.
  public Language language() {
    return dossier.language();
  }

  /// The wording of this key.
  public String say(String key, Object... arguments) {
    return Words.in(language()).say(key, arguments);
  }

  /// The title.
  public String title() {
    return dossier.title();
  }

  /// For the head of each page: the case and the instant.
  public String head() {
    String reference = dossier.reference().isEmpty() ? "–" : dossier.reference();
    return say(
        "dossier.head",
        say("dossier.head.reference", reference),
        WrittenTime.of(dossier.at(), language()));
  }

  /// What the document says of itself.
  public String subject() {
    return say("dossier.subject", dossier.version());
  }

  /// What stands before the label of a blank.
  public String opening() {
    return Line.opening(language());
  }

  /// The bookmarks: each part.
  public List<Mark> marks() {
    return dossier.parts().stream().map(part -> new Mark(part.title(), anchor(part))).toList();
  }

  /// Where a part begins.
  public String anchor(Part part) {
    return "part-" + dossier.parts().indexOf(part);
  }

  /// Where a heading stands.
  public String anchor(Block.Heading heading) {
    return "block-" + heading.id();
  }

  /// How a part is set: each but the first begins a page.
  public String style(Part part) {
    String role = part.role() == Part.Role.GUIDE ? "guide" : "act";
    return dossier.parts().indexOf(part) == 0 ? role : role + " next";
  }

  /// The columns of a table with their shares, in tenths of a percent.
  public List<Column> columns(Block.Table table) {
    int sum = table.columns().stream().mapToInt(Block.Table.Column::weight).sum();
    List<Column> columns = new ArrayList<>();
    for (Block.Table.Column column : table.columns()) {
      int tenths = 1000 * column.weight() / sum;
      columns.add(new Column(column.head(), tenths / 10 + "." + tenths % 10));
    }
    return columns;
  }
}

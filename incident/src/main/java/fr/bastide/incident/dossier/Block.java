package fr.bastide.incident.dossier;

import fr.bastide.kernel.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A piece of a document, with an identifier that stays the same each time the document is made.
public sealed interface Block {

  /// Its identifier, unique in the document.
  String id();

  /// All its lines, in reading order.
  Stream<Line> lines();

  /// Its text, as somebody edits it: one line of text for each of its lines, an empty one between
  /// paragraphs.
  default String plain(Language language) {
    return String.join("\n", lines().map(line -> line.plain(language)).toList());
  }

  /// A heading.
  ///
  /// @param level 2 or 3: the title of the document is 1
  record Heading(String id, int level, Line text) implements Block {
    @Override
    public Stream<Line> lines() {
      return Stream.of(text);
    }
  }

  /// A paragraph.
  record Paragraph(String id, Line text) implements Block {
    @Override
    public Stream<Line> lines() {
      return Stream.of(text);
    }
  }

  /// A list.
  ///
  /// @param ordered whether its items are numbered
  record Items(String id, boolean ordered, List<Line> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Stream<Line> lines() {
      return items.stream();
    }
  }

  /// A form: labels with what goes beside them.
  record Form(String id, Line caption, List<Row> rows) implements Block {

    /// A label and its value.
    public record Row(String label, Line value) {}

    public Form {
      rows = List.copyOf(rows);
    }

    @Override
    public Stream<Line> lines() {
      return Stream.concat(Stream.of(caption), rows.stream().map(Form::line));
    }

    private static Line line(Row row) {
      List<Piece> pieces = new ArrayList<>(Line.of(row.label() + "\u00a0: ").pieces());
      pieces.addAll(row.value().pieces());
      return new Line(pieces);
    }
  }

  /// A table with a row of headings.
  ///
  /// @param columns its columns, at least one
  /// @param rows as many cells each as there are columns
  record Table(String id, Line caption, List<Column> columns, List<List<Line>> rows)
      implements Block {

    /// A column.
    ///
    /// @param weight how wide it is beside the others, from 1
    public record Column(String head, int weight) {}

    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Line> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("a row of " + id + " does not fit its columns");
        }
      }
    }

    @Override
    public Stream<Line> lines() {
      return Stream.concat(Stream.of(caption), rows.stream().map(Table::line));
    }

    private static Line line(List<Line> row) {
      List<Piece> pieces = new ArrayList<>();
      for (Line cell : row) {
        pieces.addAll(Line.of(pieces.isEmpty() ? "" : " | ").pieces());
        pieces.addAll(cell.pieces());
      }
      return new Line(pieces);
    }
  }

  /// What a person wrote in the place of a block.
  ///
  /// @param paragraphs one line each
  record Written(String id, List<Line> paragraphs) implements Block {
    public Written {
      paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public Stream<Line> lines() {
      return paragraphs.stream();
    }
  }

  /// What a person wrote in the place of a block that the case has changed since: both are shown,
  /// and a person chooses.
  ///
  /// @param written what the person wrote
  /// @param now what the case says today
  record Contested(Written written, Block now) implements Block {
    @Override
    public String id() {
      return now.id();
    }

    @Override
    public Stream<Line> lines() {
      return Stream.concat(written.lines(), now.lines());
    }
  }
}

package fr.bastide.directory.internal;

import fr.bastide.document.CanonicalJson;
import fr.bastide.document.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cells of one row as fields, and fields as cells.
final class CsvCell {

  private CsvCell() {}

  /// The field a cell stands for; nothing when it is blank.
  static Optional<Yaml> read(CsvColumn column, String cell, int line) {
    if (cell.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (column.shape()) {
          case ONE -> new Yaml.Scalar(cell.strip(), false, line);
          case SEVERAL -> new Yaml.Sequence(scalars(cell, line), line);
          case CHAIN -> {
            List<Yaml> countries = scalars(cell, line);
            yield countries.size() == 1 ? countries.getFirst() : new Yaml.Sequence(countries, line);
          }
          case RECORD -> mapping(column, cell, line);
          case RECORDS ->
              new Yaml.Sequence(
                  split(cell, '|').stream().map(one -> (Yaml) mapping(column, one, line)).toList(),
                  line);
        });
  }

  private static List<Yaml> scalars(String cell, int line) {
    return split(cell, '|').stream()
        .map(one -> (Yaml) new Yaml.Scalar(plain(one).strip(), false, line))
        .toList();
  }

  private static Yaml.Mapping mapping(CsvColumn column, String cell, int line) {
    Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    List<String> values = split(cell, '>');
    for (int i = 0; i < values.size(); i++) {
      String key = i < column.parts().size() ? column.parts().get(i) : "part " + (i + 1);
      String value = plain(values.get(i)).strip();
      if (!value.isEmpty()) {
        entries.put(key, new Yaml.Entry(line, new Yaml.Scalar(value, false, line)));
      }
    }
    return new Yaml.Mapping(entries, line);
  }

  /// The cell that stands for a field written as JSON; blank when there is none.
  static String write(CsvColumn column, Map<?, ?> provider) {
    Object control = provider.get("control");
    Object value =
        column.shape() == CsvColumn.Shape.CHAIN
            ? control instanceof Map<?, ?> links ? links.get(column.key()) : null
            : provider.get(column.key());
    if (value == null) {
      return "";
    }
    return switch (column.shape()) {
      case ONE -> text(value);
      case SEVERAL, CHAIN -> value instanceof List<?> list ? several(list) : escape(text(value));
      case RECORD -> value instanceof Map<?, ?> map ? parts(column, map) : "";
      case RECORDS ->
          value instanceof List<?> list
              ? String.join(
                  "|",
                  list.stream()
                      .map(one -> one instanceof Map<?, ?> m ? parts(column, m) : "")
                      .toList())
              : "";
    };
  }

  private static String several(List<?> list) {
    return String.join("|", list.stream().map(one -> escape(text(one))).toList());
  }

  private static String parts(CsvColumn column, Map<?, ?> map) {
    StringBuilder cell = new StringBuilder();
    for (String part : column.parts()) {
      Object value = map.get(part);
      cell.append(cell.isEmpty() && part.equals(column.parts().getFirst()) ? "" : ">")
          .append(value == null ? "" : escape(text(value)));
    }
    while (!cell.isEmpty() && cell.charAt(cell.length() - 1) == '>' && !escapedEnd(cell)) {
      cell.setLength(cell.length() - 1);
    }
    return cell.toString();
  }

  private static boolean escapedEnd(StringBuilder cell) {
    int slashes = 0;
    for (int i = cell.length() - 2; i >= 0 && cell.charAt(i) == '\\'; i--) {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private static String text(Object value) {
    return value instanceof String string ? string : CanonicalJson.compact(value);
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("|", "\\|").replace(">", "\\>");
  }

  /// The pieces between separators that no backslash precedes; backslashes stay.
  private static List<String> split(String cell, char separator) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\' && i + 1 < cell.length()) {
        piece.append(c).append(cell.charAt(++i));
      } else if (c == separator) {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /// A piece without the backslashes that protect.
  private static String plain(String piece) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      plain.append(c == '\\' && i + 1 < piece.length() ? piece.charAt(++i) : c);
    }
    return plain.toString();
  }
}

package fr.bastide.assessment.internal;

import fr.bastide.assessment.PathTheme;
import fr.bastide.assessment.References;
import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import java.util.Arrays;
import java.util.List;

/// Reads the identifiers of other frameworks that a question or a measure answers to.
final class ReferencesReader {

  private static final List<String> PATH =
      Arrays.stream(PathTheme.values()).map(Enum::name).toList();

  private ReferencesReader() {}

  static References read(Fields owner, String place, Findings findings) {
    return owner
        .need("references")
        .map(yaml -> Fields.of(yaml, place + ".references", findings))
        .map(fields -> fields.known("hygiene", "iso27002", "recyf", "attack", "path"))
        .map(ReferencesReader::read)
        .orElse(new References(List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  private static References read(Fields fields) {
    return new References(
        numbers(fields, "hygiene", 42),
        fields.texts("iso27002", Identifiers::isoControl),
        numbers(fields, "recyf", 20),
        fields.texts("attack", Identifiers::attackMitigation),
        fields.texts("path", PATH::contains).stream().map(PathTheme::valueOf).toList());
  }

  private static List<Integer> numbers(Fields fields, String key, int most) {
    return fields.texts(key, text -> Identifiers.number(text, most)).stream()
        .map(Integer::valueOf)
        .toList();
  }
}

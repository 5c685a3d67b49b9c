package fr.bastide.directory.internal;

import fr.bastide.directory.EntryId;
import fr.bastide.directory.Vocabulary;
import fr.bastide.document.Yaml;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which skills and labels a file may name: those of a vocabulary, or any word when an old draw is
/// read again under a vocabulary that has gone on since.
final class Words {

  private final Optional<Vocabulary> vocabulary;

  private Words(Optional<Vocabulary> vocabulary) {
    this.vocabulary = vocabulary;
  }

  static Words of(Vocabulary vocabulary) {
    return new Words(Optional.of(vocabulary));
  }

  static Words any() {
    return new Words(Optional.empty());
  }

  Optional<Vocabulary> vocabulary() {
    return vocabulary;
  }

  /// The skill a field names, if it does.
  Optional<String> skill(Fields fields, String key) {
    return fields
        .textOr(key, 60)
        .filter(id -> known(fields, key, fields.lineOf(key), id, skills()));
  }

  /// The label a field names, if it does.
  Optional<String> label(Fields fields, String key) {
    return fields
        .textOr(key, 60)
        .filter(id -> known(fields, key, fields.lineOf(key), id, labels()));
  }

  Set<String> skills(Fields fields, String key) {
    return words(fields, key, skills());
  }

  Set<String> labels(Fields fields, String key) {
    return words(fields, key, labels());
  }

  private List<String> skills() {
    return vocabulary.map(Vocabulary::skillIds).orElse(List.of());
  }

  private List<String> labels() {
    return vocabulary.map(Vocabulary::labelIds).orElse(List.of());
  }

  private Set<String> words(Fields fields, String key, Collection<String> known) {
    Set<String> words = new LinkedHashSet<>();
    for (Yaml item : fields.list(key)) {
      String word = item instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
      if (known(fields, key, item.line(), word, known) && !words.add(word)) {
        fields.findings().duplicate(item.line(), fields.placeOf(key), word);
      }
    }
    return words;
  }

  private boolean known(
      Fields fields, String key, int line, String word, Collection<String> known) {
    boolean right = vocabulary.isPresent() ? known.contains(word) : EntryId.valid(word);
    if (!right) {
      fields.findings().unknown(line, fields.placeOf(key), word, known);
    }
    return right;
  }
}

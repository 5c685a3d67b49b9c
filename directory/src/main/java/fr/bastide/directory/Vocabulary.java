package fr.bastide.directory;

import fr.bastide.directory.internal.BuiltinVocabulary;
import java.util.List;
import java.util.Optional;

/// The skills and labels that entries and needs may name, under one version.
///
/// @param version such as `2026.1`
/// @param skills by their identifiers, in the order to show them
/// @param labels by their identifiers, in the order to show them
public record Vocabulary(String version, List<Skill> skills, List<Label> labels) {

  public Vocabulary {
    skills = List.copyOf(skills);
    labels = List.copyOf(labels);
  }

  /// The vocabulary that comes with Bastide.
  public static Vocabulary builtin() {
    return BuiltinVocabulary.get();
  }

  /// The skill with this identifier, if there is one.
  public Optional<Skill> skill(String id) {
    return skills.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /// The label with this identifier, if there is one.
  public Optional<Label> label(String id) {
    return labels.stream().filter(l -> l.id().equals(id)).findFirst();
  }

  /// The identifiers of all skills.
  public List<String> skillIds() {
    return skills.stream().map(Skill::id).toList();
  }

  /// The identifiers of all labels.
  public List<String> labelIds() {
    return labels.stream().map(Label::id).toList();
  }
}

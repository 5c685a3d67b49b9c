package fr.bastide.assessment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A versioned body of knowledge: what is asked, what can be done, and how answers are weighed.
///
/// @param version such as `2026.1`
/// @param scale how answers become a score
/// @param themes in the order of the questionnaire
/// @param questions by identifier, in the order of the questionnaire
/// @param measures by identifier, in the order of the themes
public record Referential(
    String version,
    Scale scale,
    List<Theme> themes,
    Map<String, Question> questions,
    Map<String, Measure> measures) {

  public Referential {
    themes = List.copyOf(themes);
    questions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    measures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }

  /// The referential that comes with Bastide.
  public static Referential builtin() {
    return fr.bastide.assessment.internal.BuiltinReferential.get();
  }

  /// The questions of one depth, in order, conditional ones included.
  public Stream<Question> questions(Depth depth) {
    return questions.values().stream().filter(q -> depth.asks(q.depth()));
  }

  /// The questions of one theme at one depth, in order.
  public Collection<Question> questions(Depth depth, String theme) {
    return questions(depth).filter(q -> q.theme().equals(theme)).toList();
  }

  /// The question with this identifier, if there is one.
  public Optional<Question> question(String id) {
    return Optional.ofNullable(questions.get(id));
  }

  /// The measure with this identifier, if there is one.
  public Optional<Measure> measure(String id) {
    return Optional.ofNullable(measures.get(id));
  }

  /// The theme with this identifier, if there is one.
  public Optional<Theme> theme(String id) {
    return themes.stream().filter(t -> t.id().equals(id)).findFirst();
  }
}

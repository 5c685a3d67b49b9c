package fr.bastide.incident;

import fr.bastide.incident.internal.Knowledge;
import fr.bastide.kernel.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that the engine may want to know, in the order in which one asks.
///
/// @param version the version of the questions
/// @param groups what belongs together
public record Questionnaire(String version, List<Group> groups) {

  /// The group of the questions about time.
  public static final String CLOCKS = "clocks";

  /// Questions that belong together.
  ///
  /// @param id how files name it
  /// @param title for people
  /// @param questions in the order in which one asks
  public record Group(String id, Text title, List<Question> questions) {

    public Group {
      questions = List.copyOf(questions);
    }
  }

  public Questionnaire {
    groups = List.copyOf(groups);
  }

  /// The questions that come with Bastide.
  public static Questionnaire builtin() {
    return Knowledge.builtin().questionnaire();
  }

  /// All questions by their identifier, in order.
  public Map<String, Question> questions() {
    Map<String, Question> all = new LinkedHashMap<>();
    groups.forEach(group -> group.questions().forEach(one -> all.put(one.id(), one)));
    return all;
  }

  /// The question with this identifier.
  public Optional<Question> question(String id) {
    return groups.stream()
        .flatMap(group -> group.questions().stream())
        .filter(question -> question.id().equals(id))
        .findFirst();
  }
}

package fr.bastide.assessment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The referential of a national self-assessment and 300 answer sets with what its own engine made
/// of them, read from the shared corpora; nothing of it is kept here.
final class NationalSelfAssessment {

  static final Path FOLDER = Path.of("../../shared/corpora/assess");

  /// A question of theirs.
  ///
  /// @param theme under which it counts
  /// @param weight its share within the theme
  /// @param most what its best answer is worth
  record Asked(String theme, double weight, double most) {}

  /// One answer of theirs.
  record Told(String question, String choice) {}

  /// An answer set with the indicators that their engine gave, by theme; a theme without any answer
  /// that counts has none.
  record Case(int id, List<Told> answers, Map<String, Double> indicators) {}

  final Map<String, Asked> questions = new HashMap<>();
  private final Map<String, Double> values = new HashMap<>();
  final List<Case> cases = new ArrayList<>();

  static boolean absent() {
    return !Files.isRegularFile(FOLDER.resolve("mac-oracle-300.jsonl"));
  }

  NationalSelfAssessment() throws IOException {
    JsonMapper json = JsonMapper.shared();
    JsonNode themes =
        json.readTree(FOLDER.resolve("mac-referentiel.json").toFile()).get("referentiel");
    for (Map.Entry<String, JsonNode> theme : themes.properties()) {
      theme.getValue().get("questions").forEach(question -> ask(theme.getKey(), question));
    }
    for (String line : Files.readAllLines(FOLDER.resolve("mac-oracle-300.jsonl"))) {
      cases.add(read(json.readTree(line)));
    }
  }

  private void ask(String theme, JsonNode question) {
    double most = 0;
    for (JsonNode choice : question.get("reponsesPossibles")) {
      JsonNode value = choice.at("/resultat/indice/valeur");
      if (value.isNumber()) {
        values.put(choice.get("identifiant").asString(), value.asDouble());
        most = Math.max(most, value.asDouble());
      }
      choice.path("questions").forEach(drawer -> ask(theme, drawer));
    }
    double weight = question.get("poids").asDouble();
    questions.put(question.get("identifiant").asString(), new Asked(theme, weight, most));
  }

  private static Case read(JsonNode set) {
    List<Told> answers = new ArrayList<>();
    for (JsonNode one : set.get("reponses")) {
      String question = one.get("identifiant").asString();
      JsonNode answer = one.get("reponse");
      if (answer.isString()) {
        answers.add(new Told(question, answer.asString()));
      } else {
        answers.add(new Told(question, answer.get("reponse").asString()));
        for (JsonNode drawer : answer.get("questions")) {
          String inner = drawer.get("identifiant").asString();
          drawer.get("reponses").forEach(c -> answers.add(new Told(inner, c.asString())));
        }
      }
    }
    Map<String, Double> indicators = new HashMap<>();
    for (Map.Entry<String, JsonNode> one : set.at("/attendu/indicateurs").properties()) {
      if (one.getValue().isNumber()) {
        indicators.put(one.getKey(), one.getValue().asDouble());
      }
    }
    return new Case(set.get("id").asInt(), answers, indicators);
  }

  /// A question of theirs that exists.
  Asked asked(String question) {
    return Optional.ofNullable(questions.get(question)).orElseThrow();
  }

  /// What a choice is worth to their engine; nothing for *I don't know* and *not applicable*.
  Optional<Double> value(String choice) {
    return Optional.ofNullable(values.get(choice));
  }

  /// Their indicators as we understand them: in each theme the mean of the answers that are worth
  /// something or nothing, by weight; the others are left out.
  Map<String, Double> indicators(List<Told> answers) {
    Map<String, double[]> sums = new HashMap<>();
    for (Told told : answers) {
      Asked asked = questions.get(told.question());
      Optional<Double> value = value(told.choice());
      if (asked != null && value.isPresent()) {
        double[] sum = sums.computeIfAbsent(asked.theme(), _ -> new double[2]);
        sum[0] += value.get() * asked.weight();
        sum[1] += asked.weight();
      }
    }
    Map<String, Double> indicators = new HashMap<>();
    sums.forEach((theme, sum) -> {
      if (sum[1] > 0) {
        indicators.put(theme, sum[0] / sum[1]);
      }
    });
    return indicators;
  }
}

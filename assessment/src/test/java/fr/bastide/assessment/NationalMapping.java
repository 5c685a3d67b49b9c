package fr.bastide.assessment;

import fr.bastide.kernel.BodySize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which question of a national self-assessment asks the same as one of ours, and what an answer
/// there says here.
final class NationalMapping {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Referential OURS = Referential.builtin();

  /// Their question to ours; several of theirs may lead to one of ours, the later answer counts.
  private final Map<String, String> pairs = new LinkedHashMap<>();

  NationalMapping() throws IOException {
    try (InputStream in = NationalMapping.class.getResourceAsStream("national-pairs.tsv")) {
      if (in == null) {
        throw new IllegalStateException("national-pairs.tsv is missing");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          int tab = line.indexOf('\t');
          pairs.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
    }
  }

  Map<String, String> pairs() {
    return pairs;
  }

  /// Our answer sheet of one of their answer sets: declared answers, the best of our choices that
  /// claims no more of its scale than theirs does; what they do not know stays unknown.
  AnswerSheet sheet(NationalSelfAssessment theirs, List<NationalSelfAssessment.Told> answers) {
    Map<String, Answer> sheet = new HashMap<>();
    sheet.put("remote-access.use", Answer.declared("some"));
    sheet.put("objects.industrial", Answer.declared("none"));
    for (NationalSelfAssessment.Told told : answers) {
      if (told.choice().equals("contexte-opere-systemes-information-industriels-oui")) {
        sheet.put("objects.industrial", Answer.declared("remote"));
      }
      String ours = pairs.get(told.question());
      if (ours != null) {
        answer(theirs, told, ours).ifPresent(answer -> sheet.put(ours, answer));
      }
    }
    return new AnswerSheet(Depth.STANDARD, BodySize.MEDIUM, DAY, sheet);
  }

  private static Optional<Answer> answer(
      NationalSelfAssessment theirs, NationalSelfAssessment.Told told, String ours) {
    if (told.choice().endsWith("-na")) {
      return Optional.of(new Answer.NotApplicable("non applicable", Optional.of("test")));
    }
    double most = theirs.asked(told.question()).most();
    return theirs
        .value(told.choice())
        .flatMap(value ->
            OURS.question(ours).orElseThrow().choices().stream()
                .filter(choice -> choice.value() <= value / most + 1e-9)
                .reduce((_, better) -> better))
        .map(choice -> Answer.declared(choice.id()));
  }
}

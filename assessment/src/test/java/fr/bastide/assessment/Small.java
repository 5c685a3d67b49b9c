package fr.bastide.assessment;

import fr.bastide.assessment.file.Referentials;
import fr.bastide.assessment.file.Referentials.Reading;
import fr.bastide.kernel.BodySize;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// The small referential of the tests, and sheets that answer it.
public final class Small {

  /// The day of all sheets.
  public static final LocalDate AT = LocalDate.of(2026, 11, 24);

  private Small() {}

  /// The folder it is kept in.
  public static Path folder() {
    try {
      return Path.of(Small.class.getResource("/fr/bastide/assessment/small").toURI());
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// The referential.
  public static Referential referential() {
    return switch (Referentials.read(folder())) {
      case Reading.Usable usable -> usable.referential();
      case Reading.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  /// A sheet at full depth; arguments are question, choice, question, choice…
  public static AnswerSheet sheet(String... declared) {
    return sheet(Depth.FULL, declared);
  }

  /// A sheet at a depth.
  public static AnswerSheet sheet(Depth depth, String... declared) {
    Map<String, Answer> answers = new HashMap<>();
    for (int i = 0; i < declared.length; i += 2) {
      answers.put(declared[i], Answer.declared(declared[i + 1]));
    }
    return new AnswerSheet(depth, BodySize.SMALL, AT, answers);
  }
}

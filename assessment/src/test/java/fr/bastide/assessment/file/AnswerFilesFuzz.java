package fr.bastide.assessment.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Scorer;
import fr.bastide.assessment.Small;
import fr.bastide.assessment.file.AnswerFiles.Reading;
import fr.bastide.kernel.Language;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Hostile answer files: whatever the bytes, findings or a file; and a file that was accepted can
/// be scored, exported, written and read back.
class AnswerFilesFuzz {

  private static final Referential REFERENTIAL = Small.referential();
  private static final Scorer SCORER = new Scorer(REFERENTIAL);

  @FuzzTest(maxDuration = "60s")
  void neverThrows(byte[] bytes) {
    Reading reading = AnswerFiles.read(bytes, REFERENTIAL);
    switch (reading) {
      case Reading.Refused refused -> {
        if (refused.findings().isEmpty()) {
          throw new AssertionError("refused without a reason");
        }
      }
      case Reading.Usable usable -> {
        AnswerFile file = usable.file();
        var score = SCORER.score(file.sheet());
        Results.json(file, REFERENTIAL, score, Optional.empty());
        Results.csv(file, REFERENTIAL, score, Optional.empty(), Language.FR);
        String written = AnswerFiles.write(file, REFERENTIAL, Language.EN);
        Reading again = AnswerFiles.read(written.getBytes(StandardCharsets.UTF_8), REFERENTIAL);
        if (!(again instanceof Reading.Usable back) || !back.file().equals(complete(file))) {
          throw new AssertionError("not read back: " + again + "\n" + written);
        }
      }
    }
  }

  /// What writing adds: questions without an answer become unknown.
  private static AnswerFile complete(AnswerFile file) {
    var sheet = file.sheet();
    for (var question : REFERENTIAL.questions(sheet.depth()).toList()) {
      sheet = sheet.with(question.id(), sheet.answer(question.id()));
    }
    return new AnswerFile(file.referential(), file.body(), sheet, file.wishes());
  }
}

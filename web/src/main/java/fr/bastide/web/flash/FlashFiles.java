package fr.bastide.web.flash;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.file.AnswerFiles;
import fr.bastide.kernel.Language;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.print.Level;
import fr.bastide.print.ReportContent;
import fr.bastide.print.Reports;
import fr.bastide.web.assessment.Downloads;
import fr.bastide.web.frame.Workbench;
import fr.bastide.web.frame.Workbenches;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What a flash assessment gives to take away, on its page and through the API alike. Anyone may
/// ask, so what is dear is done on the bench of visitors.
@Component
public class FlashFiles {

  /// How many measures are told to begin with.
  static final int FIRST = 3;

  private final AssessmentDesk desk;
  private final Workbench bench;

  FlashFiles(AssessmentDesk desk, @Qualifier(Workbenches.VISITORS) Workbench bench) {
    this.desk = desk;
    this.bench = bench;
  }

  /// The report on one page, as PDF/UA.
  ///
  /// @throws fr.bastide.web.frame.Busy when too many ask for one
  public ResponseEntity<byte[]> report(AnswerFile file, Score score, Language language) {
    ReportContent content =
        ReportContent.of(
            file, desk.referential(), score, Optional.empty(), Optional.empty(), file.sheet().at());
    byte[] pdf = bench.run(() -> Reports.pdf(content, language, Level.ONE_PAGE));
    return Downloads.file("bastide-flash.pdf", "application/pdf", pdf);
  }

  /// The answers as a file that the command line and a later assessment can read.
  public ResponseEntity<byte[]> answers(AnswerFile file, Language language) {
    String yaml = AnswerFiles.write(file, desk.referential(), language);
    return Downloads.file(
        "bastide-flash.yaml", "application/yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  /// What to do first: some ten milliseconds, which no bench is needed for.
  public FirstSteps firstSteps(AnswerSheet sheet) {
    return FirstSteps.of(desk.referential(), desk.scorer(), sheet, FIRST);
  }
}

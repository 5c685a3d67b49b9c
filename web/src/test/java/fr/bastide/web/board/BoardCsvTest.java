package fr.bastide.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Score;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.board.BoardRow;
import fr.bastide.loop.body.Body;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardCsvTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+33", "-2", "@SUM(A1)", " =1", "\t=1", "＝1"})
  void whatASpreadsheetWouldRunIsMadeText(String name) {
    String line = csv(name, Language.FR).lines().skip(1).findFirst().orElseThrow();
    assertThat(line.split(";")[1]).startsWith("'");
  }

  @Test
  void separatorsAndQuotesStayWithinTheirCell() {
    String line = csv("A;B \"C\"", Language.FR).lines().skip(1).findFirst().orElseThrow();
    assertThat(line).contains(";\"A;B \"\"C\"\"\";");
  }

  @Test
  void frenchSpreadsheetsGetCommasInNumbersEnglishOnesPoints() {
    assertThat(csv("Foix", Language.FR)).startsWith("\ufeff").contains(";41,5;");
    assertThat(csv("Foix", Language.EN)).contains(",41.5,");
  }

  @Test
  void invitedOrInventedIsSaid() {
    assertThat(csv("Foix", Language.FR).strip()).endsWith(";oui");
  }

  private static String csv(String name, Language language) {
    return new String(BoardCsv.write(List.of(row(name)), language), StandardCharsets.UTF_8);
  }

  static BoardRow row(String name) {
    Body body =
        new Body(
            new BodyId("commune-09122"),
            BodyForm.COMMUNE,
            name,
            Optional.empty(),
            Optional.of("09122"),
            "09",
            "76",
            Optional.of(9_000),
            Optional.empty(),
            Optional.empty(),
            false);
    Result result = new Result("1", new Score.Interval(30.25, 41.5, 55), Grade.D, Map.of(), 80, 90);
    return new BoardRow(
        body, Depth.STANDARD, result, Instant.parse("2026-11-24T08:30:00Z"), true, true, 2, 9);
  }
}

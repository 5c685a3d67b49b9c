package fr.bastide.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.directory.Outcome.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityTest {

  private static final EntryId FIRM = new EntryId("rempart");

  private static Outcome outcome(Result result, Optional<Integer> mark) {
    return new Outcome(FIRM, "CAS-1", Small.DAY, result, mark);
  }

  @Test
  void countsWhatHappenedAndRoundsTheMean() {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(outcome(Result.DONE, Optional.of(5)));
    outcomes.add(outcome(Result.DONE, Optional.of(4)));
    outcomes.add(outcome(Result.ABANDONED, Optional.of(1)));
    outcomes.add(outcome(Result.DECLINED, Optional.empty()));
    outcomes.add(
        new Outcome(
            new EntryId("merlon"), "CAS-1", Small.DAY, Result.UNANSWERED, Optional.empty()));
    assertThat(Quality.of(FIRM, outcomes)).isEqualTo(new Quality(2, 1, 1, 0, 3, Optional.of(33)));
  }

  @Test
  void twoMarksWouldSayWhoGaveThem() {
    List<Outcome> two =
        List.of(outcome(Result.DONE, Optional.of(5)), outcome(Result.DONE, Optional.of(5)));
    assertThat(Quality.of(FIRM, two).satisfaction()).isEmpty();
  }
}

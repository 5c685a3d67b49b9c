package fr.bastide.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.loop.contract.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeTextTest {

  @Test
  void whatPeopleWriteIsKept() {
    for (String text : List.of("", "été", Samples.FRENCH, "a\r\n\tb", "Ŀ‑\u202f", "🏰")) {
      FreeText.require("note", text, 1_000);
      assertThat(FreeText.keepable(text)).isTrue();
    }
  }

  @Test
  void whatNoDatabaseKeepsIsRefusedWithTheNameOfTheField() {
    for (String text :
        List.of("\0", "a\u0007", "\u007f", "\u0085", "\ud83c", "\udff0x", "123456")) {
      assertThatThrownBy(() -> FreeText.require("note", text, 5))
          .isInstanceOfSatisfying(
              Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("note"));
    }
  }
}

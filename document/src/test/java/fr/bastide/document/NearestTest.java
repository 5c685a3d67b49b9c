package fr.bastide.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  private static final List<String> KNOWN = List.of("backups.offline", "backups.order", "people");

  @Test
  void findsWhatWasMistyped() {
    assertThat(Nearest.of("backups.ofline", KNOWN)).contains("backups.offline");
    assertThat(Nearest.of("backup.offline", KNOWN)).contains("backups.offline");
    assertThat(Nearest.of("poeple", KNOWN)).contains("people");
  }

  @Test
  void saysNothingRatherThanNonsense() {
    assertThat(Nearest.of("printers", KNOWN)).isEmpty();
    assertThat(Nearest.of("x".repeat(10_000), KNOWN)).isEmpty();
    assertThat(Nearest.of("", KNOWN)).isEmpty();
  }
}

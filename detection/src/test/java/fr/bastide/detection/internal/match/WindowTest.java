package fr.bastide.detection.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static List<String> texts(String regex) {
    return RegexShape.of(regex).stream().flatMap(window -> window.texts().stream()).toList();
  }

  @Test
  void theLongestTextThatMustStandIsFound() {
    assertThat(texts("net\\s+use\\s+https://docs.live.net")).contains("https://docs");
    assertThat(texts("(?i)\\.exe[\"']?\\s+werfault\\.exe")).isEqualTo(List.of("werfault.exe"));
    assertThat(texts("[Pp]rogram[Dd]ata")).isEqualTo(List.of("programdata"));
  }

  @Test
  void everyAlternativeIsWatched() {
    assertThat(texts("(curl|wget) .*")).containsExactly("curl", "wget");
    assertThat(texts("curl|.*")).isEmpty();
  }

  @Test
  void smallSetsAreUnfolded() {
    assertThat(texts("\\.[ab]x")).containsExactly(".ax", ".bx");
  }

  @Test
  void whatMayBeMissingIsNotAskedFor() {
    assertThat(texts("a?(?:bcd)*e{0}")).isEmpty();
  }

  @Test
  void repeatedSetsMakeALongWindow() {
    List<Window> windows = RegexShape.of("\\s[a-f0-9]{64}\\s[a-f0-9]{16}");

    assertThat(windows).hasSize(1);
    assertThat(windows.getFirst().sets()).hasSize(Window.LONGEST);
  }
}

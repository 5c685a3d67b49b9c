package fr.bastide.incident.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.incident.CaseFiles;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.Seed;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.kernel.Language;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What people write is never lost, and never hides what the case says since.
class EditsTest {

  private static Dossier complaint(String more) {
    String facts =
        "format: incident-facts/1\nname: \"X\"\nincident: {malicious: yes, ransomware: yes}\n"
            + more;
    CaseFile file =
        CaseFile.of(
            Qualification.of(
                CaseFiles.facts(facts), Instant.parse("2026-11-25T07:00:00Z"), Switches.NONE));
    return Dossiers.make(Dossiers.kind("complaint").orElseThrow(), file, Language.FR);
  }

  @Test
  void aTextStandsAsLongAsTheCaseSaysTheSame() {
    Dossier first = complaint("");
    Edit edit =
        first.edit("facts-story", "Premier.\n\nSecond [à compléter\u00a0: l’heure].").orElseThrow();
    Block block =
        complaint("body: {population: 12}\n")
            .with(List.of(edit))
            .block("facts-story")
            .orElseThrow();
    assertThat(block).isInstanceOf(Block.Written.class);
    assertThat(((Block.Written) block).paragraphs()).hasSize(2);
    assertThat(block.lines().flatMap(line -> line.blanks().stream())).containsExactly("l’heure");
  }

  @Test
  void bothAreShownOnceTheCaseSaysSomethingElse() {
    Edit edit = complaint("").edit("facts-known", "À moi.").orElseThrow();
    Dossier later = complaint("clocks: {certain: 2026-11-24 02:00}\n").with(List.of(edit));
    Block.Contested block = (Block.Contested) later.block("facts-known").orElseThrow();
    assertThat(block.written().plain(Language.FR)).isEqualTo("À moi.");
    assertThat(block.now().plain(Language.FR)).contains("mardi 24 novembre 2026");
    assertThat(Dossiers.text(later)).contains("réécrit à la main", "À moi.");
  }

  @Test
  void anEmptyTextLeavesTheBlockOutUntilTheCaseChanges() {
    Edit edit = complaint("").edit("facts-known", " ").orElseThrow();
    assertThat(complaint("").with(List.of(edit)).block("facts-known")).isEmpty();
    assertThat(
            complaint("clocks: {certain: 2026-11-24 02:00}\n")
                .with(List.of(edit))
                .block("facts-known"))
        .get()
        .isInstanceOf(Block.Contested.class);
  }

  @Test
  void aTextWhoseBlockIsGoneIsKeptAtTheEnd() {
    Edit edit = complaint("").edit("facts-list", "Des fichiers sont chiffrés.").orElseThrow();
    Dossier later =
        complaint("incident2: {}\n".replace("incident2: {}\n", ""))
            .with(List.of(edit, new Edit("no-longer-there", "avant", "Gardez-moi.")));
    Part act =
        later.parts().stream().filter(p -> p.role() == Part.Role.ACT).findFirst().orElseThrow();
    assertThat(act.blocks().getLast().plain(Language.FR)).isEqualTo("Gardez-moi.");
  }

  @Test
  void theLastOfTwoTextsCountsAndAHeadingStaysOne() {
    Dossier made = complaint("");
    Edit one = made.edit("facts-head", "Un").orElseThrow();
    Edit two = made.edit("facts-head", "Deux").orElseThrow();
    Block block = made.with(List.of(one, two)).block("facts-head").orElseThrow();
    assertThat(block).isInstanceOf(Block.Heading.class);
    assertThat(block.plain(Language.FR)).isEqualTo("Deux");
    assertThat(made.edit("no such block", "x")).isEmpty();
    assertThat(made.with(List.of())).isEqualTo(made);
  }

  @Test
  void plainTextIsReadBack() {
    RandomGenerator random = Seed.random();
    String alphabet = "ab [à compléter\u00a0: x][to fill in: y]\n:";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      while (text.length() < length) {
        int from = random.nextInt(alphabet.length());
        text.append(alphabet, from, Math.min(alphabet.length(), from + 1 + random.nextInt(20)));
      }
      for (Language language : Language.values()) {
        Line line = Line.read(text.toString(), language);
        assertThat(line.plain(language)).as("seed %d", Seed.value()).isEqualTo(text.toString());
        assertThat(Line.read(line.plain(language), language)).isEqualTo(line);
      }
    }
    assertThat(Line.read("a [à compléter\u00a0: b] c", Language.FR).blanks()).containsExactly("b");
    assertThatThrownBy(() -> Line.blank("[x]")).isInstanceOf(IllegalArgumentException.class);
  }
}

package fr.bastide.directory.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.directory.Directory;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Small;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.DirectoryFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleDirectoryTest {

  @Test
  void realFirmsHaveFactsWithSourcesAndNothingElse() {
    Directory real = SampleDirectory.occitanie();
    assertThat(real.providers())
        .extracting(p -> p.id().value())
        .containsExactly("acelys", "devensys", "pradeo", "scassi", "seclab", "yagaan");
    assertThat(real.solutions()).isEmpty();
    for (Provider provider : real.providers()) {
      assertThat(provider.sources()).as(provider.id().value()).isNotEmpty();
      assertThat(provider.identity().fictional()).isFalse();
      assertThat(provider.identity().siren()).isEmpty();
      assertThat(provider.offer().skills()).isNotEmpty();
      assertThat(provider.offer().prices()).isEmpty();
      assertThat(provider.offer().labels()).isEmpty();
      assertThat(provider.guarantees().validation()).isEmpty();
    }
  }

  @Test
  void fictionalFirmsCannotBeTakenForReal() {
    Directory made = SampleDirectory.fictional(7, 300, Small.DAY);
    assertThat(made.providers()).hasSize(300);
    for (Provider provider : made.providers()) {
      assertThat(provider.identity().fictional()).isTrue();
      assertThat(provider.identity().name()).contains("fictif");
      assertThat(provider.identity().siren().orElseThrow().value()).startsWith("000");
      assertThat(provider.presence().people())
          .allMatch(p -> p.email().orElse("").endsWith(".invalid"));
    }
    assertThat(made.solutions()).hasSizeGreaterThan(40).allMatch(s -> s.fictional());
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherAnother() {
    String once = DirectoryFiles.json(SampleDirectory.territory(1, 200, Small.DAY));
    assertThat(DirectoryFiles.json(SampleDirectory.territory(1, 200, Small.DAY))).isEqualTo(once);
    assertThat(DirectoryFiles.json(SampleDirectory.territory(2, 200, Small.DAY)))
        .isNotEqualTo(once);
    assertThat(
            DirectoryFiles.read(once.getBytes(StandardCharsets.UTF_8), Vocabulary.builtin())
                .findings())
        .isEmpty();
  }

  @Test
  void thereIsWorkForEveryFilter() {
    List<Provider> made = SampleDirectory.fictional(1, 200, Small.DAY).providers();
    for (var skill : Vocabulary.builtin().skills()) {
      assertThat(made).anyMatch(p -> p.offer().skills().contains(skill.id()));
    }
    assertThat(made).anyMatch(p -> p.presence().hours().isEmpty());
    assertThat(made).anyMatch(p -> p.presence().unavailableUntil().isPresent());
    assertThat(made).anyMatch(p -> p.guarantees().validation().isEmpty());
    assertThat(made).anyMatch(p -> p.identity().group().isPresent());
  }

  @Test
  void notNoneAndNotTooMany() {
    assertThatThrownBy(() -> SampleDirectory.fictional(1, 0, Small.DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SampleDirectory.fictional(1, 2_001, Small.DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

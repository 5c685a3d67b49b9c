package fr.bastide.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.RandomReferentials;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Seed;
import fr.bastide.assessment.Small;
import fr.bastide.assessment.file.Referentials.Reading;
import org.junit.jupiter.api.Test;

class CompactReferentialTest {

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(CompactReader.read(CompactWriter.write(Small.referential())))
        .isEqualTo(Small.referential());
    RandomReferentials random = new RandomReferentials(Seed.random());
    for (int i = 0; i < 200; i++) {
      Referential referential = random.next();
      assertThat(CompactReader.read(CompactWriter.write(referential)))
          .as("seed %d", Seed.value())
          .isEqualTo(referential);
    }
  }

  @Test
  void theBuiltinOneIsTheOneOfTheYamlFiles() {
    Reading yaml = BuiltinReferential.read();
    assertThat(yaml.findings()).isEmpty();
    assertThat(yaml).isInstanceOf(Reading.Usable.class);
    assertThat(BuiltinReferential.get()).isEqualTo(((Reading.Usable) yaml).referential());
  }
}

package fr.bastide.print;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Referential;
import fr.bastide.incident.dossier.Causes;
import org.junit.jupiter.api.Test;

/// The measures that causes of incidents call for are measures of the referential. The incident
/// engine does not know the referential; this module knows both.
class CauseMeasuresTest {

  @Test
  void everyMeasureExists() {
    assertThat(Referential.builtin().measures().keySet()).containsAll(Causes.builtin().measures());
    assertThat(Causes.builtin().measures()).hasSizeGreaterThan(50);
  }
}

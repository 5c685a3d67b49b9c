package fr.bastide.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

  @ParameterizedTest
  @ValueSource(strings = {"09194", "2A004", "2B033", "97105"})
  void inseeCodesOfAllFrance(String code) {
    assertThat(new InseeCode(code)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9194", "091940", "2C004", "A2004", "09 94", "3A004"})
  void refusesWhatIsNoInseeCode(String code) {
    assertThatExceptionOfType(InvalidIdentifier.class).isThrownBy(() -> new InseeCode(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "../etc", "commune 09194", "commune-é", "<b>"})
  void refusesWhatIsNoBodyIdentifier(String id) {
    assertThatExceptionOfType(InvalidIdentifier.class).isThrownBy(() -> new BodyId(id));
  }

  @Test
  void aBodyIdentifierIsReadableInAUrl() {
    assertThat(new BodyId("commune-2A004")).hasToString("commune-2A004");
  }

  @Test
  void aTextNeedsBothLanguages() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Text("oui", " "));
    assertThat(new Text("oui", "yes").in(Language.EN)).isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource({"fr,FR", "fr-CA,FR", "en-GB,EN", "EN,EN", "de,FR", "'',FR"})
  void frenchUnlessEnglishIsAskedFor(String tag, Language expected) {
    assertThat(Language.of(tag)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1,TINY", "10,TINY", "11,SMALL", "50,SMALL", "51,MEDIUM", "250,MEDIUM", "251,LARGE"})
  void sizesByWorkstations(int workstations, BodySize expected) {
    assertThat(BodySize.ofWorkstations(workstations)).isEqualTo(expected);
  }

  @Test
  void aTownOfThreeThousandIsSmall() {
    assertThat(BodySize.ofPopulation(3_000)).isEqualTo(BodySize.SMALL);
    assertThat(BodySize.ofPopulation(0)).isEqualTo(BodySize.TINY);
  }
}

package fr.bastide.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BoardMapTest {

  @Test
  void aBodyStandsWhereItsCommuneIs() {
    byte[] json = new BoardMap().points(List.of(BoardCsvTest.row("Foix \"</script>")));
    JsonNode feature = JsonMapper.shared().readTree(json).get("features").get(0);
    assertThat(feature.at("/geometry/coordinates/0").asDouble()).isBetween(1.4, 1.8);
    assertThat(feature.at("/geometry/coordinates/1").asDouble()).isBetween(42.8, 43.1);
    assertThat(feature.at("/properties/grade").asString()).isEqualTo("D");
    assertThat(feature.at("/properties/point").asInt()).isEqualTo(41);
    assertThat(feature.at("/properties/example").asBoolean()).isTrue();
  }

  @Test
  void theOutlinesAreThoseOfTheRegionAlone() {
    byte[] occitanie = new BoardMap().outlines("76").orElseThrow();
    assertThat(JsonMapper.shared().readTree(occitanie).get("features").size()).isEqualTo(13);
    assertThat(new BoardMap().outlines("../76")).isEmpty();
  }
}

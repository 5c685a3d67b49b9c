package fr.bastide.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Language;
import fr.bastide.loop.board.BoardRow;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.territory.OfficialRegister;
import fr.bastide.loop.territory.Regions;
import fr.bastide.loop.territory.RegisterEntry;
import fr.bastide.web.body.PaperHouse;
import fr.bastide.web.frame.Page;
import fr.bastide.web.templates.StaticTemplates;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(strings = {"01", "11", "53"})
  void theBoardOfAnyRegionShowsEachOfItsBodiesOnItsMap(String region) {
    List<BoardRow> rows =
        OfficialRegister.load(region).entries().stream().map(BoardMapTest::row).toList();
    JsonNode outlines = JsonMapper.shared().readTree(new BoardMap().outlines(region).orElseThrow());
    assertThat(outlines.get("features").size()).isEqualTo(Regions.departements(region).size());
    JsonNode points = JsonMapper.shared().readTree(new BoardMap().points(rows)).get("features");
    assertThat(points.size()).isEqualTo(rows.size());
    String page = drawn(region, rows.subList(0, Math.min(rows.size(), BoardFilter.ON_A_PAGE)));
    assertThat(page)
        .contains(Regions.find(region).orElseThrow().name())
        .contains("data-outlines=\"/board/outlines.geojson\"")
        .contains(rows.getFirst().body().name().replace("'", "&#39;"))
        .contains("GeoNames");
  }

  private static String drawn(String region, List<BoardRow> rows) {
    BoardView view =
        new BoardView(
            BoardFilter.of("", "", "", "", "", ""),
            rows,
            rows.size(),
            BoardPages.counted(rows, "1"),
            Regions.departements(region),
            Regions.find(region).orElseThrow().name(),
            Optional.of(new BoardMap().attribution()));
    return PaperHouse.draw(
        Page.of(frame -> new StaticTemplates().boardBoard(frame, view)), Language.FR, "/board");
  }

  private static BoardRow row(RegisterEntry entry) {
    Body body =
        new Body(
            entry.id(),
            entry.form(),
            entry.name(),
            entry.siren(),
            Optional.empty(),
            entry.departement(),
            entry.region(),
            entry.population(),
            Optional.empty(),
            Optional.empty(),
            false);
    BoardRow model = BoardCsvTest.row("");
    return new BoardRow(body, model.depth(), model.result(), model.at(), true, false, 0, 0);
  }

  @Test
  void theOutlinesAreThoseOfTheRegionAlone() {
    byte[] occitanie = new BoardMap().outlines("76").orElseThrow();
    assertThat(JsonMapper.shared().readTree(occitanie).get("features").size()).isEqualTo(13);
    assertThat(new BoardMap().outlines("../76")).isEmpty();
  }
}

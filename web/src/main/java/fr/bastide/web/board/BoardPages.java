package fr.bastide.web.board;

import fr.bastide.assessment.Grade;
import fr.bastide.kernel.Language;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.board.Aggregate;
import fr.bastide.loop.board.BoardDesk;
import fr.bastide.loop.board.BoardRow;
import fr.bastide.loop.board.Boards;
import fr.bastide.loop.territory.Region;
import fr.bastide.loop.territory.Regions;
import fr.bastide.web.ServeOptions;
import fr.bastide.web.access.Landing;
import fr.bastide.web.assessment.Downloads;
import fr.bastide.web.frame.NavigationEntry;
import fr.bastide.web.frame.NavigationSource;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Preferences;
import fr.bastide.web.frame.Stage;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The board of the centre, and the figures of the territory.
@Controller
public class BoardPages {

  private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

  private final Templates templates = new StaticTemplates();
  private final BoardDesk desk;
  private final BoardMap map;
  private final String region;
  private final boolean demo;

  BoardPages(BoardDesk desk, BoardMap map, ServeOptions options) {
    this.desk = desk;
    this.map = map;
    this.region = options.territory();
    this.demo = options.demo();
  }

  @GetMapping("/board")
  Page board(
      Caller caller,
      @RequestParam(defaultValue = "") String departement,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String grade,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String order,
      @RequestParam(defaultValue = "") String page) {
    BoardFilter filter = BoardFilter.of(departement, form, grade, name, order, page);
    Boards.Page found = desk.rows(caller, filter.query());
    BoardView view =
        new BoardView(
            filter,
            found.rows(),
            found.total(),
            figures(caller),
            Regions.departements(region),
            territory(),
            map.outlines(region).map(_ -> map.attribution()));
    return Page.of(frame -> templates.boardBoard(frame, view));
  }

  /// The rows that fit, as CSV.
  @GetMapping("/board/export.csv")
  public ResponseEntity<byte[]> export(
      Caller caller,
      @RequestParam(defaultValue = "") String departement,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String grade,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String order,
      HttpServletRequest request) {
    BoardFilter filter = BoardFilter.of(departement, form, grade, name, order, "");
    Language language = Preferences.of(request).language();
    byte[] csv = BoardCsv.write(desk.rows(caller, filter.all()).rows(), language);
    return Downloads.file("bastide-" + region + ".csv", "text/csv;charset=UTF-8", csv);
  }

  /// Where the bodies that fit are, as GeoJSON (RFC 7946).
  @GetMapping("/board/points.geojson")
  public ResponseEntity<byte[]> points(
      Caller caller,
      @RequestParam(defaultValue = "") String departement,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String grade,
      @RequestParam(defaultValue = "") String name) {
    BoardFilter filter = BoardFilter.of(departement, form, grade, name, "", "");
    byte[] points = map.points(desk.rows(caller, filter.all()).rows());
    return ResponseEntity.ok()
        .contentType(GEOJSON)
        .cacheControl(CacheControl.noStore())
        .body(points);
  }

  /// The outlines are public: they are those of the official division.
  @GetMapping("/board/outlines.geojson")
  public ResponseEntity<byte[]> outlines() {
    return ResponseEntity.ok()
        .contentType(GEOJSON)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
        .body(map.outlines(region).orElseThrow(NotFound::new));
  }

  @GetMapping("/territory")
  Page territory(Caller caller) {
    List<Aggregate> groups = desk.aggregates(caller);
    Optional<BoardFigures> whole =
        groups.stream().filter(BoardPages::whole).findFirst().map(BoardPages::figures);
    List<Aggregate> departements =
        groups.stream().filter(group -> group.departement().isPresent()).toList();
    List<Aggregate> forms = groups.stream().filter(group -> group.form().isPresent()).toList();
    return Page.of(
        frame -> templates.boardTerritory(frame, territory(), demo, whole, departements, forms));
  }

  @Bean
  static NavigationSource boardNavigation() {
    return visitor -> {
      boolean board = holds(visitor.caller(), Act.READ_BOARD);
      boolean figures = holds(visitor.caller(), Act.READ_AGGREGATES);
      return Stream.concat(
          board
              ? Stream.of(new NavigationEntry(Stage.ASSESS, "board.nav", "/board"))
              : Stream.empty(),
          figures
              ? Stream.of(new NavigationEntry(Stage.ASSESS, "board.nav.territory", "/territory"))
              : Stream.empty());
    };
  }

  /// The centre begins with its board; who sees figures alone, with those.
  @Bean
  @Order(1)
  static Landing boardLanding() {
    return caller ->
        holds(caller, Act.READ_BOARD)
            ? Optional.of("/board")
            : holds(caller, Act.READ_AGGREGATES) ? Optional.of("/territory") : Optional.empty();
  }

  private static boolean holds(Caller caller, Act act) {
    return caller.centreRoles().anyMatch(act.rule().centre()::contains);
  }

  /// The whole territory; with so few bodies that no aggregate is told, counted one by one: the
  /// centre sees them by name anyway.
  private BoardFigures figures(Caller caller) {
    return desk.aggregates(caller).stream()
        .filter(BoardPages::whole)
        .findFirst()
        .map(BoardPages::figures)
        .orElseGet(() ->
            counted(
                desk.rows(caller, Boards.Query.all(BoardFilter.ON_A_PAGE)).rows(), desk.scale()));
  }

  /// Figures of the completed assessments of a scale.
  static BoardFigures counted(List<BoardRow> rows, String scale) {
    List<BoardRow> completed =
        rows.stream()
            .filter(BoardRow::completed)
            .filter(row -> row.result().scale().equals(scale))
            .toList();
    Map<Grade, Integer> grades = new EnumMap<>(Grade.class);
    completed.forEach(row -> grades.merge(row.result().grade(), 1, Integer::sum));
    Optional<Double> mean =
        completed.isEmpty()
            ? Optional.empty()
            : Optional.of(
                completed.stream()
                    .mapToDouble(row -> row.result().total().point())
                    .average()
                    .orElseThrow());
    return new BoardFigures(completed.size(), mean, grades);
  }

  private static BoardFigures figures(Aggregate whole) {
    return new BoardFigures(whole.bodies(), Optional.of(whole.meanPoint()), whole.grades());
  }

  private static boolean whole(Aggregate group) {
    return group.departement().isEmpty() && group.form().isEmpty();
  }

  private String territory() {
    return Regions.find(region).map(Region::name).orElse(region);
  }
}

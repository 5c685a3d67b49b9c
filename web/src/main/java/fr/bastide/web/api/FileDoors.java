package fr.bastide.web.api;

import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyForm;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.board.Boards;
import fr.bastide.web.board.BoardPages;
import fr.bastide.web.plan.PlanFiles;
import fr.bastide.web.register.ImportPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The files that pages give, in the same forms: plans, the board, its map, the file of bodies to
/// fill in.
@Controller
@RequestMapping(Apis.V1)
class FileDoors {

  private final PlanFiles plans;
  private final BoardPages board;
  private final ImportPages register;

  FileDoors(PlanFiles plans, BoardPages board, ImportPages register) {
    this.plans = plans;
    this.board = board;
    this.register = register;
  }

  @Door(
      act = Act.READ_PLAN,
      also = Act.TAKE_REPORT,
      fr = "Le plan en vigueur et son score en JSON, comme la ligne de commande les écrit.",
      en = "The plan in force and its score as JSON, as the command line writes them.",
      schema = "ResultFile")
  @GetMapping("/bodies/{body}/plans/in-force/plan.json")
  ResponseEntity<byte[]> planJson(Caller caller, @PathVariable String body) {
    return plans.json(caller, body);
  }

  @Door(
      act = Act.READ_PLAN,
      also = Act.TAKE_REPORT,
      fr = "Le plan en vigueur et son score en CSV.",
      en = "The plan in force and its score as CSV.",
      media = "text/csv")
  @GetMapping("/bodies/{body}/plans/in-force/plan.csv")
  ResponseEntity<byte[]> planCsv(
      Caller caller, @PathVariable String body, HttpServletRequest request) {
    return plans.csv(caller, body, request);
  }

  @Door(
      act = Act.READ_BOARD,
      fr = "Les organismes évalués en CSV, filtrés comme le tableau.",
      en = "The bodies assessed as CSV, filtered as the board is.",
      media = "text/csv")
  @GetMapping("/board/export.csv")
  ResponseEntity<byte[]> boardCsv(
      Caller caller,
      @RequestParam Optional<String> departement,
      @RequestParam @OneOf(constants = BodyForm.class) Optional<String> form,
      @RequestParam @OneOf(constants = Grade.class) Optional<String> grade,
      @RequestParam Optional<String> name,
      @RequestParam @OneOf(constants = Boards.Order.class) Optional<String> order,
      HttpServletRequest request) {
    return board.export(
        caller,
        departement.orElse(""),
        name("form", BodyForm.class, form),
        name("grade", Grade.class, grade),
        name.orElse(""),
        name("order", Boards.Order.class, order),
        request);
  }

  @Door(
      act = Act.READ_BOARD,
      fr = "Les organismes évalués sur la carte, en GeoJSON (RFC 7946).",
      en = "The bodies assessed on the map, as GeoJSON (RFC 7946).",
      media = "application/geo+json",
      schema = "Features")
  @GetMapping("/board/points.geojson")
  ResponseEntity<byte[]> points(
      Caller caller,
      @RequestParam Optional<String> departement,
      @RequestParam @OneOf(constants = BodyForm.class) Optional<String> form,
      @RequestParam @OneOf(constants = Grade.class) Optional<String> grade,
      @RequestParam Optional<String> name) {
    return board.points(
        caller,
        departement.orElse(""),
        name("form", BodyForm.class, form),
        name("grade", Grade.class, grade),
        name.orElse(""));
  }

  @Door(
      act = Act.SEARCH_REGISTER,
      fr = "Les contours officiels du territoire, en GeoJSON (RFC 7946).",
      en = "The official outlines of the territory, as GeoJSON (RFC 7946).",
      media = "application/geo+json",
      schema = "Features")
  @GetMapping("/board/outlines.geojson")
  ResponseEntity<byte[]> outlines() {
    return board.outlines();
  }

  @Door(
      act = Act.SEARCH_REGISTER,
      fr = "Un fichier CSV d’organismes à remplir, avec une ligne d’exemple.",
      en = "A CSV file of bodies to fill in, with one line as an example.",
      media = "text/csv")
  @GetMapping("/register/template.csv")
  ResponseEntity<byte[]> template() {
    return register.template();
  }

  private static <E extends Enum<E>> String name(
      String field, Class<E> type, Optional<String> written) {
    return Apis.constant(field, type, written).map(Enum::name).orElse("");
  }
}

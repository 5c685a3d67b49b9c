package fr.bastide.web.api;

import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyForm;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.board.Aggregate;
import fr.bastide.loop.board.BoardDesk;
import fr.bastide.loop.board.Boards;
import fr.bastide.loop.journal.JournalDesk;
import fr.bastide.loop.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The territory as a whole, and the journal.
@Controller
@RequestMapping(Apis.V1)
class TerritoryDoors {

  private final BoardDesk board;
  private final JournalDesk journal;

  TerritoryDoors(BoardDesk board, JournalDesk journal) {
    this.board = board;
    this.journal = journal;
  }

  @Door(
      act = Act.READ_BOARD,
      fr = "Les organismes évalués, filtrés et triés (weakest, strongest, name, oldest).",
      en = "The bodies assessed, filtered and ordered (weakest, strongest, name, oldest).")
  @GetMapping("/board")
  Reply<Boards.Page> board(
      Caller caller,
      @RequestParam Optional<String> departement,
      @RequestParam @OneOf(constants = BodyForm.class) Optional<String> form,
      @RequestParam @OneOf(constants = Grade.class) Optional<String> grade,
      @RequestParam Optional<String> name,
      @RequestParam @OneOf(constants = Boards.Order.class) Optional<String> order,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    Boards.Query query =
        new Boards.Query(
            departement.filter(text -> !text.isEmpty()),
            Apis.form(form),
            Apis.constant("grade", Grade.class, grade),
            name.filter(text -> !text.isEmpty()),
            Apis.constant("order", Boards.Order.class, order).orElse(Boards.Order.WEAKEST),
            offset,
            limit);
    return Reply.of(board.rows(caller, query));
  }

  @Door(
      act = Act.READ_AGGREGATES,
      fr =
          "Les chiffres du territoire, sans aucun nom\u202f; les groupes de moins de cinq sont tus.",
      en = "The figures of the territory, without any name; groups under five are left out.")
  @GetMapping("/aggregates")
  Reply<List<Aggregate>> aggregates(Caller caller) {
    return Reply.of(board.aggregates(caller));
  }

  @Door(
      act = Act.READ_JOURNAL,
      fr = "Ce qui a été fait, le plus récent d’abord.",
      en = "What was done, newest first.")
  @GetMapping("/journal")
  Reply<List<JournalEntry>> journal(Caller caller, @RequestParam(defaultValue = "100") int limit) {
    return Reply.of(journal.latest(caller, limit));
  }

  @Door(
      act = Act.READ_BODY_JOURNAL,
      fr = "Ce qui a été fait à l’organisme, le plus récent d’abord.",
      en = "What was done to the body, newest first.")
  @GetMapping("/bodies/{body}/journal")
  Reply<List<JournalEntry>> ofBody(
      Caller caller, @PathVariable String body, @RequestParam(defaultValue = "100") int limit) {
    return Reply.of(journal.ofBody(caller, Apis.body(body), limit));
  }
}

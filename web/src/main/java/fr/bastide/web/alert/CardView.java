package fr.bastide.web.alert;

import fr.bastide.incident.obligation.Obligation;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.reflex.Contact;
import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.Step;
import fr.bastide.kernel.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// A card as somebody goes through it.
///
/// @param card the card
/// @param version the day of its wording
/// @param number the step one looks at, from 1
/// @param ticks what is done
public record CardView(ReflexCard card, String version, int number, Ticks ticks) {

  /// The numbers of this card that stay in sight.
  public List<Contact> urgent() {
    return urgent(card);
  }

  /// The numbers that stay in sight: whom to call first when that is no colleague, and the first
  /// two that have a number of their own.
  static List<Contact> urgent(ReflexCard card) {
    List<Contact> calls = card.calls();
    boolean outside = !calls.getFirst().id().equals("it");
    return calls.stream()
        .filter(one -> !one.numbers().isEmpty() || outside && one.equals(calls.getFirst()))
        .limit(2)
        .toList();
  }

  /// How many steps there are.
  public int last() {
    return card.steps().size();
  }

  /// The step one looks at.
  public Step step() {
    return card.steps().get(number - 1);
  }

  /// How many steps are done.
  public int count() {
    return ticks.done().size();
  }

  /// When a step was done, if it was.
  public Optional<Instant> doneAt(Step step) {
    return Optional.ofNullable(ticks.done().get(step.id()));
  }

  /// The place of a step on the card, from 1.
  public int numberOf(Step step) {
    return card.steps().indexOf(step) + 1;
  }

  /// The ticks as they stand in an address.
  public String written() {
    return ticks.written();
  }

  /// Where a step is looked at, with the ticks.
  public String at(int other) {
    return "/alert/" + card.id() + "?step=" + other + query("&") + "#step";
  }

  /// Where the whole card is, with the ticks.
  public String whole() {
    return "/alert/" + card.id() + "/card" + query("?");
  }

  private String query(String first) {
    return ticks.done().isEmpty() ? "" : first + "ticks=" + written();
  }

  /// The latest texts of the obligations that may bind.
  public List<Obligation> law() {
    var duties = ObligationBook.builtin().duties();
    return card.law().stream()
        .flatMap(id -> duties.getOrDefault(id, List.of()).reversed().stream().limit(1))
        .toList();
  }

  /// The day of its wording, as one writes it in a language.
  public String day(Language language) {
    return DateTimeFormatter.ofPattern("d\u00a0MMMM\u00a0yyyy", language.locale())
        .format(LocalDate.parse(version));
  }
}

package fr.bastide.web.alert;

import fr.bastide.incident.reflex.Contact;
import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.ReflexCards;
import fr.bastide.incident.reflex.Sign;
import fr.bastide.incident.reflex.Step;
import fr.bastide.incident.reflex.Suggestion;
import fr.bastide.loop.NotFound;
import fr.bastide.web.frame.NavigationEntry;
import fr.bastide.web.frame.NavigationSource;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.frame.Stage;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What to do under attack: the steps that hold for any attack, and a reflex card for each kind.
/// What is ticked travels in the address; nothing is stored.
@Controller
class AlertPages {

  /// How many steps hold for any attack.
  static final int STEPS = 7;

  private final Templates templates = new StaticTemplates();
  private final ReflexCards cards = ReflexCards.builtin();
  private final List<Contact> numbers = CardView.urgent(cards.fallback());
  private final InstantSource clock;

  AlertPages(InstantSource clock) {
    this.clock = clock;
  }

  @GetMapping("/alert")
  Page first() {
    return step(1);
  }

  @GetMapping("/alert/card")
  Page firstCard() {
    return Page.of(
        frame -> templates.alertFirstCard(frame, IntStream.rangeClosed(1, STEPS).boxed().toList()));
  }

  /// Which card fits what one sees.
  @GetMapping("/alert/signs")
  Page signs(@RequestParam(defaultValue = "") List<String> sign) {
    Set<String> seen =
        cards.signs().stream()
            .map(Sign::id)
            .filter(sign::contains)
            .collect(Collectors.toUnmodifiableSet());
    List<Suggestion> found =
        seen.isEmpty() ? List.of() : cards.suggest(seen).stream().limit(3).toList();
    return Page.of(frame -> templates.alertSigns(frame, cards.signs(), seen, found, numbers));
  }

  /// The card of a kind, one step at a time; a number is a step that holds for any attack.
  @GetMapping("/alert/{kind}")
  Page kind(
      @PathVariable String kind,
      @RequestParam(defaultValue = "1") String step,
      @RequestParam(defaultValue = "") String ticks) {
    Optional<Integer> number = number(kind, STEPS);
    if (number.isPresent()) {
      return step(number.get());
    }
    ReflexCard card = card(kind);
    int shown = number(step, card.steps().size()).orElse(1);
    CardView view = new CardView(card, cards.version(), shown, ticks(ticks, card));
    return Page.of(frame -> templates.alertKind(frame, view));
  }

  /// The whole card, to print or to tick.
  @GetMapping("/alert/{kind}/card")
  Page whole(@PathVariable String kind, @RequestParam(defaultValue = "") String ticks) {
    ReflexCard card = card(kind);
    CardView view = new CardView(card, cards.version(), 1, ticks(ticks, card));
    return Page.of(frame -> templates.alertWhole(frame, view));
  }

  /// Ticks a step, or takes the tick away, and goes on to where it is shown. This changes an
  /// address alone, so it may be a GET.
  ///
  /// @param whole whether one was looking at the whole card
  @GetMapping("/alert/{kind}/tick")
  Redirect tick(
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String ticks,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String undone,
      @RequestParam(defaultValue = "false") String whole) {
    ReflexCard card = card(kind);
    List<String> ids = card.steps().stream().map(Step::id).toList();
    Ticks now = ticks(ticks, card).without(undone);
    if (ids.contains(done)) {
      now = now.with(done, clock.instant());
    }
    int next = ids.contains(done) ? ids.indexOf(done) + 2 : Math.max(1, ids.indexOf(undone) + 1);
    CardView view = new CardView(card, cards.version(), Math.min(next, ids.size()), now);
    boolean all = whole.equals("true") || next > ids.size();
    return Redirect.to(all ? view.whole() : view.at(view.number()));
  }

  private Page step(int step) {
    return Page.of(frame -> templates.alertFirst(frame, step, STEPS, cards.cards(), numbers));
  }

  private ReflexCard card(String kind) {
    return cards.card(kind).orElseThrow(NotFound::new);
  }

  private Ticks ticks(String written, ReflexCard card) {
    return Ticks.of(written, card, clock.instant());
  }

  private static Optional<Integer> number(String written, int most) {
    return IntStream.rangeClosed(1, most)
        .boxed()
        .filter(one -> written.equals(Integer.toString(one)))
        .findFirst();
  }

  @Bean
  static NavigationSource alertNavigation() {
    return visitor -> Stream.of(new NavigationEntry(Stage.RESPOND, "frame.nav.alert", "/alert"));
  }
}

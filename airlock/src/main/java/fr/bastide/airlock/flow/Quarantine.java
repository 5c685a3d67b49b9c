package fr.bastide.airlock.flow;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Words;
import fr.bastide.airlock.flow.FlowEvent.Held;
import fr.bastide.kernel.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is held back, asked for, and released by a second person: the rules.
///
/// Each rule looks at where things stand and says which step follows, or why none does.
public final class Quarantine {

  private static final int LONGEST_NOTE = 500;

  private Quarantine() {}

  /// A file that was refused at the door.
  ///
  /// @param name as declared, made plain
  /// @param original under which name the original is kept
  public record Refusal(
      String flow,
      String name,
      long size,
      String sha256,
      Outcome.Refused outcome,
      String original) {}

  /// Holds a refused file. The same file that is held and open already stays the one item it is: a
  /// crash between holding and forgetting the drop makes no second.
  public static Decision hold(Standing standing, Refusal refusal, Instant at) {
    Optional<HeldItem> same = find(standing, refusal);
    Held held =
        new Held(
            at,
            FlowEvent.AIRLOCK,
            standing.next(),
            refusal.flow(),
            refusal.name(),
            refusal.size(),
            refusal.sha256(),
            refusal.outcome().reason(),
            refusal.outcome().where(),
            refusal.original());
    return same.isPresent()
        ? new Decision.Denied(
            new Text(
                "Ce fichier est déjà retenu sous le n°\u00a0" + same.get().number() + ".",
                "This file is held already, as no. " + same.get().number() + "."))
        : new Decision.Done(held);
  }

  /// The open item that is this very file.
  public static Optional<HeldItem> find(Standing standing, Refusal refusal) {
    return standing.items().stream()
        .filter(HeldItem::open)
        .filter(item ->
            item.held().flow().equals(refusal.flow())
                && item.held().name().equals(refusal.name())
                && item.held().sha256().equals(refusal.sha256()))
        .findFirst();
  }

  /// Asks for an item.
  public static Decision request(
      Standing standing, Flows flows, long number, String by, String note, Instant at) {
    return open(standing, flows, number, by)
        .orElseGet(() -> {
          HeldItem item = standing.item(number).orElseThrow();
          Flow flow = flows.flow(item.held().flow()).orElseThrow();
          if (item.state() == HeldItem.State.REQUESTED) {
            return denied(
                "%s l’a déjà demandé\u202f; une autre personne doit décider."
                    .formatted(item.requestedBy()),
                "%s has asked for it already; somebody else must decide."
                    .formatted(item.requestedBy()));
          }
          if (!flow.releasable().contains(item.held().reason())) {
            Words.OfReason words = Words.of(item.held().reason());
            return denied(
                "Ce flux ne laisse pas passer ce qui est retenu pour ce motif. " + words.ask().fr(),
                "This flow lets nothing cross that is held for this reason. " + words.ask().en());
          }
          return new Decision.Done(new FlowEvent.Requested(at, by, number, note(note)));
        });
  }

  /// Lets an item cross untouched: somebody else's decision than of who asked.
  public static Decision release(
      Standing standing, Flows flows, long number, String by, String note, Instant at) {
    return open(standing, flows, number, by)
        .or(() -> approver(standing, flows, number, by))
        .orElseGet(() -> {
          HeldItem item = standing.item(number).orElseThrow();
          if (item.state() != HeldItem.State.REQUESTED) {
            return denied(
                "Personne ne l’a encore demandé\u00a0: il faut deux personnes.",
                "Nobody has asked for it yet: it takes two people.");
          }
          return item.requestedBy().equals(by)
              ? denied(
                  "Vous l’avez demandé\u00a0: une autre personne doit le libérer.",
                  "You asked for it: somebody else must release it.")
              : new Decision.Done(new FlowEvent.Released(at, by, number, note(note)));
        });
  }

  /// Closes an item without giving it out.
  public static Decision refuse(
      Standing standing, Flows flows, long number, String by, String note, Instant at) {
    return open(standing, flows, number, by)
        .or(() -> approver(standing, flows, number, by))
        .orElseGet(() -> new Decision.Done(new FlowEvent.Refused(at, by, number, note(note))));
  }

  /// The first open item that nobody decided on within its flow's retention.
  public static Decision expire(Standing standing, Flows flows, Instant at) {
    for (HeldItem item : standing.items()) {
      if (item.open() && ends(item, flows).isBefore(at)) {
        return new Decision.Done(new FlowEvent.Expired(at, FlowEvent.AIRLOCK, item.number()));
      }
    }
    return denied("Rien n’est échu.", "Nothing is due.");
  }

  /// When an item stops being kept.
  public static Instant ends(HeldItem item, Flows flows) {
    return item.held()
        .at()
        .plus(flows.flow(item.held().flow()).map(Flow::retention).orElse(Flow.STANDARD_RETENTION));
  }

  /// A released item was handed to the link.
  public static Decision sent(Standing standing, long number, Instant at) {
    return standing
        .item(number)
        .filter(item -> item.state() == HeldItem.State.RELEASED)
        .<Decision>map(_ -> new Decision.Done(new FlowEvent.Sent(at, FlowEvent.AIRLOCK, number)))
        .orElseGet(() -> denied("Il n’est pas libéré.", "It is not released."));
  }

  /// The items somebody may see, the newest first.
  public static List<HeldItem> visible(Standing standing, Flows flows, String user) {
    return standing.items().stream().filter(item -> visible(item, flows, user)).toList();
  }

  /// Whether somebody may see an item.
  public static boolean visible(HeldItem item, Flows flows, String user) {
    return flows
        .flow(item.held().flow())
        .map(flow -> flows.sees(user, flow))
        .orElseGet(() -> flows.commands(user));
  }

  /// The answer when the item is not there for this person, or is closed; who may not see it is
  /// told what one is told who asks for a number that never was.
  private static Optional<Decision> open(Standing standing, Flows flows, long number, String by) {
    Optional<HeldItem> item =
        standing
            .item(number)
            .filter(
                one -> flows.flow(one.held().flow()).filter(flow -> flow.entitled(by)).isPresent());
    if (item.isEmpty()) {
      return Optional.of(
          denied(
              "Aucun élément retenu ne porte le n°\u00a0%d dans vos flux.".formatted(number),
              "No held item has the number %d in your flows.".formatted(number)));
    }
    return item.get().open()
        ? Optional.empty()
        : Optional.of(denied("Cet élément est déjà clos.", "This item is closed already."));
  }

  private static Optional<Decision> approver(
      Standing standing, Flows flows, long number, String by) {
    Flow flow = flows.flow(standing.item(number).orElseThrow().held().flow()).orElseThrow();
    return flow.approvers().contains(by)
        ? Optional.empty()
        : Optional.of(
            denied(
                "Seuls les approbateurs de ce flux décident.",
                "Only the approvers of this flow decide."));
  }

  private static String note(String note) {
    StringBuilder plain = new StringBuilder();
    note.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .limit(LONGEST_NOTE)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }

  private static Decision denied(String fr, String en) {
    return new Decision.Denied(new Text(fr, en));
  }
}

package fr.bastide.web.body;

import fr.bastide.loop.MandateId;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateDesk.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The mandates of a body as a tree: under each, those that its holder gave.
///
/// @param roots the mandates that the body itself gave, newest first
public record MandateTree(List<Node> roots) {

  public MandateTree {
    roots = List.copyOf(roots);
  }

  /// Where a mandate is.
  public enum State {
    ACTIVE,
    /// Its period has not begun.
    COMING,
    /// Its period is over, or the one of a mandate above.
    ENDED,
    /// It was revoked, or one above was.
    REVOKED
  }

  /// A mandate in the tree.
  ///
  /// @param held the mandate and the firm that holds it
  /// @param state where it is, those above it considered
  /// @param below those given under it
  public record Node(Held held, State state, List<Node> below) {

    public Node {
      below = List.copyOf(below);
    }

    /// Whether it allows something, now or later.
    public boolean standing() {
      return state == State.ACTIVE || state == State.COMING;
    }

    private Stream<Node> all() {
      return Stream.concat(Stream.of(this), below.stream().flatMap(Node::all));
    }
  }

  /// The tree of all mandates of a body.
  static MandateTree of(List<Held> all, Instant now) {
    Map<Optional<MandateId>, List<Held>> under = new HashMap<>();
    all.forEach(
        held -> under.computeIfAbsent(held.mandate().under(), _ -> new ArrayList<>()).add(held));
    return new MandateTree(nodes(under, Optional.empty(), State.ACTIVE, now));
  }

  /// The mandates that allow something now, from the body downwards.
  List<Held> active() {
    return all().filter(node -> node.state() == State.ACTIVE).map(Node::held).toList();
  }

  /// The trees whose root is active or will be.
  public List<Node> standing() {
    return roots.stream().filter(Node::standing).toList();
  }

  /// The trees whose root is over.
  public List<Node> past() {
    return roots.stream().filter(node -> !node.standing()).toList();
  }

  /// What was given under a mandate, at any depth.
  List<Node> below(MandateId mandate) {
    return all()
        .filter(node -> node.held().mandate().id().equals(mandate))
        .flatMap(node -> node.below().stream())
        .flatMap(Node::all)
        .toList();
  }

  private Stream<Node> all() {
    return roots.stream().flatMap(Node::all);
  }

  private static List<Node> nodes(
      Map<Optional<MandateId>, List<Held>> under,
      Optional<MandateId> above,
      State aboveState,
      Instant now) {
    List<Node> nodes = new ArrayList<>();
    for (Held held : under.getOrDefault(above, List.of())) {
      State own = state(held.mandate(), now);
      State state = own.compareTo(aboveState) < 0 ? aboveState : own;
      nodes.add(new Node(held, state, nodes(under, Optional.of(held.mandate().id()), state, now)));
    }
    return nodes;
  }

  private static State state(Mandate mandate, Instant now) {
    if (mandate.revokedAt().isPresent()) {
      return State.REVOKED;
    }
    if (!now.isBefore(mandate.until())) {
      return State.ENDED;
    }
    return now.isBefore(mandate.from()) ? State.COMING : State.ACTIVE;
  }
}

package fr.bastide.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateDesk.Held;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MandateTreeTest {

  private static final Instant NOW = PaperHouse.NOW;

  @Test
  void whatIsBelowARevokedMandateIsRevokedAsWell() {
    Held above = held("Intégrateur", Optional.empty(), 10, Optional.of(NOW.minusSeconds(60)));
    Held below = held("Éditeur", Optional.of(above.mandate().id()), 10, Optional.empty());
    MandateTree tree = MandateTree.of(List.of(below, above), NOW);
    assertThat(tree.standing()).isEmpty();
    assertThat(tree.active()).isEmpty();
    assertThat(tree.past())
        .singleElement()
        .satisfies(node -> {
          assertThat(node.held()).isEqualTo(above);
          assertThat(node.below())
              .singleElement()
              .extracting(MandateTree.Node::state)
              .isEqualTo(MandateTree.State.REVOKED);
        });
  }

  @Test
  void theChainIsReadFromTheBodyDownwards() {
    Held above = held("Intégrateur", Optional.empty(), 10, Optional.empty());
    Held below = held("Éditeur", Optional.of(above.mandate().id()), 5, Optional.empty());
    MandateTree tree = MandateTree.of(List.of(below, above), NOW);
    assertThat(tree.active()).containsExactly(above, below);
    assertThat(tree.below(above.mandate().id()))
        .singleElement()
        .extracting(MandateTree.Node::held)
        .isEqualTo(below);
  }

  @Test
  void aPeriodThatIsOverIsPast() {
    Held over = held("Ancien", Optional.empty(), -1, Optional.empty());
    assertThat(MandateTree.of(List.of(over), NOW).past())
        .singleElement()
        .extracting(MandateTree.Node::state)
        .isEqualTo(MandateTree.State.ENDED);
  }

  private static Held held(
      String name, Optional<MandateId> under, int days, Optional<Instant> revoked) {
    ProviderId firm = ProviderId.random();
    Mandate mandate =
        new Mandate(
            MandateId.random(),
            PaperHouse.FULL,
            firm,
            Set.of(MandateScope.ASSESS),
            NOW.minus(Duration.ofDays(30)),
            NOW.plus(Duration.ofDays(days)),
            AccountId.random(),
            true,
            under,
            revoked);
    return new Held(mandate, new Provider(firm, name, Optional.empty(), "Foix"));
  }
}

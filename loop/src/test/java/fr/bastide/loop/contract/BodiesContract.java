package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Siren;
import fr.bastide.loop.body.Bodies;
import fr.bastide.loop.body.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// What [Bodies] promises.
public abstract class BodiesContract extends Contract {

  private Bodies bodies() {
    return ports().bodies();
  }

  /// A SIREN that nobody in the test has yet: eight random digits and their key.
  private static Siren siren() {
    long base = ThreadLocalRandom.current().nextLong(10_000_000, 100_000_000);
    for (int key = 0; key < 10; key++) {
      Optional<Siren> right = siren(base * 10 + key);
      if (right.isPresent()) {
        return right.get();
      }
    }
    throw new AssertionError("every eight digits have a key");
  }

  private static Optional<Siren> siren(long digits) {
    try {
      return Optional.of(new Siren(Long.toString(digits)));
    } catch (fr.bastide.kernel.InvalidIdentifier wrongKey) {
      return Optional.empty();
    }
  }

  private static Body full(BodyForm form, String name) {
    return new Body(
        new BodyId(
            form.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + token()),
        form,
        name,
        Optional.of(siren()),
        Optional.of("2A004"),
        "2A",
        "94",
        Optional.of(3_012),
        Optional.of(42),
        Optional.of("accueil@ville.example"),
        true);
  }

  private static Body bare(String name) {
    return new Body(
        new BodyId("other-" + token()),
        BodyForm.OTHER,
        name,
        Optional.empty(),
        Optional.empty(),
        "",
        "76",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private void keep(Body... fresh) {
    asHouse(() -> bodies().addAll(List.of(fresh)));
  }

  @Test
  void comesBackAsItWasKeptInEveryForm() {
    for (BodyForm form : BodyForm.values()) {
      Body body = full(form, "L’Haÿ-les-Œufs « " + form + " »");
      keep(body);
      assertThat(asHouse(() -> bodies().find(body.id()))).contains(body);
      assertThat(asHouse(() -> bodies().find(body.siren().orElseThrow()))).contains(body);
    }
    Body bare = bare("Aÿ");
    keep(bare);
    assertThat(asHouse(() -> bodies().find(bare.id()))).contains(bare);
  }

  @Test
  void isNotFoundWhenThereIsNone() {
    assertThat(asHouse(() -> bodies().find(new BodyId("other-" + token())))).isEmpty();
    assertThat(asHouse(() -> bodies().find(siren()))).isEmpty();
  }

  @Test
  void addsThoseThatAreNewAndLeavesTheOthersAsTheyAre() {
    Body known = bare("Ancien nom");
    keep(known);
    Body renamed =
        new Body(
            known.id(),
            known.form(),
            "Nouveau nom",
            known.siren(),
            known.insee(),
            known.departement(),
            known.region(),
            known.population(),
            known.workstations(),
            known.email(),
            known.example());
    Body fresh = bare("Neuf");
    long before = asHouse(() -> bodies().count());
    assertThat(asHouse(() -> bodies().addAll(List.of(renamed, fresh)))).isEqualTo(1);
    assertThat(asHouse(() -> bodies().count())).isEqualTo(before + 1);
    assertThat(asHouse(() -> bodies().find(known.id()))).contains(known);
    assertThat(asHouse(() -> bodies().addAll(List.of()))).isZero();
  }

  @Test
  void addsThousandsAtOnce() {
    List<Body> many = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      many.add(bare("Commune n° " + i));
    }
    assertThat(asHouse(() -> bodies().addAll(many))).isEqualTo(3_000);
    assertThat(asHouse(() -> bodies().findAll(many.stream().map(Body::id).toList())))
        .hasSize(3_000);
  }

  @Test
  void replacesWhatIsKnown() {
    Body body = full(BodyForm.HOSPITAL, "Hôpital");
    Body bystander = full(BodyForm.HOSPITAL, "Clinique");
    keep(body, bystander);
    Body changed =
        new Body(
            body.id(),
            BodyForm.CARE_HOME,
            "Résidence des Œillets",
            Optional.empty(),
            Optional.empty(),
            "09",
            "76",
            Optional.empty(),
            Optional.of(7),
            Optional.empty(),
            false);
    byHouse(() -> bodies().update(changed));
    assertThat(asHouse(() -> bodies().find(body.id()))).contains(changed);
    assertThat(asHouse(() -> bodies().find(body.siren().orElseThrow()))).isEmpty();
    assertThat(asHouse(() -> bodies().find(bystander.id()))).contains(bystander);
  }

  @Test
  void updatingOneThatIsNotThereAddsNothing() {
    Body stranger = bare("Nulle part");
    byHouse(() -> bodies().update(stranger));
    assertThat(asHouse(() -> bodies().find(stranger.id()))).isEmpty();
  }

  @Test
  void findsSeveralByName() {
    Body b = bare("Bordes");
    Body a = bare("Arbas");
    keep(b, a);
    BodyId nobody = new BodyId("other-" + token());
    assertThat(asHouse(() -> bodies().findAll(List.of(nobody, b.id(), a.id(), b.id()))))
        .containsExactly(a, b);
    assertThat(asHouse(() -> bodies().findAll(List.of()))).isEmpty();
  }

  @Test
  void readsAll() {
    Body a = bare("Arbas");
    Body b = full(BodyForm.SCHOOL, "École Élémentaire");
    keep(a, b);
    List<Body> read = new ArrayList<>();
    byHouse(() -> bodies().readAll(read::add));
    assertThat(read).contains(a, b);
    assertThat(asHouse(() -> bodies().count())).isEqualTo(read.size());
  }
}

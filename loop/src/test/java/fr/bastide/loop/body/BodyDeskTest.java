package fr.bastide.loop.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.Siren;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.memory.House;
import fr.bastide.loop.territory.BodyCsv;
import fr.bastide.loop.territory.NameIndex;
import fr.bastide.loop.territory.NewBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyDeskTest {

  private final House house = new House();
  private final BodyDesk desk = house.bodies();
  private final Body foix = house.body("Foix");
  private final Caller mayor = house.of(foix, BodyRole.OFFICIAL);
  private final Caller officer = house.of(CentreRole.PROGRAMME_OFFICER);

  private static byte[] csv(String... lines) {
    return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static NewBody fresh(String name, Optional<Siren> siren) {
    return new NewBody(
        name,
        BodyForm.HOSPITAL,
        siren,
        Optional.of(new InseeCode("09001")),
        Optional.of(12_500),
        Optional.of("accueil@exemple.fr"),
        Optional.of(85));
  }

  private List<NameIndex.Hit> found(String typed) {
    return desk.search(Caller.VISITOR, typed, 5);
  }

  @Test
  void aBodyIsSeenByThoseItConcernsAlone() {
    assertThat(desk.view(mayor, foix.id())).isEqualTo(foix);
    assertThat(desk.view(officer, foix.id())).isEqualTo(foix);
    Body other = house.body("Pamiers");
    assertThatThrownBy(() -> desk.view(mayor, other.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.view(house.of(CentreRole.STATE_OBSERVER), foix.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.view(officer, new BodyId("commune-99999")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.view(Caller.VISITOR, foix.id())).isInstanceOf(Denied.class);
  }

  @Test
  void onesOwnBodiesAreListedByName() {
    Body arbas = house.body("Arbas");
    Caller both =
        house
            .account(
                "Noé",
                new Membership.OfBody(foix.id(), BodyRole.REFERENT),
                new Membership.OfBody(arbas.id(), BodyRole.REFERENT))
            .caller();
    assertThat(desk.mine(both)).containsExactly(arbas, foix);
    assertThat(desk.mine(officer)).isEmpty();
    assertThatThrownBy(() -> desk.mine(Caller.VISITOR)).isInstanceOf(Denied.class);
  }

  @Test
  void theNumberOfWorkstationsGivesTheSize() {
    assertThat(foix.size()).isEqualTo(BodySize.SMALL);
    Body changed = desk.setWorkstations(mayor, foix.id(), 60);
    assertThat(changed.size()).isEqualTo(BodySize.MEDIUM);
    assertThat(desk.view(mayor, foix.id())).isEqualTo(changed);
    for (int wrong : new int[] {0, -1, 200_001, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> desk.setWorkstations(mayor, foix.id(), wrong))
          .isInstanceOf(Invalid.class);
    }
    assertThatThrownBy(() -> desk.setWorkstations(officer, foix.id(), 5))
        .isInstanceOf(Denied.class);
    assertThat(desk.view(mayor, foix.id())).isEqualTo(changed);
    assertThat(house.acts()).containsExactly("CHANGE_BODY");
  }

  @Test
  void aBodyIsAddedOnceAndFoundByName() {
    Siren siren = new Siren("732829320");
    NewBody hospital = fresh("Centre hospitalier du Lac", Optional.of(siren));
    Body added = desk.add(officer, hospital, "31", "84");
    assertThat(added.departement()).as("of the seat").isEqualTo("09");
    assertThat(added.region()).as("of the seat").isEqualTo("76");
    assertThat(added.example()).isFalse();
    assertThat(desk.view(officer, added.id())).isEqualTo(added);
    assertThat(found("hospitalier lac")).hasSize(1);
    assertThatThrownBy(() -> desk.add(officer, hospital, "09", "76")).isInstanceOf(Conflict.class);
    assertThatThrownBy(
            () -> desk.add(officer, fresh("Un autre nom", Optional.of(siren)), "09", "76"))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> desk.add(mayor, hospital, "09", "76")).isInstanceOf(Denied.class);
    assertThat(house.acts()).containsExactly("ADD_BODIES");
  }

  @Test
  void whatCannotBeKeptIsNotAdded() {
    for (String name : List.of("a\0b", "\ud83c", "a\u001bb")) {
      assertThatThrownBy(() -> desk.add(officer, fresh(name, Optional.empty()), "09", "76"))
          .isInstanceOf(Invalid.class);
    }
    NewBody right = fresh("Clinique", Optional.empty());
    assertThatThrownBy(() -> desk.add(officer, right, "0".repeat(9), "76"))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> desk.add(officer, right, "09", "7\0")).isInstanceOf(Invalid.class);
    assertThat(house.ports().bodies().count()).isEqualTo(1);
  }

  @Test
  void aRehearsalSaysWhatWouldHappenAndChangesNothing() {
    byte[] file =
        csv(
            "nom;forme;siren;insee",
            "Centre hospitalier;hôpital;732829320;09001",
            "Faux;hôpital;732829321;09001",
            "Nulle part;hôpital;;09999");
    BodyImport rehearsed = desk.rehearse(officer, file);
    assertThat(rehearsed.clean()).isFalse();
    assertThat(rehearsed.fresh()).extracting(NewBody::name).containsExactly("Centre hospitalier");
    assertThat(((BodyCsv.Report) rehearsed.reading()).rows())
        .filteredOn(BodyCsv.Invalid.class::isInstance)
        .hasSize(2);
    assertThat(house.ports().bodies().count()).isEqualTo(1);
    assertThat(found("hospitalier")).isEmpty();
  }

  @Test
  void aFileIsBroughtInWhole() {
    byte[] file =
        csv(
            "nom;forme;siren;insee;postes",
            "Centre hospitalier;hôpital;732829320;09001;85",
            "Les Amis du Marché;association;;09001;");
    BodyImport done = desk.bringIn(officer, file, "76");
    assertThat(done.clean()).isTrue();
    assertThat(done.fresh()).hasSize(2);
    assertThat(house.ports().bodies().count()).isEqualTo(3);
    Body hospital = desk.view(officer, new BodyId("hospital-732829320"));
    assertThat(hospital.departement()).isEqualTo("09");
    assertThat(hospital.workstations()).contains(85);
    assertThat(found("amis marche")).hasSize(1);
  }

  @Test
  void aFileWithOneWrongLineBringsNothingIn() {
    byte[] file =
        csv(
            "nom;forme;siren;insee",
            "Centre hospitalier;hôpital;732829320;09001",
            "Faux;hôpital;732829321;09001");
    BodyImport refused = desk.bringIn(officer, file, "76");
    assertThat(refused.clean()).isFalse();
    assertThat(house.ports().bodies().count()).isEqualTo(1);
    assertThat(found("hospitalier")).isEmpty();
    assertThat(desk.bringIn(officer, new byte[] {0, 1, 2}, "76").clean()).isFalse();
    assertThatThrownBy(() -> desk.bringIn(mayor, file, "76")).isInstanceOf(Denied.class);
  }

  @Test
  void whatIsThereAlreadyIsLeftAsItIs() {
    byte[] first = csv("nom;forme;siren", "Centre hospitalier;hôpital;732829320");
    desk.bringIn(officer, first, "76");
    byte[] second =
        csv("nom;forme;siren", "Nouveau nom;hôpital;732829320", "Caserne;SDIS;260900014");
    BodyImport examined = desk.rehearse(officer, second);
    BodyImport done = desk.bringIn(officer, second, "76");
    assertThat(done).isEqualTo(examined);
    assertThat(done.known()).hasSize(1);
    assertThat(done.known().getFirst().line()).isEqualTo(2);
    assertThat(done.known().getFirst().body().name()).isEqualTo("Centre hospitalier");
    assertThat(done.fresh()).extracting(NewBody::name).containsExactly("Caserne");
    assertThat(house.ports().bodies().count()).isEqualTo(3);
    assertThat(desk.bringIn(officer, second, "76").clean()).as("nothing new").isFalse();
  }

  @Test
  void oneFileDoesNotNameABodyTwice() {
    byte[] file =
        csv(
            "nom;forme;siren",
            "Centre hospitalier;hôpital;732829320",
            "Centre Hospitalier bis;hôpital;732 829 320");
    assertThat(desk.bringIn(officer, file, "76").clean()).isFalse();
    assertThat(house.ports().bodies().count()).isEqualTo(1);
  }

  @Test
  void theOfficialRegisterIsOpenedOnceAndSearchedByAnyone() {
    House empty = new House();
    empty.bodies().open();
    long all = empty.ports().bodies().count();
    assertThat(all).isGreaterThan(35_000);
    assertThat(empty.bodies().search(Caller.VISITOR, "saint etienne", 5)).hasSize(5);
    assertThat(empty.bodies().search(Caller.VISITOR, "toulouse", -3)).hasSize(1);
    assertThat(empty.bodies().search(Caller.VISITOR, "x".repeat(1_000_000), 5)).isEmpty();
    empty.bodies().open();
    assertThat(empty.ports().bodies().count()).isEqualTo(all);
  }
}

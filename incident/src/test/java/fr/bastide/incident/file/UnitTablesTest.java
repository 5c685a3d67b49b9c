package fr.bastide.incident.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.dossier.Place;
import fr.bastide.incident.dossier.Unit;
import fr.bastide.incident.dossier.Units;
import fr.bastide.incident.dossier.Victim;
import fr.bastide.kernel.InseeCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitTablesTest {

  private static final String HEAD =
      "identifiant_public_unite;service;telephone;voie;code_postal;commune;code_commune_insee;"
          + "geocodage_x_GPS;geocodage_y_GPS;horaires_accueil\n";

  private static final String TABLE =
      HEAD
          + "1;Brigade de Lointain;0511;1 rue A;31100;Lointain;31002;2.4000000000000004;44.9;\n"
          + "2;\"Brigade \"\"de\"\" Proche\";0522;;31200;Proche;31003;1.45;43,61;\"Lundi\n8 h\"\n"
          + "3;Brigade sans lieu;;;;;31004;;;\n"
          + "4;Brigade sans commune;;;;;?;1.4;43.6;\n"
          + ";;;;;;;;;\n";

  private static UnitTables.Table read(String csv) {
    return UnitTables.read(csv.getBytes(StandardCharsets.UTF_8), Unit.Force.GENDARMERIE);
  }

  private static Victim at(Optional<Place> place, String commune) {
    return new Victim(Optional.empty(), Optional.of(new InseeCode(commune)), place, "", "", "");
  }

  @Test
  void readsWhatTheMinistryPublishes() {
    UnitTables.Table table = read(TABLE);
    assertThat(table.units())
        .extracting(Unit::name)
        .containsExactly("Brigade de Lointain", "Brigade \"de\" Proche", "Brigade sans lieu");
    assertThat(table.units().get(0).address()).isEqualTo("1 rue A, 31100 Lointain");
    assertThat(table.units().get(1).hours()).isEqualTo("Lundi 8 h");
    assertThat(table.findings()).singleElement().matches(one -> one.line() == 6);
    byte[] windows = TABLE.replace("sans lieu", "isolée").getBytes(Charset.forName("windows-1252"));
    assertThat(UnitTables.read(windows, Unit.Force.POLICE).units())
        .extracting(Unit::name)
        .contains("Brigade isolée");
  }

  @Test
  void theNearestComeFirstAndNoneIsGuessed() {
    Units units = () -> read(TABLE).units();
    Optional<Place> here = Optional.of(new Place(43.6, 1.44));
    assertThat(units.near(at(here, "31555"), 5))
        .extracting(Unit::name)
        .containsExactly("Brigade \"de\" Proche", "Brigade de Lointain");
    assertThat(units.near(at(here, "31555"), 1)).hasSize(1);
    assertThat(units.near(at(Optional.empty(), "31004"), 5))
        .extracting(Unit::name)
        .containsExactly("Brigade sans lieu");
    assertThat(units.near(Victim.UNKNOWN, 5)).isEmpty();
    assertThat(Units.NONE.near(at(here, "31555"), 5)).isEmpty();
  }

  @Test
  void distancesAreThoseOfTheEarth() {
    Place toulouse = new Place(43.6045, 1.4440);
    Place paris = new Place(48.8566, 2.3522);
    assertThat(toulouse.kilometres(paris)).isBetween(587.0, 590.0);
    assertThat(toulouse.kilometres(toulouse)).isZero();
    assertThat(new Place(0, 179.5).kilometres(new Place(0, -179.5))).isBetween(111.0, 111.4);
  }

  @Test
  void faultsAreSaid() {
    for (String wrong :
        List.of("", "a;b\n1;2\n", HEAD.replace("service", "nom") + "1;x\n", HEAD + "1;\"x\n")) {
      UnitTables.Table table = read(wrong);
      assertThat(table.units()).as(wrong).isEmpty();
      assertThat(table.findings()).as(wrong).isNotEmpty();
    }
    assertThat(read(HEAD).units()).isEmpty();
  }
}

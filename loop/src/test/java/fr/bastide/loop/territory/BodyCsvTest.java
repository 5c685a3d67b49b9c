package fr.bastide.loop.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.Siren;
import fr.bastide.loop.territory.BodyCsv.Encoding;
import fr.bastide.loop.territory.BodyCsv.Invalid;
import fr.bastide.loop.territory.BodyCsv.Refused;
import fr.bastide.loop.territory.BodyCsv.Report;
import fr.bastide.loop.territory.BodyCsv.Valid;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCsvTest {

  private static Report report(String csv) {
    return (Report) BodyCsv.read(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static Refused refused(String csv) {
    return (Refused) BodyCsv.read(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static String problem(String csv) {
    Invalid row = (Invalid) report(csv).rows().getFirst();
    assertThat(row.problems()).hasSize(1);
    return row.problems().getFirst().column() + ": " + row.problems().getFirst().text().fr();
  }

  @Test
  void aFrenchFileIsRead() {
    Report report =
        report(
            """
            Nom;Forme;SIREN;Code INSEE;Habitants;Courriel;Postes de travail
            "Centre hospitalier; site nord";Hôpital;260 900 014;9194;12 500;accueil@exemple.fr;85
            """);
    assertThat(report.clean()).isTrue();
    assertThat(report.separator()).isEqualTo(';');
    assertThat(report.encoding()).isEqualTo(Encoding.UTF_8);
    assertThat(report.bodies())
        .containsExactly(
            new NewBody(
                "Centre hospitalier; site nord",
                BodyForm.HOSPITAL,
                Optional.of(new Siren("260900014")),
                Optional.of(new InseeCode("09194")),
                Optional.of(12_500),
                Optional.of("accueil@exemple.fr"),
                Optional.of(85)));
    assertThat(report.bodies().getFirst().id().value()).isEqualTo("hospital-260900014");
  }

  @Test
  void anEnglishFileWithCommasAndAByteOrderMarkIsRead() {
    Report report = report("\ufeffworkstations,form,name,phone\r\n,fire service,Fire A,0561\r\n");
    assertThat(report.separator()).isEqualTo(',');
    assertThat(report.unknownColumns()).containsExactly("phone");
    assertThat(report.bodies()).extracting(NewBody::form).containsExactly(BodyForm.FIRE_SERVICE);
  }

  @Test
  void windows1252IsReadAndSaid() {
    byte[] file = "nom;forme\nÉcole du Château;école\n".getBytes(Charset.forName("windows-1252"));
    Report report = (Report) BodyCsv.read(file);
    assertThat(report.encoding()).isEqualTo(Encoding.WINDOWS_1252);
    assertThat(report.bodies()).extracting(NewBody::name).containsExactly("École du Château");
  }

  @Test
  void linesAreCountedAsInTheFile() {
    Report report =
        report("\nnom;forme\n\n\"Deux\nlignes\";autre\n;;;\nAmis;association\nX;inconnue\n");
    assertThat(report.rows()).extracting(BodyCsv.Row::line).containsExactly(4, 7, 8);
    assertThat(report.rows().get(0)).isInstanceOf(Invalid.class);
    assertThat(report.rows().get(1)).isInstanceOf(Valid.class);
    assertThat(report.clean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nom;forme|;autre|nom: Il manque le nom",
        "nom;forme|A;château|forme: La forme «\u00a0château\u00a0» n’est pas connue",
        "nom;forme|A;Commune|forme: Communes, intercommunalités",
        "nom;forme|=HYPERLINK(1);autre|nom: Cette cellule commence comme une formule",
        "nom;forme|A\u202eB;autre|nom: Cette cellule contient un retour",
        "nom;forme|A;autre;plus|: Cette ligne a plus de cellules",
        "nom;type;SIREN|A;autre;211102339|SIREN: Le numéro SIREN 211102339 contient une faute",
        "nom;type;siren|A;autre;21110233|siren: Un numéro SIREN compte neuf chiffres",
        "nom;type;siren|A;autre;26090001400012|siren: C’est un SIRET",
        "nom;type;insee|A;autre;0919|insee: ",
        "nom;type;insee|A;autre;999|insee: Un code INSEE compte cinq caractères",
        "nom;type;habitants|A;autre;-3|habitants: «\u00a0-3\u00a0» n’est pas un nombre",
        "nom;type;postes|A;autre;9999999999|postes: «\u00a09999999999\u00a0»",
        "nom;type;email|A;autre;accueil@exemple|email: Cette adresse",
        "nom;type;email|A;autre;a@b@c.fr|email: Cette adresse",
        "nom;type;email|A;autre;a b@c.fr|email: Cette adresse",
      })
  void aWrongCellIsNamed(String head, String line, String expected) {
    Report report =
        (Report)
            BodyCsv.read(
                (head + "\n" + line).getBytes(StandardCharsets.UTF_8),
                code -> !code.value().equals("00919"));
    Invalid row = (Invalid) report.rows().getFirst();
    assertThat(row.line()).isEqualTo(2);
    assertThat(row.problems()).hasSize(1);
    String said = row.problems().getFirst().column() + ": " + row.problems().getFirst().text().fr();
    assertThat(said).startsWith(expected);
  }

  @Test
  void everythingWrongInALineIsSaidAtOnce() {
    Invalid row = (Invalid) report("nom;forme;siren;email\n;;12;x\n").rows().getFirst();
    assertThat(row.problems())
        .extracting(BodyCsv.Problem::column)
        .containsExactly("nom", "forme", "siren", "email");
  }

  @Test
  void aBodyGivenTwiceIsReportedWithTheFirstLine() {
    Report report =
        report(
            """
            nom;forme;siren
            A;autre;260900014
            B;hôpital;260 900 014
            Les Amis;association;
            LES AMIS;association;
            """);
    assertThat(report.rows()).filteredOn(Invalid.class::isInstance).hasSize(2);
    Invalid second = (Invalid) report.rows().get(1);
    assertThat(second.problems().getFirst().column()).isEqualTo("siren");
    assertThat(second.problems().getFirst().text().en()).contains("already on line 2");
    Invalid fourth = (Invalid) report.rows().get(3);
    assertThat(fourth.problems().getFirst().text().en()).contains("already on line 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n \n", "\ufeff"})
  void anEmptyFileSaysHowToStart(String csv) {
    assertThat(refused(csv).text().fr()).contains("nommer les colonnes");
  }

  @Test
  void whatCannotBeReadIsRefusedWithAReason() {
    assertThat(refused("a;b\n1;2\n").text().en()).contains("must name the columns");
    assertThat(refused("nom;forme;name\n").text().en()).contains("Two columns");
    assertThat(refused("PK\u0003\u0004...").text().en()).contains("spreadsheet workbook");
    assertThat(refused("nom;forme\nA;\"autre\nB;autre\n"))
        .satisfies(r -> assertThat(r.text().en()).contains("quotation mark"))
        .satisfies(r -> assertThat(r.line()).isEqualTo(2));
    assertThat(((Refused) BodyCsv.read("nom;forme".getBytes(StandardCharsets.UTF_16))).text().en())
        .contains("not text");
    assertThat(((Refused) BodyCsv.read(new byte[BodyCsv.MAX_BYTES + 1])).text().en())
        .contains("2 MB");
    assertThat(refused("nom;forme\n" + "A;autre\n".repeat(BodyCsv.MAX_ROWS + 1)))
        .satisfies(r -> assertThat(r.text().en()).contains("10,000"))
        .satisfies(r -> assertThat(r.line()).isEqualTo(BodyCsv.MAX_ROWS + 2));
  }

  @Test
  void aLongCellIsRefusedAndShownShort() {
    assertThat(problem("nom;forme\n" + "x".repeat(501) + ";autre")).contains("500 caractères");
    assertThat(problem("nom;forme\n" + "x".repeat(201) + ";autre")).contains("200 caractères");
    assertThat(problem("nom;forme\nA;" + "x".repeat(2_000))).hasSizeLessThan(250);
  }

  @Test
  void formulasAreNotWrittenAsSuch() {
    List<NewBody> bodies =
        List.of(named("=1+1"), named(" +33"), named("@x"), named("-a"), named("\t=x"));
    String csv = new String(BodyCsv.write(bodies), StandardCharsets.UTF_8);
    assertThat(csv.lines().skip(1))
        .allMatch(line -> line.startsWith("'") || line.startsWith("\"'"));
  }

  @Test
  void aBodyWithoutSirenIsKnownByFormCommuneAndName() {
    NewBody body =
        new NewBody(
            "Les Amis du Marché",
            BodyForm.ASSOCIATION,
            Optional.empty(),
            Optional.of(new InseeCode("09194")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(body.id().value()).isEqualTo("association-09194-les-amis-du-marche");
    assertThat(named("Ж").id().value()).startsWith("other-");
    assertThat(named("a".repeat(200)).id().value()).hasSize(60);
    assertThat(named("a".repeat(199)).id()).isNotEqualTo(named("a".repeat(200)).id());
  }

  private static NewBody named(String name) {
    return new NewBody(
        name,
        BodyForm.OTHER,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}

package fr.bastide.print;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.PathTheme;
import fr.bastide.assessment.Pooling;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.References;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Scale;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Theme;
import fr.bastide.assessment.file.AnswerFile.AssessedBody;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.Planner.BudgetPoint;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Siren;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A town hall that does not exist, with a referential of fourteen themes and six questions each.
public final class Sample {

  /// The day of the assessment.
  public static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  /// The themes, in order: identifier, French name, English name.
  private static final List<List<String>> THEMES =
      List.of(
          List.of("governance", "Gouvernance", "Governance"),
          List.of("people", "Agents et élus", "People"),
          List.of("identities", "Comptes et identités", "Accounts and identities"),
          List.of("endpoints", "Postes de travail", "Workstations"),
          List.of("mobile", "Téléphones et tablettes", "Phones and tablets"),
          List.of("network", "Réseau", "Network"),
          List.of("remote-access", "Accès à distance", "Remote access"),
          List.of("backups", "Sauvegardes et restauration", "Backups and recovery"),
          List.of("mail-web", "Messagerie et site internet", "Mail and website"),
          List.of("suppliers", "Fournisseurs et contrats", "Suppliers and contracts"),
          List.of("applications", "Applications et données", "Applications and data"),
          List.of("objects", "Objets connectés et automates", "Connected objects"),
          List.of("incident", "Préparation aux incidents", "Incident preparation"),
          List.of("continuity", "Continuité de ce qui ne peut s’arrêter", "Continuity"));

  private static final int QUESTIONS = 6;

  private Sample() {}

  /// The referential.
  public static Referential referential() {
    List<Theme> themes = new ArrayList<>();
    Map<String, Question> questions = new LinkedHashMap<>();
    Map<String, Measure> measures = new LinkedHashMap<>();
    for (List<String> theme : THEMES) {
      String id = theme.getFirst();
      Text name = new Text(theme.get(1), theme.get(2));
      Text summary =
          new Text(
              "Cette barrière évite qu’un incident n’arrête la mairie.",
              "This barrier keeps an incident from stopping the town hall.");
      themes.add(new Theme(id, name, 3, summary));
      for (int i = 1; i <= QUESTIONS; i++) {
        questions.put(id + ".q" + i, question(id, i, name));
        measures.put(id + ".do-" + i, measure(id, i, name));
      }
    }
    return new Referential("2026.1", scale(), themes, questions, measures);
  }

  private static Scale scale() {
    Cap cap =
        new Cap(
            "no-offline-backup",
            "backups.q1",
            "all",
            Grade.C,
            new Text(
                "Sans copie des sauvegardes hors d’atteinte, un rançongiciel détruit tout.",
                "Without a backup out of reach, ransomware destroys everything."));
    return new Scale(
        "2026.1",
        Map.of(EvidenceLevel.DECLARED, 0.5, EvidenceLevel.DOCUMENT, 0.7),
        Map.of(EvidenceLevel.DECLARED, 0.8, EvidenceLevel.DOCUMENT, 0.9),
        0.1,
        Map.of(Grade.A, 85.0, Grade.B, 70.0, Grade.C, 50.0, Grade.D, 30.0),
        List.of(cap),
        EvidenceLevel.TECHNICAL_CHECK);
  }

  private static Question question(String theme, int i, Text name) {
    return new Question(
        theme + ".q" + i,
        theme,
        i <= 1 ? Depth.FLASH : Depth.STANDARD,
        3,
        i == 1,
        new Text(
            name.fr() + " : la règle numéro " + i + " est-elle appliquée partout ?",
            name.en() + ": is rule number " + i + " applied everywhere?"),
        new Text(
            "Un agent absent ou un poste oublié suffit à ouvrir la porte.",
            "One absent agent or one forgotten machine is enough to open the door."),
        new Text("Demandez au référent informatique.", "Ask the person in charge of IT."),
        List.of(
            new Choice("none", 0, new Text("Non, ou seulement par endroits", "No, or in places")),
            new Choice("some", 0.5, new Text("Sur la plupart des postes", "On most machines")),
            new Choice("all", 1, new Text("Oui, partout", "Yes, everywhere"))),
        List.of(),
        12,
        Optional.of(new Text("Une copie d’écran datée.", "A dated screenshot.")),
        references());
  }

  private static References references() {
    return new References(
        List.of(37), List.of("8.13"), List.of(13), List.of("M1053"), List.of(PathTheme.DATA));
  }

  private static Measure measure(String theme, int i, Text name) {
    Map<BodySize, Cost> costs = new HashMap<>();
    for (BodySize size : BodySize.values()) {
      costs.put(size, new Cost(Money.euros(400L * i), Money.euros(90L * i), i));
    }
    return new Measure(
        theme + ".do-" + i,
        theme,
        new Text(
            "Appliquer la règle numéro " + i + " (" + name.fr() + ")",
            "Apply rule number " + i + " (" + name.en() + ")"),
        new Text(
            "On applique la règle à tous les postes, puis on le vérifie une fois par trimestre.",
            "The rule is applied to every machine, then checked once a quarter."),
        new Text(
            "Lundi matin, demander la liste des postes au prestataire.",
            "On Monday morning, ask the provider for the list of machines."),
        costs,
        1 + i % 3,
        i > 1 ? List.of(theme + ".do-" + (i - 1)) : List.of(),
        i == 2 ? Optional.of(new Pooling(5, 0.7, 0.6)) : Optional.empty(),
        List.of(new Effect(theme + ".q" + i, "all")),
        EvidenceLevel.DOCUMENT,
        references());
  }

  /// Answers of every kind.
  public static AnswerSheet sheet(Referential referential) {
    Map<String, Answer> answers = new HashMap<>();
    int i = 0;
    for (Question question : referential.questions().values()) {
      answers.put(question.id(), answer(i++));
    }
    return new AnswerSheet(Depth.STANDARD, BodySize.SMALL, DAY, answers);
  }

  private static Answer answer(int i) {
    return switch (i % 7) {
      case 0 -> Answer.declared("none");
      case 1 -> Answer.declared("some");
      case 2 ->
          new Answer.Given(
              "all",
              new Evidence(
                  EvidenceLevel.DOCUMENT,
                  Optional.of(DAY.minusMonths(2)),
                  Optional.of(DAY.plusMonths(10)),
                  "contrat 2026-" + i));
      case 3 -> Answer.UNKNOWN;
      case 4 -> new Answer.NotApplicable("Aucun matériel de ce type", Optional.of("Mme Roux"));
      case 5 -> new Answer.NotApplicable("Aucun matériel de ce type", Optional.empty());
      default ->
          new Answer.Given("all", Evidence.of(EvidenceLevel.TECHNICAL_CHECK, DAY.minusMonths(1)));
    };
  }

  /// A score with a cap that bites; its figures are made up.
  public static Score score(Referential referential, double lift) {
    List<Score.ThemeScore> themes = new ArrayList<>();
    List<Score.QuestionScore> questions = new ArrayList<>();
    int t = 0;
    for (Theme theme : referential.themes()) {
      double point = Math.min(96, 18 + (t * 37) % 71 + lift);
      Score.Interval interval =
          new Score.Interval(point * 0.7, point, Math.min(100, point + 12 + t));
      themes.add(new Score.ThemeScore(theme.id(), interval, (100 - point) / 25));
      t++;
    }
    int i = 0;
    for (Question question : referential.questions().values()) {
      questions.add(questionScore(question, i++));
    }
    Score.Interval total = new Score.Interval(41.2 + lift, 55.8 + lift, 68.4 + lift);
    return new Score(
        "2026.1",
        total,
        Grade.C,
        lift > 20 ? Grade.B : Grade.C,
        lift > 20
            ? List.of()
            : List.of(new Score.CapBite("no-offline-backup", "backups.q1", Grade.C)),
        themes,
        questions);
  }

  private static Score.QuestionScore questionScore(Question question, int i) {
    Score.Standing standing =
        switch (i % 7) {
          case 3 -> Score.Standing.UNKNOWN;
          case 4 -> Score.Standing.NOT_APPLICABLE;
          case 5 -> Score.Standing.NOT_APPLICABLE_PENDING;
          default -> Score.Standing.ANSWERED;
        };
    double value = (i % 7 == 2 || i % 7 == 4 || i % 7 == 6) ? 0.9 : 0.3;
    Optional<EvidenceLevel> trust =
        standing == Score.Standing.ANSWERED
            ? Optional.of(i % 7 == 2 ? EvidenceLevel.DOCUMENT : EvidenceLevel.DECLARED)
            : Optional.empty();
    Score.Interval interval = new Score.Interval(value * 0.6, value, 1);
    return new Score.QuestionScore(
        question.id(), standing, interval, (1 - value) * 2.4 + i * 0.001, trust);
  }

  /// A plan of twelve steps, with every kind of why-not.
  public static Plan plan(Referential referential) {
    List<Plan.Step> steps = new ArrayList<>();
    int i = 0;
    for (Theme theme : referential.themes().subList(0, 12)) {
      int number = 1 + i % 2;
      Measure measure = referential.measures().get(theme.id() + ".do-" + number);
      Cost cost = java.util.Objects.requireNonNull(measure, "measure").cost(BodySize.SMALL);
      int start = i / 2;
      steps.add(
          new Plan.Step(
              theme.id() + ".do-" + number,
              cost,
              3.4 - i * 0.2,
              start,
              start + measure.months() - 1,
              i < 3,
              i == 3,
              i == 5,
              i == 7));
      i++;
    }
    List<Plan.LeftOut> leftOut =
        List.of(
            new Plan.LeftOut(
                "governance.do-3",
                new Plan.WhyNot.TooExpensive(
                    Money.euros(2_010), Money.euros(1_340), Plan.Threshold.AT_LEAST)),
            new Plan.LeftOut("people.do-4", new Plan.WhyNot.NotEnoughDays(4)),
            new Plan.LeftOut("identities.do-5", new Plan.WhyNot.TooLong(18)),
            new Plan.LeftOut("network.do-3", new Plan.WhyNot.Covered(List.of("network.do-2"))),
            new Plan.LeftOut(
                "mobile.do-3", new Plan.WhyNot.Refused("Les agents n’ont pas de téléphone.")),
            new Plan.LeftOut("mobile.do-4", new Plan.WhyNot.NeedsRefused("mobile.do-3")));
    return new Plan(
        "Saint-Exemple",
        steps,
        score(referential, 0),
        score(referential, 21),
        new Cost(Money.euros(7_200), Money.euros(1_620), 18),
        Money.euros(8_820),
        leftOut,
        new Plan.Proof(true, 76.8, 0, "SCIP", 412));
  }

  /// A budget curve.
  public static List<BudgetPoint> curve() {
    List<BudgetPoint> points = new ArrayList<>();
    for (int i = 0; i <= 10; i++) {
      points.add(
          new BudgetPoint(Money.euros(2_000L * i), 57.1 + 28 * (1 - Math.exp(-i / 3.0)), i * 3));
    }
    return points;
  }

  /// The whole: a report of a town hall with this name.
  public static ReportContent content(String name) {
    Referential referential = referential();
    AssessedBody body =
        new AssessedBody(
            name, Optional.of(new Siren("210901948")), BodyForm.COMMUNE, Optional.of(3_200));
    return new ReportContent(
        body,
        referential,
        sheet(referential),
        score(referential, 0),
        Optional.of(plan(referential)),
        Optional.of(new Limits(Money.euros(10_000), Optional.empty(), Optional.empty(), 40, 12)),
        curve(),
        DAY,
        false);
  }
}

package fr.bastide.web.api;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.Siren;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.body.BodyImport;
import fr.bastide.loop.territory.BodyCsv;
import fr.bastide.loop.territory.NameIndex;
import fr.bastide.loop.territory.NewBody;
import fr.bastide.web.ServeOptions;
import fr.bastide.web.register.TypedBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The register of bodies.
@Controller
@RequestMapping(Apis.V1)
class RegisterDoors {

  private final BodyDesk bodies;
  private final ServeOptions options;

  RegisterDoors(BodyDesk bodies, ServeOptions options) {
    this.bodies = bodies;
    this.options = options;
  }

  /// A body to add.
  record SentBody(
      String name,
      BodyForm form,
      Optional<Siren> siren,
      Optional<InseeCode> insee,
      Optional<Integer> population,
      Optional<String> email,
      Optional<Integer> workstations,
      Optional<String> departement,
      Optional<String> region) {

    /// Read by the rules of the form and of files.
    NewBody fresh() {
      TypedBody typed =
          new TypedBody(
              name,
              form.name(),
              text(siren),
              text(insee),
              text(population),
              text(email),
              text(workstations),
              "");
      return switch (typed.read()) {
        case TypedBody.Reading.Understood understood -> understood.body();
        case TypedBody.Reading.Misunderstood(Map<String, Text> wrong) -> {
          Map.Entry<String, Text> first = wrong.entrySet().iterator().next();
          throw new Invalid(first.getKey(), first.getValue());
        }
      };
    }

    private static String text(Optional<?> value) {
      return value.map(Object::toString).orElse("");
    }
  }

  /// How many workstations a body has.
  record SentWorkstations(int workstations) {}

  /// What a file of bodies does.
  ///
  /// @param applied whether the bodies were added
  /// @param refused why the file cannot be read at all, if so
  /// @param lines what each line says
  /// @param unknownColumns the columns that were not read
  record Import(
      boolean applied, Optional<Text> refused, List<Line> lines, List<String> unknownColumns) {}

  /// What one line says.
  enum Outcome {
    NEW,
    KNOWN,
    WRONG
  }

  /// One line of a file.
  record Line(int line, Outcome outcome, Optional<String> name, List<BodyCsv.Problem> problems) {}

  @Door(
      act = Act.SEARCH_REGISTER,
      fr = "Cherche un organisme par son nom, accents et tirets pardonnés.",
      en = "Finds bodies by name; accents and hyphens are forgiven.")
  @GetMapping("/register")
  Reply<List<NameIndex.Hit>> search(
      Caller caller, @RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
    return Reply.of(bodies.search(caller, q, limit));
  }

  @Door(
      act = Act.LIST_OWN_BODIES,
      fr = "Les organismes pour lesquels on travaille.",
      en = "The bodies one works for.")
  @GetMapping("/bodies")
  Reply<List<Body>> mine(Caller caller) {
    return Reply.of(bodies.mine(caller));
  }

  @Door(
      act = Act.ADD_BODIES,
      fr = "Ajoute un organisme que le découpage officiel n’a pas.",
      en = "Adds a body that the official division does not have.",
      status = 201)
  @PostMapping(path = "/bodies", consumes = Apis.JSON)
  Reply<Body> add(Caller caller, @Sent SentBody sent) {
    return Reply.created(
        bodies.add(
            caller,
            sent.fresh(),
            sent.departement().orElse(""),
            sent.region().orElse(options.territory())));
  }

  @Door(
      act = Act.ADD_BODIES,
      fr = "Examine un fichier CSV d’organismes\u202f; avec apply=true et sans erreur, les ajoute.",
      en = "Examines a CSV file of bodies; with apply=true and no error, adds them.")
  @PostMapping(path = "/bodies/import", consumes = "text/csv")
  Reply<Import> bringIn(
      Caller caller,
      @Sent(most = BodyCsv.MAX_BYTES) byte[] csv,
      @RequestParam(defaultValue = "false") boolean apply,
      @RequestParam Optional<String> region) {
    BodyImport done =
        apply
            ? bodies.bringIn(caller, csv, region.orElse(options.territory()))
            : bodies.rehearse(caller, csv);
    return Reply.of(report(done, apply && done.clean()));
  }

  @Door(act = Act.SEE_BODY, fr = "Un organisme.", en = "One body.")
  @GetMapping("/bodies/{body}")
  Reply<Body> view(Caller caller, @PathVariable String body) {
    return Reply.of(bodies.view(caller, Apis.body(body)));
  }

  @Door(
      act = Act.CHANGE_BODY,
      fr = "Dit combien de postes de travail a l’organisme\u00a0: les prix en dépendent.",
      en = "Says how many workstations the body has: prices depend on it.")
  @PutMapping(path = "/bodies/{body}/workstations", consumes = Apis.JSON)
  Reply<Body> workstations(Caller caller, @PathVariable String body, @Sent SentWorkstations sent) {
    return Reply.of(bodies.setWorkstations(caller, Apis.body(body), sent.workstations()));
  }

  private static Import report(BodyImport done, boolean applied) {
    return switch (done.reading()) {
      case BodyCsv.Refused refused ->
          new Import(false, Optional.of(refused.text()), List.of(), List.of());
      case BodyCsv.Report report -> {
        List<Line> lines = new ArrayList<>();
        for (BodyCsv.Row row : report.rows()) {
          lines.add(line(row, done));
        }
        lines.sort(Comparator.comparingInt(Line::line));
        yield new Import(applied, Optional.empty(), lines, report.unknownColumns());
      }
    };
  }

  private static Line line(BodyCsv.Row row, BodyImport done) {
    return switch (row) {
      case BodyCsv.Invalid wrong ->
          new Line(wrong.line(), Outcome.WRONG, Optional.empty(), wrong.problems());
      case BodyCsv.Valid valid -> {
        boolean known = done.known().stream().anyMatch(k -> k.line() == valid.line());
        yield new Line(
            valid.line(),
            known ? Outcome.KNOWN : Outcome.NEW,
            Optional.of(valid.body().name()),
            List.of());
      }
    };
  }
}

package fr.bastide.loop.body;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.FreeText;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.UseCase;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.territory.BodyCsv;
import fr.bastide.loop.territory.NameIndex;
import fr.bastide.loop.territory.NewBody;
import fr.bastide.loop.territory.OfficialRegister;
import fr.bastide.loop.territory.RegisterEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The register of bodies: search it, complete it, change what is one's own.
public final class BodyDesk {

  private static final int MAX_WORKSTATIONS = 200_000;
  private static final int MAX_CODE = 3;

  private final Threshold threshold;
  private final Bodies bodies;
  private final MandateDesk mandates;
  private volatile NameIndex index = NameIndex.of(List.of());

  /// A desk over these; [#open] fills the index.
  public BodyDesk(Threshold threshold, Bodies bodies, MandateDesk mandates) {
    this.threshold = threshold;
    this.bodies = bodies;
    this.mandates = mandates;
  }

  /// Fills the register from the official one when it is empty, and builds the index of names. Done
  /// by the house when it opens.
  public void open() {
    threshold
        .transactions()
        .asHouse(() -> {
          if (bodies.count() == 0) {
            bodies.addAll(
                OfficialRegister.load().entries().stream().map(BodyDesk::official).toList());
          }
          List<NameIndex.Named> names = new ArrayList<>();
          bodies.readAll(body -> names.add(named(body)));
          index = NameIndex.of(names);
          return names.size();
        });
  }

  /// Bodies whose name is like what was typed, best first; anyone may search.
  @UseCase(Act.SEARCH_REGISTER)
  public List<NameIndex.Hit> search(Caller caller, String typed, int limit) {
    threshold.gate().require(caller, Act.SEARCH_REGISTER);
    String bounded = typed.length() > 100 ? typed.substring(0, 100) : typed;
    return index.search(bounded, Math.clamp(limit, 1, NameIndex.MAX_HITS));
  }

  /// A body, for those who may see what concerns it.
  @UseCase(Act.SEE_BODY)
  public Body view(Caller caller, BodyId id) {
    return threshold.cross(
        caller, Act.SEE_BODY, id, "body", () -> bodies.find(id).orElseThrow(NotFound::new));
  }

  /// The bodies for which the caller works: its own, and those whose mandate its firm holds.
  @UseCase(Act.LIST_OWN_BODIES)
  public List<Body> mine(Caller caller) {
    threshold.gate().require(caller, Act.LIST_OWN_BODIES);
    Set<BodyId> ids = new LinkedHashSet<>();
    for (Membership membership : caller.memberships()) {
      if (membership instanceof Membership.OfBody of) {
        ids.add(of.body());
      }
    }
    if (caller.providers().findAny().isPresent()) {
      mandates.mine(caller).forEach(mandate -> ids.add(mandate.body()));
    }
    return threshold.transactions().inside(caller, () -> bodies.findAll(ids));
  }

  /// Says how many workstations a body has: prices depend on it.
  @UseCase(Act.CHANGE_BODY)
  public Body setWorkstations(Caller caller, BodyId id, int workstations) {
    return threshold.cross(
        caller,
        Act.CHANGE_BODY,
        id,
        "workstations",
        () -> {
          requireSane(workstations);
          Body changed = bodies.find(id).orElseThrow(NotFound::new).withWorkstations(workstations);
          bodies.update(changed);
          return changed;
        });
  }

  private static void requireSane(int workstations) {
    if (workstations < 1 || workstations > MAX_WORKSTATIONS) {
      throw new Invalid(
          "workstations",
          new Text(
              "Indiquez un nombre de postes entre 1 et 200 000.",
              "Give a number of workstations between 1 and 200,000."));
    }
  }

  /// Adds a body that the official division does not have.
  ///
  /// @param departement the departement where it sits, when no commune is given
  /// @throws Conflict when it is there already, by SIREN or identifier
  @UseCase(Act.ADD_BODIES)
  public Body add(Caller caller, NewBody fresh, String departement, String region) {
    Body body =
        threshold.cross(
            caller,
            Act.ADD_BODIES,
            "body " + fresh.id(),
            () -> {
              FreeText.require("name", fresh.name(), NewBody.MAX_NAME);
              FreeText.require("departement", departement, MAX_CODE);
              FreeText.require("region", region, MAX_CODE);
              Optional<Body> known = known(fresh);
              if (known.isPresent()) {
                throw new Conflict(alreadyThere(known.get()));
              }
              Body added = body(fresh, departement, region);
              bodies.addAll(List.of(added));
              return added;
            });
    learn(List.of(body));
    return body;
  }

  /// What bringing a file in would do, line by line; changes nothing.
  @UseCase(Act.ADD_BODIES)
  public BodyImport rehearse(Caller caller, byte[] csv) {
    return threshold.cross(caller, Act.ADD_BODIES, "import, dry run", () -> examine(csv));
  }

  /// Brings a file in: every line of it, or nothing when one of them is wrong.
  ///
  /// @param region the region of bodies whose commune is not given
  /// @return what was done; nothing was added unless [BodyImport#clean]
  @UseCase(Act.ADD_BODIES)
  public BodyImport bringIn(Caller caller, byte[] csv, String region) {
    List<Body> added = new ArrayList<>();
    BodyImport result =
        threshold.cross(
            caller,
            Act.ADD_BODIES,
            "import",
            () -> {
              BodyImport examined = examine(csv);
              if (examined.clean()) {
                examined.fresh().stream().map(b -> body(b, "", region)).forEach(added::add);
                bodies.addAll(added);
              }
              return examined;
            });
    if (!added.isEmpty()) {
      learn(added);
    }
    return result;
  }

  private synchronized void learn(List<Body> added) {
    index = index.with(added.stream().map(BodyDesk::named).toList());
  }

  private BodyImport examine(byte[] csv) {
    BodyCsv.Reading reading =
        BodyCsv.read(csv, code -> bodies.find(new BodyId("commune-" + code)).isPresent());
    List<BodyImport.Known> known = new ArrayList<>();
    List<NewBody> fresh = new ArrayList<>();
    if (reading instanceof BodyCsv.Report report) {
      for (BodyCsv.Row row : report.rows()) {
        if (row instanceof BodyCsv.Valid valid) {
          Optional<Body> there = known(valid.body());
          there.ifPresent(body -> known.add(new BodyImport.Known(valid.line(), body)));
          if (there.isEmpty()) {
            fresh.add(valid.body());
          }
        }
      }
    }
    return new BodyImport(reading, known, fresh);
  }

  private Optional<Body> known(NewBody body) {
    return body.siren().flatMap(bodies::find).or(() -> bodies.find(body.id()));
  }

  private Body body(NewBody fresh, String departement, String region) {
    Optional<Body> seat = fresh.insee().flatMap(code -> bodies.find(new BodyId("commune-" + code)));
    return new Body(
        fresh.id(),
        fresh.form(),
        fresh.name(),
        fresh.siren(),
        fresh.insee().map(Object::toString),
        seat.map(Body::departement).orElse(departement),
        seat.map(Body::region).orElse(region),
        fresh.population(),
        fresh.workstations(),
        fresh.email(),
        false);
  }

  private static Text alreadyThere(Body known) {
    return new Text(
        "Cet organisme figure déjà au registre\u00a0: «\u00a0%s\u00a0». Rien n’a été ajouté."
            .formatted(known.name()),
        "This body is in the register already: \"%s\". Nothing was added.".formatted(known.name()));
  }

  private static NameIndex.Named named(Body body) {
    return new NameIndex.Named(body.id(), body.name(), body.population(), body.departement());
  }

  private static Body official(RegisterEntry entry) {
    return new Body(
        entry.id(),
        entry.form(),
        entry.name(),
        entry.siren(),
        entry.form() == fr.bastide.kernel.BodyForm.COMMUNE
            ? Optional.of(entry.code())
            : Optional.empty(),
        entry.departement(),
        entry.region(),
        entry.population(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}

package fr.bastide.web;

import fr.bastide.assessment.Referential;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.PasswordHasher;
import fr.bastide.loop.example.ExampleTerritory;
import fr.bastide.store.Repositories;
import fr.bastide.web.health.ManagementServer;
import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the house does when it opens: fills the examples that were asked for, and tells the person
/// at the console where to go.
@Component
final class Opening {

  private static final int EXAMPLES = 60;
  private static final long EXAMPLE_SEED = 76;

  private final ServeOptions options;
  private final PublicAddress address;
  private final ManagementServer management;
  private final AccountDesk accounts;
  private final Threshold threshold;
  private final Repositories store;
  private final ObjectProvider<Referential> referential;
  private final PasswordHasher hasher;

  Opening(
      ServeOptions options,
      PublicAddress address,
      ManagementServer management,
      AccountDesk accounts,
      Threshold threshold,
      Repositories store,
      ObjectProvider<Referential> referential,
      PasswordHasher hasher) {
    this.options = options;
    this.address = address;
    this.management = management;
    this.accounts = accounts;
    this.threshold = threshold;
    this.store = store;
    this.referential = referential;
    this.hasher = hasher;
  }

  /// Says where the pages are and, while there is no administrator, how to become it.
  void announce(PrintStream out) {
    List<ExampleTerritory.Invented> people = options.demo() ? examples(out) : List.of();
    String scheme = options.tls().isPresent() ? "https://" : "http://";
    out.println("Bastide\u00a0: " + address + "/");
    if (!address.toString().equals(scheme + options.listen())) {
      out.println("  écoute / listening     : " + scheme + options.listen() + "/");
    }
    out.println("  santé / health         : http://" + management.address() + "/health");
    out.println("  mesures / metrics      : http://" + management.address() + "/metrics");
    accounts
        .administratorLink()
        .ifPresent(secret -> {
          out.println();
          out.println(
              "Premier administrateur\u00a0: ouvrez ce lien (une fois, dans les 24 heures)");
          out.println("First administrator: open this link (once, within 24 hours)");
          out.println("  " + address + "/invitation/" + secret.value());
        });
    if (options.demo()) {
      out.println();
      out.println(
          "Exemples / examples, mot de passe / password\u00a0: "
              + ExamplePassword.of(options.data()));
      people.forEach(person -> out.println("  " + person.email() + "  " + hat(person.hat())));
    }
    out.flush();
  }

  private static String hat(Membership hat) {
    return switch (hat) {
      case Membership.OfBody(var body, var role) -> role + " " + body;
      case Membership.OfProvider(var _, var role) -> role.toString();
      case Membership.OfCentre(var role) -> role.toString();
    };
  }

  private List<ExampleTerritory.Invented> examples(PrintStream out) {
    out.println("Bastide prépare ses exemples, une fois… / is preparing its examples, once…");
    out.flush();
    ExampleTerritory.Ports ports =
        new ExampleTerritory.Ports(
            store.bodies(),
            store.assessments(),
            store.accounts(),
            store.providers(),
            store.mandates(),
            store.plans());
    return new ExampleTerritory(threshold, ports, referential.getObject(), hasher, EXAMPLE_SEED)
        .fill(options.territory(), EXAMPLES, ExamplePassword.of(options.data()));
  }
}

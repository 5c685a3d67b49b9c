package fr.bastide.directory.internal;

import fr.bastide.directory.Directory;
import fr.bastide.directory.HeldLabel;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Outcome;
import fr.bastide.directory.Person;
import fr.bastide.directory.Price;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Reference;
import fr.bastide.directory.Site;
import fr.bastide.directory.Solution;
import fr.bastide.directory.Source;
import java.util.Map;

/// A directory as JSON, in the shape that [DirectoryReader] reads.
public final class DirectoryJson {

  private DirectoryJson() {}

  /// The whole directory.
  public static Map<String, Object> of(Directory directory) {
    return new JsonMap()
        .put("bastide", "directory/1")
        .put("version", directory.version())
        .list("providers", directory.providers(), DirectoryJson::of)
        .list("solutions", directory.solutions(), DirectoryJson::solution)
        .list("outcomes", directory.outcomes(), DirectoryJson::outcome)
        .done();
  }

  /// One provider.
  static Map<String, Object> of(Provider provider) {
    Provider.Identity who = provider.identity();
    Provider.Presence presence = provider.presence();
    Provider.Offer offer = provider.offer();
    Provider.Guarantees guarantees = provider.guarantees();
    JsonMap json =
        new JsonMap()
            .put("id", provider.id().value())
            .put("name", who.name())
            .text("legal-name", who.legalName())
            .text("siren", who.siren())
            .text("website", who.website())
            .text("group", who.group())
            .flag("fictional", who.fictional())
            .list("sites", presence.sites(), DirectoryJson::site)
            .list("people", presence.people(), DirectoryJson::person)
            .texts("areas", presence.areas())
            .text("hours", presence.hours().map(Spelling::of))
            .text("unavailable-until", presence.unavailableUntil())
            .texts("skills", offer.skills())
            .texts("sectors", offer.sectors().stream().map(Spelling::of).toList())
            .list("labels", offer.labels(), DirectoryJson::label)
            .list("prices", offer.prices(), DirectoryJson::price)
            .texts("solutions", offer.solutions())
            .list("references", guarantees.references(), DirectoryJson::reference)
            .object("control", origin(provider.control()))
            .list("sources", provider.sources(), DirectoryJson::source);
    guarantees(guarantees, json);
    return json.done();
  }

  private static void guarantees(Provider.Guarantees guarantees, JsonMap json) {
    guarantees
        .insurance()
        .ifPresent(insurance ->
            json.put(
                "insurance",
                new JsonMap()
                    .text("insurer", insurance.insurer())
                    .put("cover", JsonMap.euros(insurance.cover()))
                    .put("until", insurance.until().toString())
                    .done()));
    guarantees
        .validation()
        .ifPresent(validation ->
            json.put(
                "validation",
                new JsonMap()
                    .put("by", validation.by())
                    .put("on", validation.on().toString())
                    .done()));
  }

  private static Object site(Site site) {
    JsonMap json = new JsonMap().put("commune", site.commune()).text("insee", site.insee());
    site.coordinates()
        .ifPresent(at ->
            json.put("lat", JsonMap.degrees(at.microLatitude()))
                .put("lon", JsonMap.degrees(at.microLongitude())));
    return json.done();
  }

  private static Object person(Person person) {
    return new JsonMap()
        .put("name", person.name())
        .text("role", person.role())
        .text("email", person.email())
        .text("phone", person.phone())
        .done();
  }

  private static Object label(HeldLabel held) {
    return new JsonMap()
        .put("label", held.label())
        .text("scope", held.scope())
        .text("from", held.from())
        .text("until", held.until())
        .text("proof", held.proof())
        .done();
  }

  private static Object price(Price price) {
    return new JsonMap()
        .put("skill", price.skill())
        .put("unit", price.unit())
        .put("from", JsonMap.euros(price.from()))
        .put("to", JsonMap.euros(price.to()))
        .done();
  }

  private static Object reference(Reference reference) {
    return new JsonMap()
        .put("client", reference.client())
        .put("work", reference.work())
        .put("year", reference.year())
        .done();
  }

  private static Object source(Source source) {
    return new JsonMap()
        .put("what", source.what())
        .put("on", source.on().toString())
        .put("says", source.says())
        .done();
  }

  private static Map<String, Object> origin(Origin origin) {
    JsonMap json = new JsonMap();
    origin
        .links()
        .forEach((link, standing) -> {
          switch (standing) {
            case Origin.Known known ->
                json.put(Spelling.of(link), JsonMap.countries(known.countries()));
            case Origin.Absent _ -> json.put(Spelling.of(link), "none");
            case Origin.Unknown _ -> {
              // Left out: nobody has said.
            }
          }
        });
    return json.done();
  }

  private static Object solution(Solution solution) {
    JsonMap prices = new JsonMap();
    solution
        .prices()
        .forEach((size, fee) ->
            prices.put(
                Spelling.of(size),
                new JsonMap()
                    .put("setup", JsonMap.euros(fee.setup()))
                    .put("yearly", JsonMap.euros(fee.yearly()))
                    .done()));
    return new JsonMap()
        .put("id", solution.id().value())
        .put("name", solution.name())
        .put("vendor", solution.vendor())
        .object("origin", origin(solution.origin()))
        .list("certifications", solution.certifications(), DirectoryJson::label)
        .object("prices", prices.done())
        .texts("measures", solution.measures())
        .text("website", solution.website())
        .flag("fictional", solution.fictional())
        .list("sources", solution.sources(), DirectoryJson::source)
        .done();
  }

  private static Object outcome(Outcome outcome) {
    JsonMap json =
        new JsonMap()
            .put("provider", outcome.provider().value())
            .put("need", outcome.need())
            .put("on", outcome.on().toString())
            .put("result", outcome.result());
    outcome.satisfaction().ifPresent(mark -> json.put("satisfaction", mark));
    return json.done();
  }
}

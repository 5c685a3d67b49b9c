package fr.bastide.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Facts written shortly, for tests.
public final class Facet {

  private final Map<String, List<Claim>> claims = new LinkedHashMap<>();
  private final Map<String, Facts.Done> done = new LinkedHashMap<>();

  /// Nothing known.
  public static Facet none() {
    return new Facet();
  }

  /// A town hall hit by ransomware, insured, its own data out of reach.
  public static Facet ransomware(String certain) {
    return none()
        .is("body.form", "commune")
        .yes("body.cyber-insurance", "incident.malicious", "incident.ransomware")
        .yes("data.personal", "data.controller", "data.unavailable")
        .is("data.risk", "some")
        .at("clocks.certain", certain);
  }

  public Facet yes(String... questions) {
    for (String question : questions) {
      add(question, Claim.of(new Value.Flag(true)));
    }
    return this;
  }

  public Facet no(String... questions) {
    for (String question : questions) {
      add(question, Claim.of(new Value.Flag(false)));
    }
    return this;
  }

  public Facet is(String question, String choice) {
    return add(question, Claim.of(new Value.Choice(choice)));
  }

  public Facet count(String question, long number) {
    return add(question, Claim.of(new Value.Count(number)));
  }

  public Facet at(String question, String instant) {
    return at(question, WrittenTime.parse(instant).orElseThrow());
  }

  public Facet at(String question, Instant instant) {
    return add(question, Claim.of(new Value.Moment(instant)));
  }

  public Facet add(String question, Claim claim) {
    claims.computeIfAbsent(question, _ -> new ArrayList<>()).add(claim);
    return this;
  }

  public Facet without(String question) {
    claims.remove(question);
    return this;
  }

  public Facet done(String duty, String at) {
    done.put(duty, new Facts.Done(WrittenTime.parse(at).orElseThrow(), ""));
    return this;
  }

  public Facts facts() {
    return new Facts("", claims, done);
  }
}

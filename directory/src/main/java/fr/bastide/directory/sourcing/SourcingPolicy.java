package fr.bastide.directory.sourcing;

import fr.bastide.directory.CountryCode;
import fr.bastide.directory.Origin;
import fr.bastide.directory.internal.BuiltinPolicy;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// From where a territory buys: what is excluded, what comes first, what is done with what nobody
/// says. Every link of an origin counts; the farthest decides.
///
/// @param version such as `2026.1`; with a body's own policy on top, both: `2026.1+mirepoix/3`
/// @param inForce first day it may be used
/// @param title its name
/// @param excluded the states excluded, with reasons
/// @param circles the states that are near, with reasons
/// @param unknown what each unknown link does
/// @param accept the farthest rank accepted
/// @param validMonths for how many months a validation of an entry by the centre counts
public record SourcingPolicy(
    String version,
    LocalDate inForce,
    Text title,
    Map<CountryCode, Exclusion> excluded,
    List<Circle> circles,
    Map<Origin.Link, WhenUnknown> unknown,
    Rank accept,
    int validMonths) {

  public SourcingPolicy {
    excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
    circles = List.copyOf(circles);
    Map<Origin.Link, WhenUnknown> all = new EnumMap<>(Origin.Link.class);
    for (Origin.Link link : Origin.Link.values()) {
      all.put(link, unknown.getOrDefault(link, WhenUnknown.EXCLUDE));
    }
    unknown = Collections.unmodifiableMap(all);
  }

  /// The policy that comes with Bastide.
  public static SourcingPolicy builtin() {
    return BuiltinPolicy.get();
  }

  /// How near a state is, excluded or not.
  public Rank rank(CountryCode state) {
    return circles.stream()
        .filter(circle -> circle.states().contains(state))
        .map(Circle::rank)
        .min(Rank::compareTo)
        .orElse(Rank.OTHER);
  }

  /// What this policy says of an origin, with every reason.
  public Judgement judge(Origin origin) {
    List<Ground> grounds = new ArrayList<>();
    List<Ground.NotSaid> toAsk = new ArrayList<>();
    Rank rank = Rank.EUROPEAN;
    for (Origin.Link link : Origin.Link.values()) {
      switch (origin.link(link)) {
        case Origin.Known known -> {
          for (CountryCode state : known.countries()) {
            rank = rank.orFarther(rank(state));
            judge(link, state, grounds);
          }
        }
        case Origin.Unknown _ -> {
          rank = Rank.OTHER;
          if (unknown.get(link) == WhenUnknown.EXCLUDE) {
            grounds.add(new Ground.NotSaid(link));
          } else {
            toAsk.add(new Ground.NotSaid(link));
          }
        }
        case Origin.Absent _ -> {
          // Nobody there to come from anywhere.
        }
      }
    }
    return grounds.isEmpty() ? new Judgement.Admitted(rank, toAsk) : new Judgement.Refused(grounds);
  }

  private void judge(Origin.Link link, CountryCode state, List<Ground> grounds) {
    Exclusion exclusion = excluded.get(state);
    if (exclusion != null) {
      grounds.add(new Ground.StateExcluded(link, exclusion));
    } else if (rank(state).compareTo(accept) > 0) {
      grounds.add(new Ground.TooFar(link, state, accept));
    }
  }

  /// This policy made stricter by a body's own.
  public Composition with(BodyPolicy body) {
    List<Text> reasons = new ArrayList<>();
    if (!body.extendsVersion().equals(version)) {
      reasons.add(
          new Text(
              "Cette politique complète la version "
                  + body.extendsVersion()
                  + " du centre, qui en est à la version "
                  + version
                  + "\u00a0: relisez-la et changez «\u00a0extends\u00a0».",
              "This policy extends the centre's version "
                  + body.extendsVersion()
                  + ", which is now at version "
                  + version
                  + ": read it again and change \"extends\"."));
    }
    body.unknown()
        .forEach((link, rule) -> {
          if (rule == WhenUnknown.ASK && unknown.get(link) == WhenUnknown.EXCLUDE) {
            reasons.add(
                looser(
                    "exclure quand on ne connaît pas le " + link.label().fr(),
                    "excluding when the " + link.label().en() + " is unknown"));
          }
        });
    if (body.accept().filter(rank -> rank.compareTo(accept) > 0).isPresent()) {
      reasons.add(
          looser(
              "n’accepter que l’origine " + accept.label().fr(),
              "accepting no origin farther than " + accept.label().en()));
    }
    return reasons.isEmpty()
        ? new Composition.Composed(composed(body))
        : new Composition.Refused(reasons);
  }

  private SourcingPolicy composed(BodyPolicy body) {
    Map<CountryCode, Exclusion> both = new TreeMap<>(body.excluded());
    both.putAll(excluded);
    Map<Origin.Link, WhenUnknown> rules = new EnumMap<>(unknown);
    rules.putAll(body.unknown());
    return new SourcingPolicy(
        version + "+" + body.body() + "/" + body.version(),
        inForce,
        title,
        both,
        circles,
        rules,
        body.accept().orElse(accept),
        validMonths);
  }

  private static Text looser(String fr, String en) {
    return new Text(
        "Le centre impose ceci\u00a0: "
            + fr
            + ". Un organisme peut être plus strict, jamais plus souple.",
        "The centre insists on " + en + ": a body may be stricter, never looser.");
  }
}

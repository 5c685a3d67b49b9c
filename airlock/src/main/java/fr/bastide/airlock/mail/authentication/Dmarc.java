package fr.bastide.airlock.mail.authentication;

import fr.bastide.airlock.mail.authentication.Dns.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Checks what the domain of a sender asks for (DMARC, RFC 7489).
///
/// The domain of an organisation is found by walking up the tree of the DNS to the highest policy,
/// as those do who follow RFC 7489 without a list of public suffixes, and registries say with `psd`
/// that they are none (RFC 9091). There is no list here that could be out of date.
final class Dmarc {

  private static final int MOST_STEPS = 8;

  /// What a domain asks to do with mail it did not prove.
  enum Asks {
    NOTHING,
    QUARANTINE,
    REJECT
  }

  /// @param asks of mail that fails
  record Checked(Verdict verdict, Asks asks) {}

  private final Dns dns;
  private final Map<String, List<Step>> walks = new LinkedHashMap<>();

  private record Step(String domain, Tags tags) {}

  /// A server did not answer.
  private static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    Unavailable() {
      super("", null, false, false);
    }
  }

  Dmarc(Dns dns) {
    this.dns = dns;
  }

  /// @param from the domain of the sender that is shown
  /// @param proven domains with a signature that passed
  /// @param mayAlso the domain for which SPF passed
  Checked check(String from, List<String> proven, Optional<String> mayAlso) {
    try {
      List<Step> walk = walk(from);
      if (walk.isEmpty()) {
        return new Checked(Verdict.NONE, Asks.NOTHING);
      }
      String organisation = organisation(from, walk);
      boolean own = walk.getFirst().domain().equals(from);
      Tags policy =
          own
              ? walk.getFirst().tags()
              : walk.stream()
                  .filter(s -> s.domain().equals(organisation))
                  .findFirst()
                  .orElse(walk.getLast())
                  .tags();
      for (String domain : proven) {
        if (aligned(from, organisation, domain, policy.get("adkim").equals("s"))) {
          return new Checked(Verdict.PASS, asks(policy, own));
        }
      }
      boolean bySpf =
          mayAlso.isPresent()
              && aligned(from, organisation, mayAlso.get(), policy.get("aspf").equals("s"));
      return new Checked(bySpf ? Verdict.PASS : Verdict.FAIL, asks(policy, own));
    } catch (Unavailable late) {
      return new Checked(Verdict.TEMPERROR, Asks.NOTHING);
    }
  }

  private static Asks asks(Tags policy, boolean own) {
    String word = own ? policy.get("p") : policy.get("sp", policy.get("p"));
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "reject" -> Asks.REJECT;
      case "quarantine" -> Asks.QUARANTINE;
      default -> Asks.NOTHING;
    };
  }

  private boolean aligned(String from, String organisation, String domain, boolean strict)
      throws Unavailable {
    if (domain.equals(from)) {
      return true;
    }
    if (strict || !(domain.equals(organisation) || domain.endsWith("." + organisation))) {
      return false;
    }
    List<Step> walk = walk(domain);
    return !walk.isEmpty() && organisation(domain, walk).equals(organisation);
  }

  /// The highest domain with a policy, below a registry that says it is one.
  private static String organisation(String domain, List<Step> walk) {
    String highest = domain;
    for (Step step : walk) {
      String kind = step.tags().get("psd");
      if (kind.equals("y") && !step.domain().equals(domain)) {
        String below = domain.substring(0, domain.length() - step.domain().length() - 1);
        return below.substring(below.lastIndexOf('.') + 1) + "." + step.domain();
      }
      highest = step.domain();
      if (kind.equals("n")) {
        return highest;
      }
    }
    return highest;
  }

  /// The policies at a domain and above it, the lowest first.
  private List<Step> walk(String domain) throws Unavailable {
    List<Step> known = walks.get(domain);
    if (known != null) {
      return known;
    }
    List<Step> found = new ArrayList<>();
    String at = domain;
    for (int step = 0; step < MOST_STEPS && !at.isEmpty(); step++) {
      Optional<Tags> tags = policy(at);
      if (tags.isPresent()) {
        found.add(new Step(at, tags.get()));
        if (tags.get().has("psd") && !tags.get().get("psd").equals("u")) {
          break;
        }
      }
      at = above(at, step == 0);
    }
    walks.put(domain, found);
    return found;
  }

  /// One label less; of a long domain, after the first step, only seven are left.
  private static String above(String domain, boolean first) {
    String[] labels = domain.split("\\.", -1);
    int from = first && labels.length > MOST_STEPS ? labels.length - MOST_STEPS + 1 : 1;
    return labels.length <= 1 ? "" : String.join(".", List.of(labels).subList(from, labels.length));
  }

  private Optional<Tags> policy(String domain) throws Unavailable {
    return switch (dns.ask("_dmarc." + domain, Dns.Kind.TXT)) {
      case Answer.Unavailable _ -> throw new Unavailable();
      case Answer.Nothing _ -> Optional.empty();
      case Answer.Found found -> {
        List<Tags> records =
            found.values().stream()
                .filter(v -> v.strip().toLowerCase(Locale.ROOT).startsWith("v=dmarc1"))
                .map(Tags::of)
                .flatMap(Optional::stream)
                .toList();
        // Several policies are none.
        yield records.size() == 1 ? Optional.of(records.getFirst()) : Optional.empty();
      }
    };
  }
}

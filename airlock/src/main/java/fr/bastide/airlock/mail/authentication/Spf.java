package fr.bastide.airlock.mail.authentication;

import fr.bastide.airlock.mail.authentication.Dns.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Checks whether a server may send for a domain (SPF, RFC 7208).
final class Spf {

  private static final int MOST_LOOKUPS = 10;
  private static final int MOST_VOID = 2;
  private static final int MOST_NAMES = 10;
  private static final String VERSION = "v=spf1";

  private final Dns dns;
  private int lookups;
  private int empty;

  /// The check ends here, with this.
  private static final class Ended extends Exception {
    private static final long serialVersionUID = 1L;

    private final Verdict verdict;

    Ended(Verdict verdict) {
      super("", null, false, false);
      this.verdict = verdict;
    }
  }

  /// @param dns for this one check
  Spf(Dns dns) {
    this.dns = dns;
  }

  /// @param client the address of the server
  /// @param sender the address in the envelope; `postmaster` at the server's name when there is
  ///   none
  /// @param helo how the server called itself
  Verdict check(String client, String sender, String helo) {
    Optional<byte[]> address = IpBytes.of(client);
    if (address.isEmpty()) {
      return Verdict.NONE;
    }
    String domain = sender.substring(sender.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    try {
      return check(domain, new SpfMacros(sender, helo, address.get()));
    } catch (Ended ended) {
      return ended.verdict;
    }
  }

  private Verdict check(String domain, SpfMacros macros) throws Ended {
    if (domain.indexOf('.') < 0) {
      return Verdict.NONE;
    }
    Optional<String> record = record(domain);
    if (record.isEmpty()) {
      return Verdict.NONE;
    }
    List<SpfTerm> terms;
    try {
      terms = SpfTerm.all(record.get().substring(VERSION.length()));
    } catch (SpfTerm.Malformed malformed) {
      throw new Ended(Verdict.PERMERROR);
    }
    for (SpfTerm term : terms) {
      if (!term.modifier() && matches(term, domain, macros)) {
        return term.gives();
      }
    }
    for (SpfTerm term : terms) {
      if (term.modifier() && term.name().equals("redirect")) {
        count();
        Verdict there = check(macros.expanded(term.domain(), domain), macros);
        return there == Verdict.NONE ? Verdict.PERMERROR : there;
      }
    }
    return Verdict.NEUTRAL;
  }

  private Optional<String> record(String domain) throws Ended {
    return switch (dns.ask(domain, Dns.Kind.TXT)) {
      case Answer.Unavailable _ -> throw new Ended(Verdict.TEMPERROR);
      case Answer.Nothing _ -> Optional.empty();
      case Answer.Found found -> {
        List<String> policies =
            found.values().stream()
                .filter(v -> {
                  String plain = v.toLowerCase(Locale.ROOT);
                  return plain.equals(VERSION) || plain.startsWith(VERSION + " ");
                })
                .toList();
        if (policies.size() > 1) {
          throw new Ended(Verdict.PERMERROR);
        }
        yield policies.stream().findFirst();
      }
    };
  }

  private boolean matches(SpfTerm term, String domain, SpfMacros macros) throws Ended {
    String target = term.domain().isEmpty() ? domain : macros.expanded(term.domain(), domain);
    byte[] client = macros.address();
    return switch (term.name()) {
      case "all" -> true;
      case "ip4", "ip6" -> {
        Optional<byte[]> address = IpBytes.of(term.domain());
        yield address.isPresent() && IpBytes.share(client, address.get(), term.four());
      }
      case "include" -> {
        count();
        yield includes(target, macros);
      }
      case "a" -> {
        count();
        yield hasAddress(target, term, client, true);
      }
      case "mx" -> {
        count();
        yield exchanges(target, term, client);
      }
      case "exists" -> {
        count();
        yield !records(target, Dns.Kind.A, true).isEmpty();
      }
      default -> {
        count();
        yield isNamed(target, client);
      }
    };
  }

  private boolean includes(String domain, SpfMacros macros) throws Ended {
    return switch (check(domain, macros)) {
      case PASS -> true;
      case NONE -> throw new Ended(Verdict.PERMERROR);
      default -> false;
    };
  }

  private boolean exchanges(String domain, SpfTerm term, byte[] client) throws Ended {
    List<String> names = records(domain, Dns.Kind.MX, true);
    if (names.size() > MOST_NAMES) {
      throw new Ended(Verdict.PERMERROR);
    }
    for (String name : names) {
      if (hasAddress(name, term, client, false)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasAddress(String name, SpfTerm term, byte[] client, boolean counted)
      throws Ended {
    boolean four = client.length == 4;
    for (String one : records(name, four ? Dns.Kind.A : Dns.Kind.AAAA, counted)) {
      Optional<byte[]> address = IpBytes.of(one);
      if (address.isPresent()
          && IpBytes.share(client, address.get(), four ? term.four() : term.six())) {
        return true;
      }
    }
    return false;
  }

  /// The names of the client that lead back to it (RFC 7208, section 5.5); a failure is no match.
  private boolean isNamed(String domain, byte[] client) throws Ended {
    if (!(dns.ask(IpBytes.reverse(client), Dns.Kind.PTR) instanceof Answer.Found names)) {
      return false;
    }
    Dns.Kind kind = client.length == 4 ? Dns.Kind.A : Dns.Kind.AAAA;
    for (String name : names.values().stream().limit(MOST_NAMES).toList()) {
      String plain = name.toLowerCase(Locale.ROOT);
      boolean under = plain.equals(domain) || plain.endsWith("." + domain);
      if (under && dns.ask(plain, kind) instanceof Answer.Found found) {
        for (String one : found.values()) {
          Optional<byte[]> address = IpBytes.of(one);
          if (address.isPresent() && IpBytes.share(client, address.get(), 8 * client.length)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// @param counted whether an empty answer counts among those that are few (RFC 7208, 4.6.4)
  private List<String> records(String name, Dns.Kind kind, boolean counted) throws Ended {
    return switch (dns.ask(name, kind)) {
      case Answer.Unavailable _ -> throw new Ended(Verdict.TEMPERROR);
      case Answer.Found found -> found.values();
      case Answer.Nothing _ -> {
        empty += counted ? 1 : 0;
        if (empty > MOST_VOID) {
          throw new Ended(Verdict.PERMERROR);
        }
        yield List.of();
      }
    };
  }

  private void count() throws Ended {
    lookups++;
    if (lookups > MOST_LOOKUPS) {
      throw new Ended(Verdict.PERMERROR);
    }
  }
}

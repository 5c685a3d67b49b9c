package fr.bastide.airlock.mail.authentication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One term of a policy of SPF (RFC 7208, section 4.6).
///
/// @param gives the verdict when it matches; for a modifier without meaning
/// @param name in lower case
/// @param domain its domain, macros and all; empty for the domain itself
/// @param four length of the prefix for IPv4
/// @param six length of the prefix for IPv6
/// @param modifier whether it is one
record SpfTerm(Verdict gives, String name, String domain, int four, int six, boolean modifier) {

  private static final Set<String> WITH_DOMAIN = Set.of("include", "exists");
  private static final Set<String> DOMAIN_AND_PREFIX = Set.of("a", "mx");
  private static final int WHOLE_FOUR = 32;
  private static final int WHOLE_SIX = 128;

  /// A policy that is none.
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super("", null, false, false);
    }
  }

  /// The terms of a record, after its version.
  static List<SpfTerm> all(String record) throws Malformed {
    List<SpfTerm> terms = new ArrayList<>();
    for (String word : record.split(" ", -1)) {
      if (!word.isEmpty()) {
        terms.add(one(word));
      }
    }
    for (String single : List.of("redirect", "exp")) {
      if (terms.stream().filter(t -> t.modifier() && t.name().equals(single)).count() > 1) {
        throw new Malformed();
      }
    }
    return terms;
  }

  private static SpfTerm one(String word) throws Malformed {
    int equals = word.indexOf('=');
    int end = first(word, ":/=");
    if (equals >= 0 && equals == end) {
      return modifier(word.substring(0, equals), word.substring(equals + 1));
    }
    Optional<Verdict> told = qualifier(word.charAt(0));
    int from = told.isPresent() ? 1 : 0;
    if (end < from) {
      throw new Malformed();
    }
    String name = word.substring(from, end).toLowerCase(Locale.ROOT);
    return mechanism(told.orElse(Verdict.PASS), name, word.substring(end));
  }

  private static int first(String word, String of) {
    for (int i = 0; i < word.length(); i++) {
      if (of.indexOf(word.charAt(i)) >= 0) {
        return i;
      }
    }
    return word.length();
  }

  private static Optional<Verdict> qualifier(char c) {
    return switch (c) {
      case '+' -> Optional.of(Verdict.PASS);
      case '-' -> Optional.of(Verdict.FAIL);
      case '~' -> Optional.of(Verdict.SOFTFAIL);
      case '?' -> Optional.of(Verdict.NEUTRAL);
      default -> Optional.empty();
    };
  }

  private static SpfTerm modifier(String name, String value) throws Malformed {
    String known = name.toLowerCase(Locale.ROOT);
    boolean good = !name.isEmpty() && isLetter(name.charAt(0));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      good &= isLetter(c) || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
    }
    boolean domain = known.equals("redirect") || known.equals("exp");
    if (!good || !(domain ? SpfMacros.isDomain(value) : SpfMacros.isText(value))) {
      throw new Malformed();
    }
    return new SpfTerm(Verdict.NONE, known, value, WHOLE_FOUR, WHOLE_SIX, true);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static SpfTerm mechanism(Verdict gives, String name, String rest) throws Malformed {
    boolean colon = rest.startsWith(":");
    String value = colon ? rest.substring(1) : rest;
    return switch (name) {
      case "all" -> plain(gives, name, rest);
      case "ip4", "ip6" -> address(gives, name, colon ? value : "");
      case "ptr" -> colon ? domain(gives, name, value) : plain(gives, name, rest);
      default -> {
        if (WITH_DOMAIN.contains(name) && colon) {
          yield domain(gives, name, value);
        }
        if (DOMAIN_AND_PREFIX.contains(name)) {
          yield prefixed(gives, name, colon, value);
        }
        throw new Malformed();
      }
    };
  }

  private static SpfTerm plain(Verdict gives, String name, String rest) throws Malformed {
    if (!rest.isEmpty()) {
      throw new Malformed();
    }
    return new SpfTerm(gives, name, "", WHOLE_FOUR, WHOLE_SIX, false);
  }

  private static SpfTerm domain(Verdict gives, String name, String value) throws Malformed {
    if (!SpfMacros.isDomain(value)) {
      throw new Malformed();
    }
    return new SpfTerm(gives, name, value, WHOLE_FOUR, WHOLE_SIX, false);
  }

  private static SpfTerm address(Verdict gives, String name, String value) throws Malformed {
    int slash = value.indexOf('/');
    boolean four = name.equals("ip4");
    String address = slash < 0 ? value : value.substring(0, slash);
    int whole = four ? WHOLE_FOUR : WHOLE_SIX;
    int prefix = slash < 0 ? whole : number(value.substring(slash + 1), whole);
    boolean good = IpBytes.of(address).filter(b -> (b.length == 4) == four).isPresent();
    if (!good || address.contains(":") == four) {
      throw new Malformed();
    }
    return new SpfTerm(gives, name, address, prefix, prefix, false);
  }

  private static SpfTerm prefixed(Verdict gives, String name, boolean colon, String value)
      throws Malformed {
    String domain = value;
    int six = WHOLE_SIX;
    int four = WHOLE_FOUR;
    int twice = domain.lastIndexOf("//");
    if (twice >= 0) {
      six = number(domain.substring(twice + 2), WHOLE_SIX);
      domain = domain.substring(0, twice);
    }
    int slash = domain.lastIndexOf('/');
    // A slash may stand within a macro.
    if (slash >= 0 && domain.indexOf('}', slash) < 0) {
      four = number(domain.substring(slash + 1), WHOLE_FOUR);
      domain = domain.substring(0, slash);
    }
    if (colon ? !SpfMacros.isDomain(domain) : !domain.isEmpty()) {
      throw new Malformed();
    }
    return new SpfTerm(gives, name, domain, four, six, false);
  }

  private static int number(String digits, int most) throws Malformed {
    boolean good =
        !digits.isEmpty()
            && digits.length() <= 3
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.length() == 1 || digits.charAt(0) != '0');
    int number = good ? Integer.parseInt(digits) : most + 1;
    if (number > most) {
      throw new Malformed();
    }
    return number;
  }
}

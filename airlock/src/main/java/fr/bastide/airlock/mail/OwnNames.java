package fr.bastide.airlock.mail;

import java.util.ArrayList;
import java.util.List;

/// Who the body is, as forgers would show it.
///
/// @param domains its mail domains, in ASCII and lower case
/// @param names of people and offices, such as `Claire Martin`, `Mairie de Saint-Élix`
/// @param known domains of others that are right although they look like its own
public record OwnNames(List<String> domains, List<String> names, List<String> known) {

  public OwnNames {
    domains = inAscii(domains);
    names = List.copyOf(names);
    known = inAscii(known);
  }

  private static List<String> inAscii(List<String> domains) {
    List<String> plain = new ArrayList<>();
    domains.forEach(d -> Mailbox.domain(d.strip()).ifPresent(plain::add));
    return List.copyOf(plain);
  }

  /// Whether a domain is one of its own, or below one.
  public boolean owns(String domain) {
    return within(domains, domain);
  }

  boolean knows(String domain) {
    return within(known, domain);
  }

  private static boolean within(List<String> domains, String domain) {
    return domains.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own));
  }
}

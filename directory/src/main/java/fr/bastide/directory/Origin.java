package fr.bastide.directory;

import fr.bastide.kernel.Text;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Who controls a firm or a solution, and whose law reaches it: five links, each known, unknown or
/// not there.
///
/// @param links every link with what is known of it; a link left out is unknown
public record Origin(Map<Link, Standing> links) {

  /// Nothing is known.
  public static final Origin UNKNOWN = new Origin(Map.of());

  /// A link of the chain.
  public enum Link {
    /// The firm itself: who makes the solution, or provides the service.
    VENDOR(new Text("pays de l’éditeur ou du prestataire", "country of the vendor")),
    /// The company that owns the firm.
    PARENT(new Text("pays de la maison mère", "country of the parent company")),
    /// Whoever is at the end of the chain of owners.
    OWNER(new Text("pays du propriétaire ultime", "country of the ultimate owner")),
    /// Where data is kept and worked on.
    HOSTING(new Text("pays d’hébergement", "country of hosting")),
    /// Whose law can compel the firm to hand over data or to act.
    LAW(new Text("droit applicable", "applicable law"));

    private final Text label;

    Link(Text label) {
      this.label = label;
    }

    /// The name of this link for people.
    public Text label() {
      return label;
    }
  }

  /// What is known of a link.
  public sealed interface Standing {}

  /// These countries.
  ///
  /// @param countries at least one
  public record Known(Set<CountryCode> countries) implements Standing {
    public Known {
      if (countries.isEmpty()) {
        throw new IllegalArgumentException("a known link names a country");
      }
      countries = Collections.unmodifiableSortedSet(new TreeSet<>(countries));
    }
  }

  /// Nobody has said.
  public record Unknown() implements Standing {}

  /// There is no such link: no parent company, nothing hosted outside the body.
  public record Absent() implements Standing {}

  public Origin {
    Map<Link, Standing> all = new EnumMap<>(Link.class);
    for (Link link : Link.values()) {
      all.put(link, links.getOrDefault(link, new Unknown()));
    }
    links = Collections.unmodifiableMap(all);
  }

  /// What is known of one link.
  public Standing link(Link link) {
    return links.getOrDefault(link, new Unknown());
  }
}

package fr.bastide.loop.territory;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Siren;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The communes, EPCI, departements and regions of France: about 36,000 bodies, from the official
/// administrative division (Etalab, INSEE, DGCL; Licence Ouverte 2.0).
///
/// Nothing is kept between two loads: whoever needs the entries holds them.
///
/// @param source what the register was made from, with its year
/// @param attribution whom the licence asks to name
/// @param licence the licence of the data
/// @param entries the bodies: communes, then departements, EPCI and regions, each by code
public record OfficialRegister(
    String source, String attribution, String licence, List<RegisterEntry> entries) {

  private static final String FILE = "register.tsv.gz";
  private static final int COLUMNS = 8;
  private static final int ABOUT = 37_000;

  public OfficialRegister {
    entries = List.copyOf(entries);
  }

  /// All bodies of France.
  ///
  /// @throws java.io.UncheckedIOException when the installation is damaged
  public static OfficialRegister load() {
    return load(cells -> true, ABOUT);
  }

  /// The bodies of one region: itself, its departements, the EPCI most of whose inhabitants live
  /// there, and its communes (a few of which may belong to an EPCI of the next region). Empty when
  /// there is no region of this code.
  ///
  /// @throws java.io.UncheckedIOException when the installation is damaged
  public static OfficialRegister load(String region) {
    return load(cells -> cells[6].equals(region), ABOUT / 8);
  }

  /// The body of an identifier, or nothing; looks through all entries.
  public Optional<RegisterEntry> find(BodyId id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  private static OfficialRegister load(Predicate<String[]> wanted, int about) {
    List<RegisterEntry> entries = new ArrayList<>(about);
    Map<String, String> shared = new HashMap<>(4_000);
    Map<String, String> head =
        Tsv.read(
            FILE,
            COLUMNS,
            cells -> {
              if (wanted.test(cells)) {
                entries.add(entry(cells, shared));
              }
            });
    return new OfficialRegister(
        head.getOrDefault("source", ""),
        head.getOrDefault("attribution", ""),
        head.getOrDefault("licence", ""),
        entries);
  }

  /// Codes that come back on thousands of lines are kept once, in `shared`.
  private static RegisterEntry entry(String[] cells, Map<String, String> shared) {
    BodyForm form = form(cells[0]);
    return new RegisterEntry(
        new BodyId(prefix(form) + cells[1]),
        form,
        cells[2],
        cells[1],
        cells[3].isEmpty() ? Optional.empty() : Optional.of(new Siren(cells[3])),
        cells[4].isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(cells[4])),
        shared.computeIfAbsent(cells[5], code -> code),
        shared.computeIfAbsent(cells[6], code -> code),
        cells[7].isEmpty()
            ? Optional.empty()
            : Optional.of(shared.computeIfAbsent(cells[7], code -> code)));
  }

  private static BodyForm form(String letter) {
    return switch (letter) {
      case "C" -> BodyForm.COMMUNE;
      case "D" -> BodyForm.DEPARTEMENT;
      case "E" -> BodyForm.EPCI;
      case "R" -> BodyForm.REGION;
      default -> throw new IllegalStateException("unknown form in " + FILE + ": " + letter);
    };
  }

  private static String prefix(BodyForm form) {
    return switch (form) {
      case COMMUNE -> "commune-";
      case EPCI -> "epci-";
      case DEPARTEMENT -> "departement-";
      case REGION -> "region-";
      case HOSPITAL, CARE_HOME, FIRE_SERVICE, SYNDICATE, SCHOOL, ASSOCIATION, FIRM, OTHER ->
          throw new IllegalStateException("the register knows no " + form);
    };
  }
}

package fr.bastide.incident.dossier;

import fr.bastide.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened, what it cost, what proves it.
///
/// @param timeline in the order of time
/// @param damage in any order
/// @param evidence in the order in which it came
/// @param observables technical traces
public record Records(
    List<Happening> timeline,
    List<Damage> damage,
    List<Evidence> evidence,
    List<Observable> observables) {

  /// Nothing recorded.
  public static final Records NONE = new Records(List.of(), List.of(), List.of(), List.of());

  public Records {
    timeline = List.copyOf(timeline);
    damage = List.copyOf(damage);
    evidence = List.copyOf(evidence);
    observables = List.copyOf(observables);
  }

  /// Something that happened.
  ///
  /// @param at when, to the minute
  /// @param what in a sentence
  /// @param source who says so; may be empty
  /// @param marking how far it may travel
  public record Happening(Instant at, String what, String source, Marking marking) {}

  /// A loss.
  ///
  /// @param what what was lost or had to be paid
  /// @param amount how much, when it is known
  /// @param proof the document that shows it; may be empty
  public record Damage(String what, Optional<Money> amount, String proof) {}

  /// A piece of evidence.
  ///
  /// @param number its number in the case, such as `P-003`
  /// @param name what it is
  /// @param sha256 its hash at arrival, 64 hexadecimal digits; empty for a thing that is no file
  /// @param bytes how large it is, when it is a file
  /// @param collected when it was collected, if that is known
  /// @param collector who collected it; may be empty
  /// @param keeper who holds it now; may be empty
  /// @param marking how far it may travel
  public record Evidence(
      String number,
      String name,
      String sha256,
      Optional<Long> bytes,
      Optional<Instant> collected,
      String collector,
      String keeper,
      Marking marking) {}

  /// A technical trace.
  ///
  /// @param type what it is, such as `adresse IP`
  /// @param value as it was seen
  /// @param note what is known of it; may be empty
  /// @param marking how far it may travel
  public record Observable(String type, String value, String note, Marking marking) {}
}

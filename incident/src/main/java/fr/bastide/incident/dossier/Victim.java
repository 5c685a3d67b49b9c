package fr.bastide.incident.dossier;

import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.Siren;
import java.util.Optional;

/// Who the victim is, beyond its name; empty where it is not known.
///
/// @param siren its number
/// @param commune the commune of its seat
/// @param place where its seat is
/// @param address postal address, on one line
/// @param phone as it is dialled
/// @param mail an address that works during the incident
public record Victim(
    Optional<Siren> siren,
    Optional<InseeCode> commune,
    Optional<Place> place,
    String address,
    String phone,
    String mail) {

  /// Nothing known.
  public static final Victim UNKNOWN =
      new Victim(Optional.empty(), Optional.empty(), Optional.empty(), "", "", "");
}

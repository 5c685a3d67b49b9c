package fr.bastide.incident.dossier;

import fr.bastide.kernel.InseeCode;
import java.util.Optional;

/// A police or gendarmerie unit that receives the public.
///
/// @param force police or gendarmerie
/// @param name its name
/// @param address postal address, on one line; may be empty
/// @param phone as it is dialled; may be empty
/// @param hours when it is open, in the words of the register; may be empty
/// @param commune the commune it is in
/// @param place where it is, if that is known
public record Unit(
    Force force,
    String name,
    String address,
    String phone,
    String hours,
    InseeCode commune,
    Optional<Place> place) {

  /// Which force a unit belongs to.
  public enum Force {
    GENDARMERIE,
    POLICE
  }
}

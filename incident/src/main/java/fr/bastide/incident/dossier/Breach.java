package fr.bastide.incident.dossier;

import java.util.Optional;

/// The personal data concerned, as far as article 33 of the GDPR asks for it; empty where it is not
/// known.
///
/// @param people which people: residents, staff, pupils
/// @param persons how many, about
/// @param kinds which data: names, bank details, health
/// @param records how many records, about
/// @param consequences what may follow for the people
/// @param before what protected the data before the breach
/// @param measures what was done or is planned against the breach
/// @param delay why the notification comes late, if it does
public record Breach(
    String people,
    Optional<Long> persons,
    String kinds,
    Optional<Long> records,
    String consequences,
    String before,
    String measures,
    String delay) {

  /// Nothing known.
  public static final Breach UNKNOWN =
      new Breach("", Optional.empty(), "", Optional.empty(), "", "", "", "");
}

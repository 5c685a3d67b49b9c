package fr.bastide.incident.dossier;

/// A person who matters in a case; empty where something is not known.
///
/// @param role what for
/// @param name first and last name
/// @param function what the person is, such as `maire`
/// @param phone as it is dialled
/// @param mail an address
public record Contact(Role role, String name, String function, String phone, String mail) {

  /// What a contact is for.
  public enum Role {
    /// Who signs for the victim: mayor, president, director.
    SIGNATORY,
    /// Whom to call at the victim's.
    REFERENT,
    /// The data protection officer.
    DPO,
    /// Who runs the computers.
    IT,
    INSURER,
    /// Who helps to rebuild.
    PROVIDER,
    /// The regional centre.
    CENTRE,
    /// Who answers journalists.
    PRESS
  }
}

package fr.bastide.incident.dossier;

import fr.bastide.incident.Facts;
import fr.bastide.incident.Qualification;
import java.util.List;
import java.util.Optional;

/// All that a case knows when a document is made from it. Whoever has it needs neither server nor
/// database. What is not known is left empty and becomes a blank in the document.
///
/// @param reference the reference of the case; may be empty
/// @param qualification the facts, and what the engine says about them
/// @param victim who the victim is, beyond its name
/// @param contacts the people who matter
/// @param records what happened, what it cost, what proves it
/// @param breach the personal data concerned
/// @param units the police and gendarmerie units near the victim, the nearest first
/// @param recovery what was rebuilt and what is planned
public record CaseFile(
    String reference,
    Qualification qualification,
    Victim victim,
    List<Contact> contacts,
    Records records,
    Breach breach,
    List<Unit> units,
    Recovery recovery) {

  public CaseFile {
    contacts = List.copyOf(contacts);
    units = List.copyOf(units);
  }

  /// A case of which only the facts are known.
  public static CaseFile of(Qualification qualification) {
    return new CaseFile(
        "",
        qualification,
        Victim.UNKNOWN,
        List.of(),
        Records.NONE,
        Breach.UNKNOWN,
        List.of(),
        Recovery.NONE);
  }

  /// The facts.
  public Facts facts() {
    return qualification.facts();
  }

  /// The first contact of a role.
  public Optional<Contact> contact(Contact.Role role) {
    return contacts.stream().filter(contact -> contact.role() == role).findFirst();
  }

  /// The same with the units near the victim.
  public CaseFile withUnits(List<Unit> near) {
    return new CaseFile(
        reference, qualification, victim, contacts, records, breach, near, recovery);
  }

  /// The same with what was rebuilt and what is planned.
  public CaseFile withRecovery(Recovery known) {
    return new CaseFile(reference, qualification, victim, contacts, records, breach, units, known);
  }
}

package fr.bastide.assessment;

import java.util.List;

/// The identifiers, in the frameworks of the field, to which a question or a measure answers.
/// Identifiers only: no text of theirs is kept.
///
/// @param hygiene numbers of the measures of ANSSI's hygiene guide, 1 to 42
/// @param iso27002 control identifiers of ISO/IEC 27002:2022, such as `8.13`
/// @param recyf security objectives of the French NIS 2 framework, 1 to 20
/// @param attack mitigations of MITRE ATT&CK, such as `M1053`
/// @param path the themes of the national security path it falls under
public record References(
    List<Integer> hygiene,
    List<String> iso27002,
    List<Integer> recyf,
    List<String> attack,
    List<PathTheme> path) {

  public References {
    hygiene = List.copyOf(hygiene);
    iso27002 = List.copyOf(iso27002);
    recyf = List.copyOf(recyf);
    attack = List.copyOf(attack);
    path = List.copyOf(path);
  }
}

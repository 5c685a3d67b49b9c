package fr.bastide.incident.message;

import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.severity.Severity;
import fr.bastide.kernel.Language;
import java.util.ArrayList;
import java.util.List;

/// A message made from a case, in French, ready to be read again and filled in by a person. Nothing
/// sends it.
///
/// @param audience to whom it speaks
/// @param incident the kind of incident it speaks of, such as `ransomware`
/// @param severity how grave the incident is
/// @param subject its subject
/// @param paragraphs its text
public record Message(
    Audience audience, String incident, Severity severity, Line subject, List<Line> paragraphs) {

  public Message {
    paragraphs = List.copyOf(paragraphs);
  }

  /// What is still to be filled in.
  public List<String> blanks() {
    List<String> labels = new ArrayList<>(subject.blanks());
    paragraphs.forEach(line -> labels.addAll(line.blanks()));
    return labels.stream().distinct().toList();
  }

  /// Its text without its subject, paragraphs apart.
  public String body() {
    return String.join("\n\n", paragraphs.stream().map(p -> p.plain(Language.FR)).toList());
  }
}

package fr.bastide.incident.reflex;

import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Set;

/// What to do in the first hour of one kind of incident.
///
/// @param id the kind, such as `ransomware`
/// @param name its name, as specialists say it
/// @param plain what the victim would say
/// @param clues how one recognises it
/// @param groups the steps, grouped by what they are for; what saves most comes first
/// @param calls whom to call, the most urgent first
/// @param law the obligations that may bind, by identifier in the book of obligations
/// @param sources what it is grounded in
public record ReflexCard(
    String id,
    Text name,
    Text plain,
    List<Clue> clues,
    List<Group> groups,
    List<Contact> calls,
    List<String> law,
    List<Source> sources) {

  /// Steps with one purpose.
  ///
  /// @param phase the purpose
  /// @param steps what to do, in order
  public record Group(Phase phase, List<Step> steps) {

    public Group {
      steps = List.copyOf(steps);
    }
  }

  public ReflexCard {
    clues = List.copyOf(clues);
    groups = List.copyOf(groups);
    calls = List.copyOf(calls);
    law = List.copyOf(law);
    sources = List.copyOf(sources);
  }

  /// All steps in the order in which they are done.
  public List<Step> steps() {
    return groups.stream().flatMap(group -> group.steps().stream()).toList();
  }

  /// Those of its clues that were seen.
  List<Clue> seen(Set<String> signs) {
    return clues.stream().filter(clue -> signs.contains(clue.sign().id())).toList();
  }
}

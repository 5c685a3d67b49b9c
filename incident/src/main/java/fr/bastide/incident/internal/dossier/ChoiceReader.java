package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.internal.ConditionReader;
import fr.bastide.incident.obligation.ObligationBook;
import java.util.Optional;
import java.util.Set;

/// Reads texts that stand under a condition: `when`, and besides `open` or `done` with a duty.
final class ChoiceReader {

  private static final int WORD = 60;

  private final ConditionReader conditions;
  private final PhraseReader phrases;
  private final Findings findings;
  private final Set<String> duties = ObligationBook.builtin().duties().keySet();

  ChoiceReader(ConditionReader conditions, PhraseReader phrases, Findings findings) {
    this.conditions = conditions;
    this.phrases = phrases;
    this.findings = findings;
  }

  /// The choice whose text is already read.
  Template.Choice read(Fields fields, Phrase text) {
    return new Template.Choice(when(fields), gate(fields), text, phrases.readOr(fields, "unknown"));
  }

  /// The condition `when` of a mapping; without one, always.
  Condition when(Fields fields) {
    return fields.has("when") ? conditions.read(fields, "when", findings) : Condition.ALWAYS;
  }

  private Optional<Template.Gate> gate(Fields fields) {
    for (Template.Gate.State state : Template.Gate.State.values()) {
      String key = Fields.spelling(state);
      if (fields.has(key)) {
        String duty = fields.text(key, WORD);
        if (!duties.contains(duty)) {
          findings.unknown(fields.lineOf(key), fields.placeOf(key), duty, duties);
        }
        return Optional.of(new Template.Gate(duty, state));
      }
    }
    return Optional.empty();
  }
}

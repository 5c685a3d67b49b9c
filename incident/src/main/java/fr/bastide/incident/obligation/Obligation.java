package fr.bastide.incident.obligation;

import fr.bastide.incident.condition.Condition;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Optional;

/// One text that may oblige the victim of an incident. Successive texts about the same duty have
/// the same identifier and another edition.
///
/// @param id the duty, such as `cnil-initial`
/// @param edition which text about it, such as `2018`
/// @param title what is to be done, in a few words
/// @param force how strongly it binds
/// @param article the exact reference
/// @param inForce from when to when it is law
/// @param binds whom it binds
/// @param when what must have happened
/// @param unless what exempts; must be established, doubt does not exempt
/// @param trigger what starts the clock
/// @param deadline how long it leaves
/// @param filing with whom, how, and what proves it
/// @param explanation what it means, in plain words
/// @param confidence how sure we are of this wording of the law
/// @param note what is doubtful or easily misread, if anything
/// @param sources where to read more
public record Obligation(
    String id,
    String edition,
    Text title,
    Force force,
    Text article,
    InForce inForce,
    Condition binds,
    Condition when,
    Condition unless,
    Trigger trigger,
    Deadline deadline,
    Filing filing,
    Text explanation,
    Confidence confidence,
    Optional<Text> note,
    List<String> sources) {

  public Obligation {
    sources = List.copyOf(sources);
  }

  /// How strongly something binds.
  public enum Force {
    /// A law, a regulation, a decree.
    LAW(new Text("obligation légale", "legal obligation")),
    /// No duty, but without it a right is lost.
    CONDITION(new Text("condition d’un droit", "condition of a right")),
    /// A contract.
    CONTRACT(new Text("obligation du contrat", "contractual obligation")),
    /// What the authorities advise; nothing compels.
    ADVICE(new Text("recommandation", "recommendation"));

    private final Text label;

    Force(Text label) {
      this.label = label;
    }

    /// Its name for people.
    public Text label() {
      return label;
    }
  }

  /// How sure the authors of the data are.
  public enum Confidence {
    /// Read in the text itself.
    HIGH,
    /// A detail is to be checked; see the note.
    MEDIUM,
    /// To be checked by a lawyer before one relies on it.
    LOW
  }

  /// With whom and how it is done.
  ///
  /// @param authority to whom
  /// @param form how, or where
  /// @param proof what to keep as proof
  /// @param address the page where it is done, if there is one
  public record Filing(Text authority, Text form, Text proof, Optional<String> address) {}
}

package fr.bastide.detection;

import fr.bastide.detection.internal.rule.AuditSettings;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds the rules that can never fire with what a source sends, and what would wake them.
///
/// A rule that is not found may still never fire; one that is found certainly cannot, as long as
/// the source sends nothing else than what was seen.
public final class BlindRules {

  private static final int MOST_NAMED = 5;

  private BlindRules() {}

  /// The blind ones of these rules, in their order.
  public static List<BlindRule> find(List<Rule> rules, SourceInventory inventory) {
    List<BlindRule> blind = new ArrayList<>();
    for (Rule rule : rules) {
      judge(rule, inventory).ifPresent(blind::add);
    }
    return blind;
  }

  private static Optional<BlindRule> judge(Rule rule, SourceInventory inventory) {
    List<SourceInventory.Seen> feeding =
        inventory.seen().stream().filter(seen -> seen.feeds(rule.logsource())).toList();
    SortedSet<String> fields = new TreeSet<>();
    SortedSet<String> ids = new TreeSet<>();
    for (SourceInventory.Seen seen : feeding) {
      Possibility possibility = new Possibility(seen);
      if (possibility.canHold(rule.condition())) {
        return Optional.empty();
      }
      possibility.missing(rule.condition(), fields, ids);
    }
    leaveOutWhatIsSeenElsewhere(feeding, fields, ids);
    if (feeding.isEmpty()) {
      Possibility nothing = Possibility.ofNothing();
      nothing.missing(rule.condition(), fields, ids);
      return Optional.of(noSource(rule, ids));
    }
    return Optional.of(ids.isEmpty() ? noField(rule, fields) : noEventId(rule, ids));
  }

  /// What one kind of event lacks another may have: then it is not what is missing, unless nothing
  /// else is.
  private static void leaveOutWhatIsSeenElsewhere(
      List<SourceInventory.Seen> feeding, SortedSet<String> fields, SortedSet<String> ids) {
    SortedSet<String> neverFields = new TreeSet<>(fields);
    SortedSet<String> neverIds = new TreeSet<>(ids);
    for (SourceInventory.Seen seen : feeding) {
      neverFields.removeAll(seen.fields());
      neverIds.removeAll(seen.eventIds());
    }
    if (!neverFields.isEmpty() || !neverIds.isEmpty()) {
      fields.retainAll(neverFields);
      ids.retainAll(neverIds);
    }
  }

  private static BlindRule noSource(Rule rule, SortedSet<String> ids) {
    return new BlindRule(
        rule.info(),
        rule.logsource(),
        BlindRule.Cause.NO_SOURCE,
        List.of(),
        new Text(
            "Aucun journal " + rule.logsource() + " n’est reçu.",
            "No " + rule.logsource() + " log is received."),
        AuditSettings.builtin().waking(rule.logsource(), true, ids, Set.of()));
  }

  private static BlindRule noEventId(Rule rule, SortedSet<String> ids) {
    String named = named(ids);
    return new BlindRule(
        rule.info(),
        rule.logsource(),
        BlindRule.Cause.NO_EVENT_ID,
        List.copyOf(ids),
        new Text(
            "Le journal " + rule.logsource() + " est reçu, mais jamais l’événement " + named + ".",
            "The " + rule.logsource() + " log is received, but never event " + named + "."),
        AuditSettings.builtin().waking(rule.logsource(), false, ids, Set.of()));
  }

  private static BlindRule noField(Rule rule, SortedSet<String> fields) {
    String named = named(fields);
    return new BlindRule(
        rule.info(),
        rule.logsource(),
        BlindRule.Cause.NO_FIELD,
        List.copyOf(fields),
        new Text(
            "Le journal " + rule.logsource() + " est reçu, mais sans le champ " + named + ".",
            "The " + rule.logsource() + " log is received, but without the field " + named + "."),
        AuditSettings.builtin().waking(rule.logsource(), false, Set.of(), fields));
  }

  private static String named(SortedSet<String> names) {
    List<String> first = names.stream().limit(MOST_NAMED).toList();
    return String.join(", ", first) + (names.size() > MOST_NAMED ? ", …" : "");
  }
}

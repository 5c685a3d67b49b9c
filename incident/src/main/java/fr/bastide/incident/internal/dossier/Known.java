package fr.bastide.incident.internal.dossier;

import fr.bastide.incident.Claim;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Question;
import fr.bastide.incident.Reading;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.condition.Trace;
import fr.bastide.incident.condition.Truth;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Marking;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.kernel.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is known of the facts, in words; remembers the questions that had no answer.
final class Known {

  private final Facts facts;
  private final DossierBook book;
  private final Language language;
  private final boolean forAll;
  private final ObligationBook law = ObligationBook.builtin();
  private final Set<String> open = new LinkedHashSet<>();

  /// @param most the strictest marking of what the text may carry: what anybody may read names no
  ///   source and airs no contradiction
  Known(Facts facts, DossierBook book, Language language, Marking most) {
    this.facts = facts;
    this.book = book;
    this.language = language;
    this.forAll = most == Marking.CLEAR;
  }

  /// Whether a condition holds in every credible reading of the facts, in none, or nobody can tell.
  Truth holds(Condition condition) {
    boolean all = true;
    boolean none = true;
    Set<String> missing = new LinkedHashSet<>();
    for (Reading reading : facts.readings(condition.questions())) {
      Trace trace = condition.evaluate(reading);
      all &= trace.truth() == Truth.TRUE;
      none &= trace.truth() == Truth.FALSE;
      if (trace.truth() == Truth.UNKNOWN) {
        missing.addAll(trace.missing());
      }
    }
    if (all || none) {
      return Truth.of(all);
    }
    open.addAll(missing);
    return Truth.UNKNOWN;
  }

  /// The answer to a question: all credible ones with their sources, or a blank. Where anybody may
  /// read it, a contested answer is a blank that names the possible ones.
  ///
  /// @param alone whether the question stands beside it, so that the blank need not repeat it
  Line answer(String id, boolean alone) {
    Question question =
        law.questionnaire()
            .question(id)
            .orElseThrow(() -> new IllegalArgumentException("no question " + id));
    List<Claim> claims = facts.credible(id);
    if (claims.isEmpty()) {
      open.add(id);
      return Line.blank(alone ? kind(question) : lower(question.label().in(language)));
    }
    if (claims.size() == 1) {
      return Line.of(written(question, claims.getFirst()));
    }
    List<String> versions = new ArrayList<>();
    for (Claim claim : claims) {
      String value = written(question, claim);
      versions.add(
          claim.source().isBlank() || forAll
              ? value
              : value + " (" + word("according").replace("{0}", claim.source()) + ")");
    }
    String all = String.join(" " + word("or") + " ", versions);
    return forAll ? Line.blank(all) : Line.of(all);
  }

  private String written(Question question, Claim claim) {
    return law.written(question.id(), claim.value()).in(language);
  }

  private String kind(Question question) {
    return switch (question.kind()) {
      case FLAG -> word("blank-flag");
      case COUNT -> word("blank-count");
      case MOMENT -> word("blank-moment");
      case CHOICE ->
          String.join(
              " / ",
              question.choices().stream().map(choice -> choice.label().in(language)).toList());
    };
  }

  /// The label of a question.
  String label(String id) {
    return law.questionnaire().question(id).map(q -> q.label().in(language)).orElse(id);
  }

  /// The questions that had no answer so far.
  Set<String> open() {
    return Collections.unmodifiableSet(open);
  }

  private String word(String key) {
    return book.word(key, language);
  }

  /// The same text in the middle of a sentence: a first letter that is a capital for its place
  /// alone becomes small.
  static String lower(String text) {
    boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return acronym ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  /// The same text at the beginning of a sentence.
  static String upper(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}

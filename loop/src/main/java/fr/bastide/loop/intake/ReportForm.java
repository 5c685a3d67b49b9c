package fr.bastide.loop.intake;

import fr.bastide.incident.Question;
import fr.bastide.incident.Value;
import fr.bastide.incident.reflex.Contact;
import fr.bastide.incident.reflex.Source;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the public form asks, one short step at a time; data (`form.yaml`).
///
/// @param version the day of its wording
/// @param steps the steps, in order
/// @param claims what a sign lets one suppose
/// @param calls whom to call while the centre is closed, the most useful first
public record ReportForm(
    String version, List<Step> steps, List<SignClaim> claims, List<Call> calls) {

  /// The key of the number at which to call back.
  public static final String PHONE = "contact.phone";

  /// The key of the address to which to write.
  public static final String MAIL = "contact.mail";

  /// The key of the name of the body.
  public static final String BODY = "contact.body";

  /// The key of the name of whoever reports.
  public static final String NAME = "contact.name";

  /// The key of what happened, in somebody's own words.
  public static final String WORDS = "words.what";

  /// One page of the form.
  ///
  /// @param id its name in addresses
  /// @param title what it asks, as a question
  /// @param lead one sentence below
  /// @param fields what it asks in detail
  public record Step(String id, Text title, Text lead, List<ReportField> fields) {

    public Step {
      fields = List.copyOf(fields);
    }

    /// The keys under which its answers are kept.
    public List<String> keys() {
      List<String> keys = new ArrayList<>();
      for (ReportField field : fields) {
        switch (field) {
          case ReportField.Typed typed -> keys.add(typed.key());
          case ReportField.Asked asked -> keys.add(asked.question().id());
          case ReportField.Seen seen ->
              seen.all().forEach(sign -> keys.add(ReportField.Seen.PREFIX + sign.id()));
        }
      }
      return keys;
    }
  }

  /// What a sign lets one suppose.
  ///
  /// @param sign the sign
  /// @param question the question of the incident engine
  /// @param value the answer
  /// @param credibility how credible that makes it, 1 to 6 (see [fr.bastide.incident.Claim])
  public record SignClaim(String sign, Question question, Value value, int credibility) {}

  /// Somebody to call while the centre is closed.
  ///
  /// @param contact who, with the number
  /// @param why when to call, in one sentence
  /// @param when answers of which one must be there, as `key=value`; empty for everybody
  /// @param source where the number is published
  public record Call(Contact contact, Text why, List<String> when, Source source) {

    public Call {
      when = List.copyOf(when);
    }

    /// Whether it is for whoever answered this.
    public boolean fits(Map<String, String> answers) {
      return when.isEmpty()
          || when.stream()
              .anyMatch(one -> {
                int equals = one.indexOf('=');
                return one.substring(equals + 1)
                    .equals(answers.getOrDefault(one.substring(0, equals), ""));
              });
    }
  }

  public ReportForm {
    steps = List.copyOf(steps);
    claims = List.copyOf(claims);
    calls = List.copyOf(calls);
  }

  private static final class Holder {
    static final ReportForm BUILTIN = ReportFormReader.builtin();

    private Holder() {}
  }

  /// The form that comes with Bastide.
  public static ReportForm builtin() {
    return Holder.BUILTIN;
  }

  /// The step of this name.
  public Optional<Step> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /// The step after another one; nothing after the last.
  public Optional<Step> after(Step step) {
    int place = steps.indexOf(step);
    return place >= 0 && place + 1 < steps.size()
        ? Optional.of(steps.get(place + 1))
        : Optional.empty();
  }

  /// The step before another one; nothing before the first.
  public Optional<Step> before(Step step) {
    int place = steps.indexOf(step);
    return place > 0 ? Optional.of(steps.get(place - 1)) : Optional.empty();
  }

  /// Whom to call for whoever answered this.
  public List<Call> calls(Map<String, String> answers) {
    return calls.stream().filter(call -> call.fits(answers)).toList();
  }

  /// What of the sent answers to one step can be kept. Nothing is refused: somebody under attack is
  /// never sent back for a character. What is too long is cut, what no field has is left out.
  Map<String, String> kept(Step step, Map<String, String> sent) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (ReportField field : step.fields()) {
      switch (field) {
        case ReportField.Typed typed ->
            keep(kept, typed.key(), typed(typed, sent.getOrDefault(typed.key(), "")));
        case ReportField.Asked asked ->
            keep(
                kept,
                asked.question().id(),
                ReportFacts.written(
                    asked.question(), sent.getOrDefault(asked.question().id(), "")));
        case ReportField.Seen seen ->
            seen.all().stream()
                .map(sign -> ReportField.Seen.PREFIX + sign.id())
                .filter(key -> !sent.getOrDefault(key, "").isEmpty())
                .forEach(key -> kept.put(key, "yes"));
      }
    }
    return kept;
  }

  /// The same for answers to any step.
  Map<String, String> kept(Map<String, String> sent) {
    Map<String, String> kept = new LinkedHashMap<>();
    steps.forEach(step -> kept.putAll(kept(step, sent)));
    return kept;
  }

  private static String typed(ReportField.Typed field, String text) {
    return field.kind() == ReportField.Kind.LINES
        ? Typing.clean(text, field.longest())
        : Typing.line(text, field.longest());
  }

  private static void keep(Map<String, String> kept, String key, String value) {
    if (!value.isEmpty()) {
      kept.put(key, value);
    }
  }
}

package fr.bastide.loop.intake;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What somebody tells the centre about an attack. It is kept from the first answer on.
///
/// @param id its identifier
/// @param reference how people name it
/// @param channel by which way it came
/// @param language in which the reporter reads
/// @param answers what was answered, by the key of the field in the form; a question that is not
///   there was not answered
/// @param openedAt when the first answer came
/// @param changedAt when the reporter last answered or wrote
/// @param state where it stands
/// @param handling who took it, once somebody did
/// @param closedAt since when it is closed, if it is
/// @param caseName the case it belongs to, as that part of the house names it
/// @param suspect whether a robot may have sent it: a form that looked like it and was confirmed,
///   or a mail that a program sent
/// @param version how often it was handled; who handles an older one loses. Answers may change
///   meanwhile
public record Report(
    ReportId id,
    Reference reference,
    Channel channel,
    Language language,
    Map<String, String> answers,
    Instant openedAt,
    Instant changedAt,
    State state,
    Optional<Handling> handling,
    Optional<Instant> closedAt,
    Optional<String> caseName,
    boolean suspect,
    int version) {

  /// Where a report stands.
  public enum State {
    /// Nobody has taken it yet.
    NEW(new Text("nouveau", "new")),
    /// Somebody takes care of it.
    TAKEN(new Text("pris en charge", "taken")),
    /// It is finished here: in a case, or without more to do.
    CLOSED(new Text("clos", "closed"));

    private final Text label;

    State(Text label) {
      this.label = label;
    }

    /// Its name for people.
    public Text label() {
      return label;
    }
  }

  /// Who takes care of a report.
  ///
  /// @param by the account
  /// @param name as it was shown then
  /// @param at since when
  public record Handling(AccountId by, String name, Instant at) {}

  public Report {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /// A new report.
  static Report fresh(
      Channel channel,
      Language language,
      Map<String, String> answers,
      Instant now,
      boolean suspect) {
    return new Report(
        ReportId.random(),
        Reference.random(),
        channel,
        language,
        answers,
        now,
        now,
        State.NEW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        suspect,
        1);
  }

  /// An answer; empty when there is none.
  public String answer(String key) {
    return answers.getOrDefault(key, "");
  }

  /// The body concerned, as the reporter names it; may be empty.
  public String body() {
    return answer(ReportForm.BODY);
  }

  /// Where one may call back; may be empty.
  public String phone() {
    return answer(ReportForm.PHONE);
  }

  /// Where one may write; may be empty.
  public String mail() {
    return answer(ReportForm.MAIL);
  }

  /// Whether there is a way to reach whoever reported.
  public boolean reachable() {
    return !phone().isEmpty() || !mail().isEmpty();
  }

  Report with(Map<String, String> changed, Instant now) {
    return new Report(
        id, reference, channel, language, changed, openedAt, now, state, handling, closedAt,
        caseName, suspect, version);
  }

  Report with(State next, Optional<Handling> by, Optional<Instant> closed) {
    return new Report(
        id, reference, channel, language, answers, openedAt, changedAt, next, by, closed, caseName,
        suspect, version);
  }

  Report in(String opened) {
    return new Report(
        id,
        reference,
        channel,
        language,
        answers,
        openedAt,
        changedAt,
        state,
        handling,
        closedAt,
        Optional.of(opened),
        suspect,
        version);
  }
}

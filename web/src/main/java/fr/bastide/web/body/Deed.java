package fr.bastide.web.body;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.journal.JournalEntry;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An entry of the journal in words.
///
/// @param entry the entry
/// @param who who did it
/// @param key the key of the sentence
/// @param what the question or the measure concerned, if there is one
public record Deed(JournalEntry entry, Who who, String key, Optional<Text> what) {

  private static final Set<String> SAID =
      Set.of(
          "CHANGE_BODY",
          "ANSWER",
          "ACCEPT_NOT_APPLICABLE",
          "START_ASSESSMENT",
          "COMPLETE_ASSESSMENT",
          "TAKE_REPORT",
          "MAKE_PLAN",
          "FOLLOW_PLAN",
          "GRANT_MANDATE",
          "REVOKE_MANDATE",
          "BRING_VENDOR",
          "INVITE_TO_BODY",
          "ACCEPT_INVITATION",
          "RESET_PASSWORD");

  /// Who did something.
  public sealed interface Who {

    /// Whoever looks.
    public record Self() implements Who {}

    /// Somebody of the body.
    public record Known(String name) implements Who {}

    /// Somebody of a provider or of the centre, or who no longer works here.
    public record Elsewhere() implements Who {}

    /// Nobody: the house did it by itself.
    public record House() implements Who {}
  }

  static Deed of(
      JournalEntry entry, Caller caller, Map<AccountId, String> names, Referential referential) {
    String object = entry.event().object();
    String last = object.substring(object.lastIndexOf(' ') + 1);
    Optional<Text> what =
        referential
            .question(last)
            .map(Question::text)
            .or(() -> referential.measure(last).map(Measure::name));
    return new Deed(
        entry, who(entry, caller, names), key(entry.event().act(), object, what.isPresent()), what);
  }

  private static Who who(JournalEntry entry, Caller caller, Map<AccountId, String> names) {
    Optional<AccountId> actor = entry.event().actor();
    if (actor.isEmpty()) {
      return new Who.House();
    }
    if (actor.equals(caller.account())) {
      return new Who.Self();
    }
    String name = names.get(actor.get());
    return name == null ? new Who.Elsewhere() : new Who.Known(name);
  }

  private static String key(String act, String object, boolean named) {
    if (!SAID.contains(act)) {
      return "body.deed.other";
    }
    String kind =
        switch (act) {
          case "ANSWER" -> object.contains(" attachment ") ? ".file" : named ? ".named" : "";
          case "FOLLOW_PLAN" -> object.equals("calendar") ? ".calendar" : named ? ".named" : "";
          case "ACCEPT_NOT_APPLICABLE" -> named ? ".named" : "";
          case "TAKE_REPORT" -> object.startsWith("attachment ") ? ".file" : "";
          case "INVITE_TO_BODY" -> object.startsWith("remove ") ? ".remove" : "";
          default -> "";
        };
    return "body.deed." + act + kind;
  }
}

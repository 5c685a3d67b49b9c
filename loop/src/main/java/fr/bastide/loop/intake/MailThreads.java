package fr.bastide.loop.intake;

import fr.bastide.loop.FreeText;
import fr.bastide.loop.letter.Letter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the conversation to which a mail belongs. What its sender can know from elsewhere (the
/// reference, an identifier of a mail that others received) only makes it a claim; the secret in
/// the subject of our letters, or the identifier of one of them, proves it.
final class MailThreads {

  private static final int LONGEST = 2_000;

  private final Reports reports;
  private final Conversations conversations;

  MailThreads(Reports reports, Conversations conversations) {
    this.reports = reports;
    this.conversations = conversations;
  }

  /// Where a mail belongs, and how sure that is.
  record Place(Report report, Message.Standing standing) {}

  /// The conversation, if the mail names one.
  Optional<Place> of(Incoming mail) {
    Optional<Place> marked = marked(mail.subject());
    if (marked.filter(place -> place.standing() == Message.Standing.PROVEN).isPresent()) {
      return marked;
    }
    Optional<Place> answered = answered(mail.references());
    if (answered.filter(place -> place.standing() == Message.Standing.PROVEN).isPresent()) {
      return answered;
    }
    return marked.isPresent() ? marked : answered;
  }

  /// By `[K7M4-2RWX.secret]`, or by a bare reference.
  private Optional<Place> marked(String subject) {
    String text = subject.substring(0, Math.min(subject.length(), LONGEST));
    Optional<Place> claimed = Optional.empty();
    for (String word : words(text)) {
      int dot = word.indexOf('.');
      Optional<Report> report =
          Reference.parse(dot < 0 ? word : word.substring(0, dot)).flatMap(reports::find);
      if (report.isPresent()) {
        String secret = dot < 0 ? "" : word.substring(dot + 1).toUpperCase(Locale.ROOT);
        if (secret.equals(reports.mailSecret(report.get().id()))) {
          return Optional.of(new Place(report.get(), Message.Standing.PROVEN));
        }
        claimed = claimed.or(() -> report.map(r -> new Place(r, Message.Standing.CLAIMED)));
      }
    }
    return claimed;
  }

  /// The words of a subject that may hold a reference: what stands between spaces and brackets.
  private static List<String> words(String subject) {
    StringBuilder plain = new StringBuilder();
    subject
        .chars()
        .map(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.' ? c : ' ')
        .forEach(c -> plain.append((char) c));
    return List.of(plain.toString().split(" ", -1)).stream()
        .filter(word -> word.length() >= 8 && word.length() <= 40)
        .toList();
  }

  private Optional<Place> answered(List<String> references) {
    List<String> mails =
        references.stream()
            .filter(id -> FreeText.keepable(id) && !id.startsWith(AlertReports.KEYS))
            .toList();
    Optional<Message> answered = mails.isEmpty() ? Optional.empty() : conversations.findMail(mails);
    return answered.flatMap(message ->
        reports.find(message.report()).map(report -> new Place(report, standing(message))));
  }

  /// Only whoever got one of our letters knows its identifier.
  private static Message.Standing standing(Message answered) {
    boolean letter =
        answered.author() == Message.Author.HOUSE
            && answered.mail().filter(mail -> Letter.ours(mail.messageId())).isPresent();
    return letter ? Message.Standing.PROVEN : Message.Standing.CLAIMED;
  }
}

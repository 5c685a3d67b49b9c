package fr.bastide.loop.intake;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.letter.Letter;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The wording of the letters about reports: one link at most, and nothing of what was said, since
/// the mailbox of a victim may be read by the attacker.
final class ReportLetters {

  /// How many characters prove in a subject that a mail belongs to a report: about 49 bits.
  static final int MAIL_SECRET = 12;

  /// What is said of a message with nothing in it.
  static final Text EMPTY =
      new Text("Écrivez votre message, puis envoyez-le.", "Write your message, then send it.");

  private final String publicUrl;

  ReportLetters(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /// The mark by which an answer finds its way back: `[K7M4-2RWX.secret]`.
  static String mark(Report report, String mailSecret) {
    return "[" + report.reference() + "." + mailSecret + "]";
  }

  /// The link to come back, for whoever asked for it.
  Letter link(Report report, String mailSecret, String secret, Instant at) {
    String link = publicUrl + "/report/" + secret;
    return switch (report.language()) {
      case FR ->
          letter(
              report,
              "Bastide : votre signalement " + mark(report, mailSecret),
              """
              Bonjour,

              Votre signalement est enregistré sous la référence %s.

              Pour le compléter et lire nos réponses :
              %s

              Ce lien ouvre votre signalement à qui le possède : ne le transférez pas. Si vous \
              pensez que quelqu’un d’autre lit cette messagerie, changez le lien depuis la page.
              """
                  .formatted(report.reference(), link),
              at);
      case EN ->
          letter(
              report,
              "Bastide: your report " + mark(report, mailSecret),
              """
              Hello,

              Your report is kept under the reference %s.

              To complete it and read our answers:
              %s

              This link opens your report to whoever has it: do not forward it. If you think that \
              somebody else reads this mailbox, change the link on that page.
              """
                  .formatted(report.reference(), link),
              at);
    };
  }

  /// That an answer waits behind the link.
  Letter answered(Report report, String mailSecret, Instant at) {
    return switch (report.language()) {
      case FR ->
          letter(
              report,
              "Bastide : une réponse vous attend " + mark(report, mailSecret),
              """
              Bonjour,

              Le centre a répondu à votre signalement %s. Ouvrez la page de votre signalement, par \
              le lien que vous avez gardé, pour lire sa réponse.

              Vous pouvez aussi répondre à ce message, sans en changer l’objet.
              """
                  .formatted(report.reference()),
              at);
      case EN ->
          letter(
              report,
              "Bastide: an answer awaits you " + mark(report, mailSecret),
              """
              Hello,

              The centre has answered your report %s. Open the page of your report, by the link \
              you kept, to read it.

              You may also answer this message, leaving its subject as it is.
              """
                  .formatted(report.reference()),
              at);
    };
  }

  /// That a mail has become a report, for its sender.
  Letter received(Report report, String mailSecret, String secret, Instant at) {
    String link = publicUrl + "/report/" + secret;
    return switch (report.language()) {
      case FR ->
          letter(
              report,
              "Bastide : votre message est arrivé " + mark(report, mailSecret),
              """
              Bonjour,

              Votre message est arrivé au centre. Sa référence : %s.

              Débranchez du réseau ce qui est touché, laissez-le allumé, et dites-nous où vous \
              rappeler :
              %s

              Si l’attaquant lit peut-être cette messagerie, changez le lien depuis cette page, ou \
              appelez-nous. Si vous n’avez rien envoyé, ignorez ce message.
              """
                  .formatted(report.reference(), link),
              at);
      case EN ->
          letter(
              report,
              "Bastide: your message has arrived " + mark(report, mailSecret),
              """
              Hello,

              Your message has reached the centre. Its reference: %s.

              Unplug from the network what is hit, leave it on, and tell us where to call you back:
              %s

              If the attacker may read this mailbox, change the link on that page, or call us. If \
              you sent nothing, ignore this message.
              """
                  .formatted(report.reference(), link),
              at);
    };
  }

  /// The note in the conversation that a letter left: by its identifier an answer finds its way
  /// back.
  static Message note(Report report, Letter letter) {
    return new Message(
        UUID.randomUUID(),
        report.id(),
        Message.Author.HOUSE,
        "Bastide",
        "",
        letter.at(),
        Message.Standing.PROVEN,
        Optional.of(new Message.Mail(letter.messageId(), letter.subject(), "")));
  }

  private static Letter letter(Report report, String subject, String text, Instant at) {
    Language language = report.language();
    return new Letter(UUID.randomUUID(), report.mail(), language, subject, text, at);
  }
}

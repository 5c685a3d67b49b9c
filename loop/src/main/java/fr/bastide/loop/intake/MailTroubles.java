package fr.bastide.loop.intake;

/// Says to operators what of a mail could not be read.
final class MailTroubles {

  private MailTroubles() {}

  /// The text of a mail, after what is to be known of it.
  static String text(Incoming mail) {
    StringBuilder text = new StringBuilder();
    for (Incoming.Trouble trouble : Incoming.Trouble.values()) {
      if (mail.troubles().contains(trouble)) {
        text.append('[').append(said(trouble)).append("]\n\n");
      }
    }
    return text.append(mail.text()).toString();
  }

  private static String said(Incoming.Trouble trouble) {
    return switch (trouble) {
      case TOO_LARGE ->
          "Message trop gros pour être repris ici : il est resté entier dans la boîte du centre."
              + " Too large to be taken in here: it stays whole in the centre’s mailbox.";
      case BROKEN ->
          "Message mal formé : des parties peuvent manquer, le message entier est joint."
              + " Malformed: parts may be missing, the whole message is attached.";
      case CUT ->
          "Trop de pièces pour être toutes séparées : le message entier est joint."
              + " Too many parts to be taken apart: the whole message is attached.";
    };
  }
}

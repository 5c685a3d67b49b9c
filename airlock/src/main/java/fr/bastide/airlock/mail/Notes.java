package fr.bastide.airlock.mail;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Words;
import fr.bastide.airlock.internal.LeavingNames;
import fr.bastide.airlock.internal.Resources;
import fr.bastide.kernel.Text;
import java.util.Map;
import java.util.Optional;

/// What a message says to its reader about itself, from `mail/notes.yaml`, in French and then in
/// English.
final class Notes {

  private static final Map<String, Object> DATA = Resources.mapping("mail/notes.yaml", "notes");

  private Notes() {}

  static Text text(String key) {
    Map<String, Object> both = Resources.mapping(DATA, key);
    return new Text(Resources.string(both, "fr"), Resources.string(both, "en"));
  }

  /// What stands in the place of a file that did not pass.
  static MailPart.File refused(String name, Reason reason) {
    Words.OfReason words = Words.of(reason);
    String shown = HeaderText.plain(name);
    Text what = text("refused");
    String page =
        what.fr().formatted(shown)
            + "\n"
            + words.what().fr()
            + " "
            + words.ask().fr()
            + "\n\n"
            + what.en().formatted(shown)
            + "\n"
            + words.what().en()
            + " "
            + words.ask().en()
            + "\n";
    return new MailPart.File(
        ContentType.TEXT,
        noteName(shown),
        Charsets.bytes(Lines.canonical(page)),
        true,
        Optional.empty(),
        Optional.empty());
  }

  private static String noteName(String shown) {
    String stem = shown.isEmpty() ? "fichier" : shown;
    return LeavingNames.name(stem + text("refused-name").fr() + ".txt", ContentType.TEXT);
  }
}

package fr.bastide.airlock.mail;

import fr.bastide.airlock.internal.Resources;
import fr.bastide.kernel.Text;
import java.util.Locale;
import java.util.Map;

/// Something about the sender that its reader should know.
///
/// @param kind what it is
/// @param shown the name or domain it is about, made plain
public record SenderMark(Kind kind, String shown) {

  private static final String FILE = "mail/marks.yaml";

  /// What it is; the words are in `mail/marks.yaml`.
  public enum Kind {
    /// The body's own domain, from outside and unproven.
    OWN_DOMAIN,
    /// A domain that looks like one of the body's.
    LOOKALIKE_DOMAIN,
    /// A name of the body before an address that is not the body's.
    OWN_NAME,
    /// A name that shows another address than the one behind it.
    ADDRESS_IN_NAME,
    /// A domain in letters of several alphabets.
    MIXED_SCRIPTS,
    /// A domain that asks for proof, and none was there.
    UNPROVEN;

    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One sentence for people.
  public Text text() {
    Text words = both(Resources.mapping(Resources.mapping(FILE, "marks"), kind.id()));
    return new Text(words.fr().formatted(shown), words.en().formatted(shown));
  }

  static Text words(String key) {
    return both(Resources.mapping(FILE, key));
  }

  private static Text both(Map<String, Object> data) {
    return new Text(Resources.string(data, "fr"), Resources.string(data, "en"));
  }
}

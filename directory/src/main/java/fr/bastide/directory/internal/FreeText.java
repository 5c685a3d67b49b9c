package fr.bastide.directory.internal;

import fr.bastide.kernel.Text;
import java.util.Optional;

/// What is asked of any text that people write in a file.
final class FreeText {

  private FreeText() {}

  /// What is wrong with a text, if something is: too long, or characters that nobody sees. Half of
  /// a surrogate pair counts as such: it cannot be written in UTF-8.
  static Optional<Text> wrong(String text, int most) {
    String stripped = text.strip();
    if (stripped.length() > most) {
      return Optional.of(
          new Text(
              "Ce texte est trop long\u00a0: " + most + " caractères au plus.",
              "This text is too long: " + most + " characters at most."));
    }
    boolean unseen =
        stripped
            .codePoints()
            .anyMatch(c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE
                    || Character.getType(c) == Character.FORMAT);
    return unseen
        ? Optional.of(
            new Text(
                "Ce texte contient un retour à la ligne ou un caractère invisible\u00a0:"
                    + " retirez-le.",
                "This text contains a line break or an invisible character: remove it."))
        : Optional.empty();
  }
}

package fr.bastide.loop;

import fr.bastide.kernel.Text;

/// Text that people type freely, looked at before it is kept.
public final class FreeText {

  private FreeText() {}

  /// Passes or throws.
  ///
  /// @param field the field concerned, as the API names it
  /// @param most the longest that is kept, in characters
  /// @throws Invalid when it is longer, or cannot be kept
  public static void require(String field, String text, int most) {
    if (text.length() > most) {
      throw new Invalid(
          field,
          new Text(
              "Ce texte est trop long\u00a0: %d caractères au plus.".formatted(most),
              "This text is too long: %d characters at most.".formatted(most)));
    }
    if (!keepable(text)) {
      throw new Invalid(
          field,
          new Text(
              "Ce texte contient des caractères de commande ou incomplets. Retapez-le.",
              "This text holds control characters or incomplete ones. Type it again."));
    }
  }

  /// Whether a text can be kept: no control character but tabs and line breaks, no half of a
  /// character.
  public static boolean keepable(String text) {
    return text.codePoints().allMatch(FreeText::keepable);
  }

  private static boolean keepable(int c) {
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    return !half && !control;
  }
}

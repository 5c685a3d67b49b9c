package fr.bastide.loop.intake;

import fr.bastide.kernel.Text;

/// Mail addresses as people type them.
final class Addresses {

  /// What is said of one to which no letter can go.
  static final Text WRONG =
      new Text(
          "Indiquez une adresse de messagerie, comme prenom.nom@exemple.fr.",
          "Give a mail address, such as first.last@example.org.");

  private static final int LONGEST = 254;

  private Addresses() {}

  /// Whether a letter may be sent there: one address, without a name, a space or a line break.
  static boolean plausible(String address) {
    int at = address.indexOf('@');
    return at > 0
        && at == address.lastIndexOf('@')
        && address.length() <= LONGEST
        && address.indexOf('.', at) > at + 1
        && !address.endsWith(".")
        && address.chars().allMatch(Addresses::usual);
  }

  private static boolean usual(int c) {
    return c > ' ' && c != 0x7f && c < 0x80 && "\"(),:;<>[\\]".indexOf(c) < 0;
  }
}

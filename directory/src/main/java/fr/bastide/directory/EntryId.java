package fr.bastide.directory;

import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Text;

/// The identifier of a provider, a solution or a group in a directory, readable in a URL, such as
/// `seclab`.
///
/// @param value 2 to 60 characters: lower-case letters, digits, hyphens; a letter or digit first
public record EntryId(String value) implements Comparable<EntryId> {

  /// What is asked of an identifier, for people.
  public static final Text RULE =
      new Text(
          "Un identifiant compte 2 à 60 lettres minuscules sans accent, chiffres ou traits d’union.",
          "An identifier has 2 to 60 lower-case letters, digits or hyphens.");

  public EntryId {
    if (!valid(value)) {
      throw new InvalidIdentifier(RULE);
    }
  }

  /// Whether this is the form of an identifier.
  public static boolean valid(String value) {
    return value.length() >= 2
        && value.length() <= 60
        && value.charAt(0) != '-'
        && value.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }

  @Override
  public int compareTo(EntryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

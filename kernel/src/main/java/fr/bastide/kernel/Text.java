package fr.bastide.kernel;

/// A text in both languages of the house; neither may be blank.
///
/// @param fr the French wording, the one that counts
/// @param en the English wording
public record Text(String fr, String en) {

  public Text {
    if (fr.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a text needs its French and its English wording");
    }
  }

  /// The wording in one language.
  public String in(Language language) {
    return switch (language) {
      case FR -> fr;
      case EN -> en;
    };
  }
}

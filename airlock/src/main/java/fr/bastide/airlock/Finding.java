package fr.bastide.airlock;

/// Something taken out of a file, or changed in it.
///
/// @param threat what it was
/// @param where a place that a technician finds again: `page 3`, `word/document.xml`,
///   `annexes.zip/devis.pdf: page 1`; never content of the file itself, and at most 200 characters
/// @param count how many times, at least 1
public record Finding(Threat threat, String where, int count) {

  private static final int MAX_WHERE = 200;

  public Finding {
    if (count < 1) {
      throw new IllegalArgumentException("a finding was found at least once");
    }
    if (where.length() > MAX_WHERE) {
      where = where.substring(0, MAX_WHERE);
    }
  }

  public Finding(Threat threat, String where) {
    this(threat, where, 1);
  }

  /// The same finding seen from the archive or the mail that holds the file.
  public Finding within(String holder) {
    return new Finding(threat, holder + "/" + where, count);
  }
}

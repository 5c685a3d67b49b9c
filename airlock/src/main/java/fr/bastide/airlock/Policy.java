package fr.bastide.airlock;

/// What may cross and what happens to the rest: read from `policies/*.yaml`, or from the operator's
/// own file of the same schema.
///
/// @param name `strict`, `standard`, `lenient`, or the operator's own
/// @param version changes whenever a rule changes; stands in each receipt
/// @param links which links stay
/// @param metadata whether author, dates and titles stay
/// @param comments whether comments and tracked changes stay
/// @param forms whether form fields stay, as plain fields
/// @param formulas whether spreadsheet formulas stay (only those that reach nothing outside)
/// @param signed what happens to a signed file
/// @param pixels whether a file that cannot be rebuilt may leave as pictures of its pages
/// @param members what becomes of an archive of which a file is refused
/// @param xml what happens to XML data of no kind that the airlock knows
/// @param limits the bounds
public record Policy(
    String name,
    String version,
    Links links,
    boolean metadata,
    boolean comments,
    boolean forms,
    boolean formulas,
    Signed signed,
    boolean pixels,
    Members members,
    Xml xml,
    Limits limits) {

  /// The same policy, with pages as pictures where a file cannot be rebuilt.
  public Policy withPixels() {
    return new Policy(
        name, version, links, metadata, comments, forms, formulas, signed, true, members, xml,
        limits);
  }

  /// Which links stay in what leaves; links inside a document always do.
  public enum Links {
    /// None: the words stay, the link goes.
    NONE,
    /// `http`, `https` and `mailto`, to a plain host name.
    WEB
  }

  /// What happens to a file with a digital signature, which a rebuild would break.
  public enum Signed {
    /// It is refused, held, and may pass untouched once two people agreed.
    QUARANTINE,
    /// It is rebuilt, with a statement that its signature was valid when it arrived.
    REBUILD
  }

  /// What becomes of an archive of which a file is refused for itself.
  public enum Members {
    /// The file stays out, which the receipt tells, and the others leave.
    DROP,
    /// The archive is refused.
    REFUSE
  }

  /// What happens to XML data: what a program does with it depends on the program alone.
  public enum Xml {
    /// It is written anew, without what makes programs act.
    REBUILD,
    /// It is refused.
    REFUSE
  }

  /// The bounds of one item.
  ///
  /// @param bytes size of the file, and of what leaves
  /// @param inflated bytes in all that its compressed parts may yield
  /// @param ratio how many times its size a compressed part may yield, beyond a first megabyte
  /// @param parts parts, members, objects at most
  /// @param depth files within files
  /// @param pages pages, sheets or slides
  /// @param pixels pixels of one picture
  /// @param seconds time of a worker on one item
  public record Limits(
      long bytes,
      long inflated,
      int ratio,
      int parts,
      int depth,
      int pages,
      long pixels,
      int seconds) {}
}

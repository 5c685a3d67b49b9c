package fr.bastide.airlock.flow;

/// How much one sender may put into a flow.
///
/// @param filesPerDay files of one sender in one day
/// @param bytesPerDay bytes of one sender in one day
/// @param largest bytes of one file
public record Quota(int filesPerDay, long bytesPerDay, long largest) {

  /// The largest file that crosses the link, in megabytes.
  public static final int MOST_MEGABYTES = 64;

  /// Bytes of a megabyte, as people count.
  public static final long MEGABYTE = 1_000_000;

  /// What holds where the file says nothing.
  public static final Quota STANDARD =
      new Quota(1_000, 2_000 * MEGABYTE, MOST_MEGABYTES * MEGABYTE);
}

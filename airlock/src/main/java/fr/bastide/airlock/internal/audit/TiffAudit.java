package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import java.util.HashSet;
import java.util.Set;

/// The directories of a TIFF: few, without a loop, and with what they name inside the file.
final class TiffAudit {

  private static final int PAGES = 10_000;
  private static final int XMP = 700;
  private static final int IPTC = 33_723;
  private static final int PHOTOSHOP = 34_377;
  private static final int EXIF = 34_665;
  private static final int GPS = 34_853;
  private static final Set<Integer> METADATA = Set.of(XMP, IPTC, PHOTOSHOP, EXIF, GPS);

  private TiffAudit() {}

  static void look(Bytes bytes, Remains remains) {
    boolean little = bytes.is(0, "II");
    Set<Long> seen = new HashSet<>();
    long place = long32(bytes, 4, little);
    while (place != 0) {
      if (!seen.add(place) || seen.size() > PAGES) {
        throw new AuditFailure("a loop of pages");
      }
      int entries = short16(bytes, place, little);
      for (int i = 0; i < entries; i++) {
        long entry = place + 2 + 12L * i;
        int tag = short16(bytes, entry, little);
        long32(bytes, entry + 8, little);
        if (METADATA.contains(tag) && !remains.policy().metadata()) {
          remains.add(Threat.METADATA, "tiff");
        }
      }
      place = long32(bytes, place + 2 + 12L * entries, little);
    }
    if (seen.isEmpty()) {
      throw new AuditFailure("no page");
    }
  }

  private static int short16(Bytes bytes, long place, boolean little) {
    return little ? bytes.little16(place) : bytes.big16(place);
  }

  private static long long32(Bytes bytes, long place, boolean little) {
    return little ? bytes.little32(place) : bytes.big32(place);
  }
}

package fr.bastide.loop.intake;

import fr.bastide.loop.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// When the centre answers, as the lead of the CSIRT wrote it. Port.
public interface OpeningTimes {

  /// What was written last, if anything was.
  Optional<Kept> find();

  /// Replaces it.
  ///
  /// @param fields as [WrittenHours] has them
  /// @param seen the version that the person saw, 0 for none
  /// @return whether that one still stood; if not, nothing was kept
  boolean replace(Map<String, String> fields, int seen, AccountId by, Instant at);

  /// What is kept.
  ///
  /// @param fields as [WrittenHours] has them
  /// @param version how often it was written
  record Kept(Map<String, String> fields, int version) {

    public Kept {
      fields = Map.copyOf(fields);
    }
  }
}

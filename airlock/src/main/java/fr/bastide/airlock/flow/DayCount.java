package fr.bastide.airlock.flow;

import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Counts what each sender put into each flow on one day, against the flow's quota. One object
/// serves one thread at a time.
public final class DayCount {

  private record Key(String flow, String sender) {}

  private record Sum(int files, long bytes) {}

  private static final Sum NOTHING = new Sum(0, 0);

  private final Map<Key, Sum> sums = new HashMap<>();
  private LocalDate day;

  /// @param day the day that is counted; another one begins anew
  public DayCount(LocalDate day) {
    this.day = day;
  }

  /// Why a sender may not put in a file of this size today; empty when they may.
  public Optional<Text> refusal(Flow flow, String sender, long bytes, LocalDate today) {
    Quota quota = flow.quota();
    Sum sum = today.equals(day) ? sums.getOrDefault(new Key(flow.id(), sender), NOTHING) : NOTHING;
    if (bytes > quota.largest()) {
      long most = quota.largest() / Quota.MEGABYTE;
      return Optional.of(
          new Text(
              "Ce fichier est trop grand\u00a0: %d\u00a0Mo au plus. Partagez-le en plusieurs."
                  .formatted(most),
              "This file is too large: %d MB at most. Split it.".formatted(most)));
    }
    if (sum.files() >= quota.filesPerDay()) {
      return Optional.of(
          new Text(
              "Vous avez déposé %d fichiers aujourd’hui, c’est la limite de ce flux. Revenez demain ou appelez votre correspondant."
                  .formatted(sum.files()),
              "You put in %d files today, which is the bound of this flow. Come back tomorrow or call your contact."
                  .formatted(sum.files())));
    }
    if (sum.bytes() + bytes > quota.bytesPerDay()) {
      return Optional.of(
          new Text(
              "Ce dépôt dépasserait les %d\u00a0Mo par jour de ce flux. Revenez demain ou appelez votre correspondant."
                  .formatted(quota.bytesPerDay() / Quota.MEGABYTE),
              "This would exceed the %d MB a day of this flow. Come back tomorrow or call your contact."
                  .formatted(quota.bytesPerDay() / Quota.MEGABYTE)));
    }
    return Optional.empty();
  }

  /// Counts a file that was taken.
  public void count(String flow, String sender, long bytes, LocalDate today) {
    if (!today.equals(day)) {
      sums.clear();
      day = today;
    }
    sums.merge(
        new Key(flow, sender),
        new Sum(1, bytes),
        (a, b) -> new Sum(a.files() + b.files(), a.bytes() + b.bytes()));
  }

  /// Files and bytes of a flow on the counted day, of all senders.
  public Total total(String flow, LocalDate today) {
    int files = 0;
    long bytes = 0;
    if (today.equals(day)) {
      for (Map.Entry<Key, Sum> one : sums.entrySet()) {
        if (one.getKey().flow().equals(flow)) {
          files += one.getValue().files();
          bytes += one.getValue().bytes();
        }
      }
    }
    return new Total(files, bytes);
  }

  /// @param files how many
  /// @param bytes of them all
  public record Total(int files, long bytes) {}
}

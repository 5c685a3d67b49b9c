package fr.bastide.airlock.worker;

import fr.bastide.airlock.Disarmers;

/// How a workshop is staffed.
///
/// @param disarming workers that rebuild
/// @param auditing workers that audit; they never see an original
/// @param megabytes heap of one worker
/// @param items files after which a worker is replaced by a fresh one
/// @param crafts name of the [Crafts] that workers are started with
public record Settings(int disarming, int auditing, int megabytes, int items, String crafts) {

  private static final int MEGABYTES = 512;
  private static final int ITEMS = 2000;
  private static final int MOST = 8;

  public Settings {
    if (disarming < 1 || auditing < 1 || megabytes < 32 || items < 1) {
      throw new IllegalArgumentException("a workshop needs workers, with memory, for some items");
    }
  }

  /// As many workers as this machine has processors, half as many auditors, 512 MB each.
  public static Settings standard() {
    int processors = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
    return new Settings(
        processors, Math.max(1, processors / 2), MEGABYTES, ITEMS, Disarmers.class.getName());
  }

  public Settings withCrafts(Class<? extends Crafts> other) {
    return new Settings(disarming, auditing, megabytes, items, other.getName());
  }

  public Settings withWorkers(int more) {
    return new Settings(more, Math.max(1, more / 2), megabytes, items, crafts);
  }

  public Settings withItems(int other) {
    return new Settings(disarming, auditing, megabytes, other, crafts);
  }

  public Settings withMegabytes(int other) {
    return new Settings(disarming, auditing, other, items, crafts);
  }
}

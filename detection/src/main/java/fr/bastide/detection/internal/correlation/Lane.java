package fr.bastide.detection.internal.correlation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The groups of one correlation within one tenant, by key and by how lately they were used.
final class Lane {

  private static final int SMALLEST = 16;

  final Plan plan;
  final String tenant;
  int size;
  int events;
  @Nullable Group oldest;
  @Nullable Group newest;

  private @Nullable Group[] table = new Group[SMALLEST];

  Lane(Plan plan, String tenant) {
    this.plan = plan;
    this.tenant = tenant;
  }

  /// The group with this key, now the one used last.
  @Nullable Group find(long hash, byte[] bytes, int length) {
    Group group = table[slot(hash)];
    while (group != null) {
      if (group.hash == hash && Arrays.equals(group.key, 0, group.key.length, bytes, 0, length)) {
        if (group != newest) {
          unlink(group);
          link(group);
        }
        return group;
      }
      group = group.chained;
    }
    return null;
  }

  void add(Group group) {
    if (size == table.length) {
      grow();
    }
    int slot = slot(group.hash);
    group.chained = table[slot];
    table[slot] = group;
    link(group);
    size++;
  }

  void remove(Group group) {
    int slot = slot(group.hash);
    Group before = null;
    Group at = table[slot];
    while (at != null && at != group) {
      before = at;
      at = at.chained;
    }
    if (before == null) {
      table[slot] = group.chained;
    } else {
      before.chained = group.chained;
    }
    unlink(group);
    size--;
    events -= group.size();
  }

  private int slot(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (table.length - 1);
  }

  private void grow() {
    table = new Group[2 * table.length];
    for (Group group = oldest; group != null; group = group.newer) {
      int slot = slot(group.hash);
      group.chained = table[slot];
      table[slot] = group;
    }
  }

  private void link(Group group) {
    group.older = newest;
    group.newer = null;
    if (newest == null) {
      oldest = group;
    } else {
      newest.newer = group;
    }
    newest = group;
  }

  private void unlink(Group group) {
    Group before = group.older;
    Group after = group.newer;
    if (before == null) {
      oldest = after;
    } else {
      before.newer = after;
    }
    if (after == null) {
      newest = before;
    } else {
      after.older = before;
    }
  }
}

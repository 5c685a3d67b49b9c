package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.FieldNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The entries of the data, found by what events have. Immutable, shared between threads.
///
/// Each block of conditions has one witness: of its conditions the one that the fewest blocks share
/// (EventID 4688 rather than Channel Security). Only the events with the witness look at the block.
public final class Tables {

  /// How many stages entries may have.
  static final int STAGES = 3;

  final FieldNames names;
  final List<Entry> entries;
  final Set<String> alone;
  final int product;
  final int category;
  final int service;
  private final int fields;
  private final List<Probe[]> probes = new ArrayList<>();

  private Tables(FieldNames names, List<Entry> entries, Set<String> alone) {
    this.names = names;
    this.entries = entries;
    this.alone = alone;
    this.product = names.id("product");
    this.category = names.id("category");
    this.service = names.id("service");
    this.fields = names.size();
    for (int stage = 1; stage <= STAGES; stage++) {
      probes.add(probes(stage));
    }
  }

  /// The built-in data with the numbers of these names.
  public static Tables builtin(FieldNames names) {
    MappingFiles files = MappingFiles.builtin();
    EntryReader reader = new EntryReader(names);
    return new Tables(names, files.entries().stream().map(reader::read).toList(), files.alone());
  }

  /// One more than the highest number of a field that the data name.
  int fields() {
    return fields;
  }

  /// What the fields can wake in a stage, by their number; fields beyond the end wake nothing.
  @Nullable Probe[] stage(int stage) {
    return probes.get(stage - 1);
  }

  private Probe[] probes(int stage) {
    List<Block> blocks = new ArrayList<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.get(entry).stage() == stage) {
        for (List<Condition> when : entries.get(entry).when()) {
          blocks.add(new Block(entry, when));
        }
      }
    }
    Map<String, Integer> shared = shares(blocks);
    TreeMap<Integer, Probe.Maker> makers = new TreeMap<>();
    for (Block block : blocks) {
      Condition witness = witness(block, shared);
      Probe.Maker maker = makers.computeIfAbsent(witness.field(), _ -> new Probe.Maker());
      if (witness.test() == Condition.Test.IS) {
        witness.values().forEach(value -> maker.at(value, block));
      } else {
        maker.always(block);
      }
    }
    int size = makers.isEmpty() ? 0 : makers.lastKey() + 1;
    Probe[] byField = new Probe[size];
    makers.forEach((field, maker) -> byField[field] = maker.make());
    return byField;
  }

  private static Condition witness(Block block, Map<String, Integer> shared) {
    Condition best = block.conditions().getFirst();
    int least = Integer.MAX_VALUE;
    for (Condition condition : block.conditions()) {
      int most = 0;
      for (String share : shareNames(condition)) {
        most = Math.max(most, shared.getOrDefault(share, 0));
      }
      if (!condition.needsNothing() && most < least) {
        best = condition;
        least = most;
      }
    }
    return best;
  }

  private static Map<String, Integer> shares(List<Block> blocks) {
    Map<String, Integer> shared = new HashMap<>();
    for (Block block : blocks) {
      for (Condition condition : block.conditions()) {
        shareNames(condition).forEach(name -> shared.merge(name, 1, Integer::sum));
      }
    }
    return shared;
  }

  /// Under which names blocks share a condition: field and value, or the field alone, which every
  /// event with the field has and which therefore weighs more.
  private static List<String> shareNames(Condition condition) {
    if (condition.test() != Condition.Test.IS) {
      return List.of(condition.field() + " present");
    }
    return condition.values().stream()
        .map(value -> condition.field() + Arrays.toString(value))
        .toList();
  }
}

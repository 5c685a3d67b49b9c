package fr.bastide.airlock.flow;

import java.util.List;
import java.util.function.Function;

/// Where the steps are written down, one after the other, never changed: the port that an adapter
/// keeps on a disk.
public interface Ledger {

  /// Every step so far, in order.
  List<FlowEvent> events();

  /// Where things stand now.
  Standing standing();

  /// Decides on what stands now and, when it is a step, writes it down before anybody else decides.
  Decision decide(Function<Standing, Decision> wish);
}

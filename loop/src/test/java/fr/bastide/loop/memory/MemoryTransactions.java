package fr.bastide.loop.memory;

import fr.bastide.loop.Transactions;
import fr.bastide.loop.access.Caller;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One at a time; when the work fails, all is as it was before. Sees to no right: that is the
/// gate's.
public final class MemoryTransactions implements Transactions {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Undoable> stores;

  MemoryTransactions(List<Undoable> stores) {
    this.stores = List.copyOf(stores);
  }

  @Override
  public <T> T inside(Caller caller, Supplier<T> work) {
    return asHouse(work);
  }

  @Override
  public <T> T asHouse(Supplier<T> work) {
    lock.lock();
    try {
      return lock.getHoldCount() > 1 ? work.get() : outermost(work);
    } finally {
      lock.unlock();
    }
  }

  private <T> T outermost(Supplier<T> work) {
    List<Runnable> before = stores.stream().map(Undoable::remember).toList();
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (!done) {
        before.forEach(Runnable::run);
      }
    }
  }
}

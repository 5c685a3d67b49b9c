package fr.bastide.airlock.internal.confinement;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Takes from the calling thread, and from what it starts, what a worker never needs.
final class Privileges {

  private static final int NOBODY = 65_534;
  private static final int NEW_NETWORK = 0x40000000;
  private static final int NEW_IPC = 0x08000000;
  private static final int NO_NEW_PRIVILEGES = 38;
  private static final int SECURE_BITS = 28;

  /// `NOROOT`, `NO_SETUID_FIXUP` and `NO_CAP_AMBIENT_RAISE`, each with its lock.
  private static final int ROOT_IS_NOBODY = 0xcf;

  private static final int CAPABILITIES_V3 = 0x20080522;
  private static final int LIMIT_FILE_SIZE = 1;
  private static final int LIMIT_CORE = 4;
  private static final int LIMIT_OPEN_FILES = 7;
  private static final int OPEN_FILES = 256;

  private final Kernel kernel;
  private final Machine machine;

  Privileges(Kernel kernel, Machine machine) {
    this.kernel = kernel;
    this.machine = machine;
  }

  /// No file grows, no core is dumped, few files are open.
  void limit() {
    limit(LIMIT_FILE_SIZE, 0);
    limit(LIMIT_CORE, 0);
    limit(LIMIT_OPEN_FILES, OPEN_FILES);
  }

  private void limit(int what, long most) {
    MemorySegment both = kernel.memory(16);
    both.set(ValueLayout.JAVA_LONG, 0, most);
    both.set(ValueLayout.JAVA_LONG, 8, most);
    kernel.call(machine.prlimit, 0, what, both.address(), 0);
  }

  /// Leaves the network and the shared memory of the house; only root may.
  void leaveTheHouse() {
    kernel.call(machine.unshare, NEW_NETWORK | NEW_IPC);
  }

  /// Becomes nobody when root, and in any case gives every capability up for good.
  ///
  /// @param becomeNobody whether what the worker reads can be read by everybody
  void giveUp(boolean becomeNobody) {
    kernel.call(machine.prctl, SECURE_BITS, ROOT_IS_NOBODY, 0, 0, 0);
    if (becomeNobody) {
      kernel.call(machine.setgroups, 0, 0);
      kernel.call(machine.setresgid, NOBODY, NOBODY, NOBODY);
      kernel.call(machine.setresuid, NOBODY, NOBODY, NOBODY);
    }
    MemorySegment header = kernel.memory(8);
    header.set(ValueLayout.JAVA_INT, 0, CAPABILITIES_V3);
    kernel.call(machine.capset, header.address(), kernel.memory(24).address());
    kernel.call(machine.prctl, NO_NEW_PRIVILEGES, 1, 0, 0, 0);
  }
}

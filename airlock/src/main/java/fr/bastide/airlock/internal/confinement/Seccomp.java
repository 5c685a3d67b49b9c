package fr.bastide.airlock.internal.confinement;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// A filter of system calls over every thread of this process: no socket, no other process, no
/// change to a file's rights, no door of the kernel that rebuilding a document does not need.
///
/// Source: `include/uapi/linux/seccomp.h`, `filter.h`.
final class Seccomp {

  private static final int SET_FILTER = 1;
  private static final int EVERY_THREAD = 1;
  private static final int ALLOW = 0x7fff0000;
  private static final int REFUSE = 0x00050000;
  private static final int KILL = 0x80000000;
  private static final int EPERM = 1;
  private static final int ENOSYS = 38;

  private static final short LOAD = 0x20;
  private static final short IS = 0x15;
  private static final short AT_LEAST = 0x35;
  private static final short HAS_BITS = 0x45;
  private static final short RETURN = 0x06;

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;
  private static final int CLONE_THREAD = 0x10000;

  /// Numbers from here on belong to the x32 interface.
  private static final int OTHER_INTERFACE = 0x40000000;

  private record Instruction(short code, int ifTrue, int ifFalse, int value) {}

  private final Kernel kernel;
  private final Machine machine;

  Seccomp(Kernel kernel, Machine machine) {
    this.kernel = kernel;
    this.machine = machine;
  }

  /// Puts the filter on; whether the kernel did.
  ///
  /// @param pid this process, the only one whose threads may be signalled
  boolean confine(long pid) {
    List<Instruction> program = program((int) pid);
    MemorySegment code = kernel.memory(8L * program.size());
    for (int i = 0; i < program.size(); i++) {
      Instruction one = program.get(i);
      code.set(ValueLayout.JAVA_SHORT, 8L * i, one.code());
      code.set(ValueLayout.JAVA_BYTE, 8L * i + 2, (byte) one.ifTrue());
      code.set(ValueLayout.JAVA_BYTE, 8L * i + 3, (byte) one.ifFalse());
      code.set(ValueLayout.JAVA_INT, 8L * i + 4, one.value());
    }
    MemorySegment filter = kernel.memory(16);
    filter.set(ValueLayout.JAVA_SHORT, 0, (short) program.size());
    filter.set(ValueLayout.JAVA_LONG, 8, code.address());
    return kernel.call(machine.seccomp, SET_FILTER, EVERY_THREAD, filter.address()) == 0;
  }

  private List<Instruction> program(int pid) {
    List<Instruction> program = new ArrayList<>();
    program.add(new Instruction(LOAD, 0, 0, ARCHITECTURE));
    program.add(new Instruction(IS, 1, 0, machine.mark));
    program.add(new Instruction(RETURN, 0, 0, KILL));
    program.add(new Instruction(LOAD, 0, 0, NUMBER));
    program.add(new Instruction(AT_LEAST, 0, 1, OTHER_INTERFACE));
    program.add(new Instruction(RETURN, 0, 0, REFUSE | EPERM));
    for (int forbidden : ForbiddenCalls.of(machine)) {
      program.add(new Instruction(IS, 0, 1, forbidden));
      program.add(new Instruction(RETURN, 0, 0, REFUSE | EPERM));
    }
    // Its flags cannot be seen by a filter; the C library then falls back to the older call.
    program.add(new Instruction(IS, 0, 1, Machine.CLONE3));
    program.add(new Instruction(RETURN, 0, 0, REFUSE | ENOSYS));
    program.add(new Instruction(IS, 0, 4, machine.clone));
    program.add(new Instruction(LOAD, 0, 0, FIRST_ARGUMENT));
    program.add(new Instruction(HAS_BITS, 1, 0, CLONE_THREAD));
    program.add(new Instruction(RETURN, 0, 0, REFUSE | EPERM));
    program.add(new Instruction(RETURN, 0, 0, ALLOW));
    program.add(new Instruction(IS, 0, 3, machine.tgkill));
    program.add(new Instruction(LOAD, 0, 0, FIRST_ARGUMENT));
    program.add(new Instruction(IS, 1, 0, pid));
    program.add(new Instruction(RETURN, 0, 0, REFUSE | EPERM));
    program.add(new Instruction(RETURN, 0, 0, ALLOW));
    return program;
  }
}

package fr.bastide.airlock.internal.confinement;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// System calls of Linux, made for the calling thread alone, as the C library's `syscall` makes
/// them.
final class Kernel {

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final MethodHandle syscall;
  private final Arena arena;
  private final MemorySegment state;

  /// Calls whose memory lives as long as the arena.
  ///
  /// @throws UnsupportedOperationException where the C library cannot be reached
  @SuppressWarnings("restricted") // the whole of the native access there is
  Kernel(Arena arena) {
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
    this.arena = arena;
    this.state = arena.allocate(STATE);
    this.syscall =
        linker.downcallHandle(
            linker.defaultLookup().find("syscall").orElseThrow(UnsupportedOperationException::new),
            FunctionDescriptor.of(word, word, word, word, word, word, word),
            Linker.Option.firstVariadicArg(1),
            Linker.Option.captureCallState("errno"));
  }

  /// One call with up to five arguments.
  ///
  /// @return what the kernel returned, or the negated error number
  long call(int number, long... arguments) {
    long[] a = java.util.Arrays.copyOf(arguments, 5);
    try {
      long result = (long) syscall.invokeExact(state, (long) number, a[0], a[1], a[2], a[3], a[4]);
      return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (Throwable unforeseen) {
      throw new IllegalStateException("system call " + number, unforeseen);
    }
  }

  /// A C string.
  long string(String text) {
    return arena.allocateFrom(text).address();
  }

  /// A list of C strings, closed by a null pointer.
  long strings(java.util.List<String> texts) {
    MemorySegment list = arena.allocate(ValueLayout.JAVA_LONG, texts.size() + 1L);
    for (int i = 0; i < texts.size(); i++) {
      list.setAtIndex(ValueLayout.JAVA_LONG, i, string(texts.get(i)));
    }
    return list.address();
  }

  MemorySegment memory(long bytes) {
    return arena.allocate(bytes, 8);
  }
}

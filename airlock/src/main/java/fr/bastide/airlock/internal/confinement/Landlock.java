package fr.bastide.airlock.internal.confinement;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Landlock: from here on nothing may be written anywhere, nothing read but a few folders, no TCP
/// connection made, no process outside signalled.
///
/// Source: `include/uapi/linux/landlock.h`; a right is only asked for from the version on that
/// knows it.
final class Landlock {

  private static final long EXECUTE = 1;
  private static final long WRITE_FILE = 1 << 1;
  private static final long READ_FILE = 1 << 2;
  private static final long READ_DIR = 1 << 3;

  /// How many rights on files each version knows.
  private static final int[] RIGHTS = {0, 13, 14, 15, 15, 16};

  private static final int NETWORK_SINCE = 4;
  private static final int SCOPES_SINCE = 6;
  private static final long BOTH = 3;
  private static final int VERSION_ASKED = 1;
  private static final int PATH_BENEATH = 1;
  private static final int O_PATH_CLOEXEC = 0x200000 | 0x80000;
  private static final int AT_FDCWD = -100;

  private final Kernel kernel;
  private final Machine machine;

  Landlock(Kernel kernel, Machine machine) {
    this.kernel = kernel;
    this.machine = machine;
  }

  /// Confines the calling thread and what it starts; whether the kernel did.
  boolean confine(List<Path> readable) {
    int version = (int) kernel.call(Machine.LANDLOCK_CREATE, 0, 0, VERSION_ASKED);
    if (version < 1) {
      return false;
    }
    MemorySegment wanted = kernel.memory(24);
    wanted.set(ValueLayout.JAVA_LONG, 0, (1L << RIGHTS[Math.min(version, RIGHTS.length - 1)]) - 1);
    wanted.set(ValueLayout.JAVA_LONG, 8, version >= NETWORK_SINCE ? BOTH : 0);
    wanted.set(ValueLayout.JAVA_LONG, 16, version >= SCOPES_SINCE ? BOTH : 0);
    int size = version >= SCOPES_SINCE ? 24 : version >= NETWORK_SINCE ? 16 : 8;
    long rules = kernel.call(Machine.LANDLOCK_CREATE, wanted.address(), size, 0);
    if (rules < 0) {
      return false;
    }
    for (Path path : readable) {
      allow(rules, path, EXECUTE | READ_FILE | (Files.isDirectory(path) ? READ_DIR : 0));
    }
    allow(rules, Path.of("/dev/null"), READ_FILE | WRITE_FILE);
    return kernel.call(Machine.LANDLOCK_RESTRICT, rules, 0) == 0;
  }

  private void allow(long rules, Path path, long rights) {
    long file =
        kernel.call(machine.openat, AT_FDCWD, kernel.string(path.toString()), O_PATH_CLOEXEC, 0);
    if (file < 0) {
      return;
    }
    // The structure is packed: eight bytes of rights, four of the file's number.
    MemorySegment rule = kernel.memory(16);
    rule.set(ValueLayout.JAVA_LONG, 0, rights);
    rule.set(ValueLayout.JAVA_INT, 8, (int) file);
    kernel.call(Machine.LANDLOCK_ADD, rules, PATH_BENEATH, rule.address(), 0);
    kernel.call(machine.close, file);
  }
}

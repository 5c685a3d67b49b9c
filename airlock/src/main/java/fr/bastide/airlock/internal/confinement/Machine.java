package fr.bastide.airlock.internal.confinement;

import java.util.Locale;
import java.util.Optional;

/// The numbers of the system calls that confine, for the processors Linux servers run on.
///
/// Source: `arch/x86/entry/syscalls/syscall_64.tbl` and `include/uapi/asm-generic/unistd.h` of
/// Linux; `audit.h` for the architecture's mark.
enum Machine {
  X86_64(0xC000003E, 257, 3, 59, 157, 117, 119, 116, 126, 272, 302, 317, 56, 234),
  AARCH64(0xC00000B7, 56, 57, 221, 167, 147, 149, 159, 91, 97, 261, 277, 220, 131);

  static final int LANDLOCK_CREATE = 444;
  static final int LANDLOCK_ADD = 445;
  static final int LANDLOCK_RESTRICT = 446;
  static final int CLOSE_RANGE = 436;
  static final int CLONE3 = 435;

  final int mark;
  final int openat;
  final int close;
  final int execve;
  final int prctl;
  final int setresuid;
  final int setresgid;
  final int setgroups;
  final int capset;
  final int unshare;
  final int prlimit;
  final int seccomp;
  final int clone;
  final int tgkill;

  Machine(
      int mark,
      int openat,
      int close,
      int execve,
      int prctl,
      int setresuid,
      int setresgid,
      int setgroups,
      int capset,
      int unshare,
      int prlimit,
      int seccomp,
      int clone,
      int tgkill) {
    this.mark = mark;
    this.openat = openat;
    this.close = close;
    this.execve = execve;
    this.prctl = prctl;
    this.setresuid = setresuid;
    this.setresgid = setresgid;
    this.setgroups = setgroups;
    this.capset = capset;
    this.unshare = unshare;
    this.prlimit = prlimit;
    this.seccomp = seccomp;
    this.clone = clone;
    this.tgkill = tgkill;
  }

  /// The machine we run on, when it is one of these under Linux.
  static Optional<Machine> here() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return Optional.empty();
    }
    return switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }
}

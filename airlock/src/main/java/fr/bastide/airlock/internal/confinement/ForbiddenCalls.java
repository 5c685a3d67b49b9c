package fr.bastide.airlock.internal.confinement;

/// The system calls a worker never makes; `-1` where a machine has no such call.
///
/// Source: `arch/x86/entry/syscalls/syscall_64.tbl` and `include/uapi/asm-generic/unistd.h` of
/// Linux.
final class ForbiddenCalls {

  /// Name, number on x86-64, number on aarch64.
  private record Call(String name, int x86, int arm) {}

  private static final Call[] CALLS = {
    new Call("socket", 41, 198),
    new Call("socketpair", 53, 199),
    new Call("connect", 42, 203),
    new Call("bind", 49, 200),
    new Call("listen", 50, 201),
    new Call("accept", 43, 202),
    new Call("accept4", 288, 242),
    new Call("sendto", 44, 206),
    new Call("sendmsg", 46, 211),
    new Call("sendmmsg", 307, 269),
    new Call("recvmsg", 47, 212),
    new Call("fork", 57, -1),
    new Call("vfork", 58, -1),
    new Call("execve", 59, 221),
    new Call("execveat", 322, 281),
    new Call("ptrace", 101, 117),
    new Call("process_vm_readv", 310, 270),
    new Call("process_vm_writev", 311, 271),
    new Call("kill", 62, 129),
    new Call("tkill", 200, 130),
    new Call("pidfd_open", 434, 434),
    new Call("pidfd_getfd", 438, 438),
    new Call("pidfd_send_signal", 424, 424),
    new Call("mount", 165, 40),
    new Call("umount2", 166, 39),
    new Call("pivot_root", 155, 41),
    new Call("chroot", 161, 51),
    new Call("open_tree", 428, 428),
    new Call("move_mount", 429, 429),
    new Call("fsopen", 430, 430),
    new Call("fsmount", 432, 432),
    new Call("mount_setattr", 442, 442),
    new Call("setns", 308, 268),
    new Call("unshare", 272, 97),
    new Call("name_to_handle_at", 303, 264),
    new Call("open_by_handle_at", 304, 265),
    new Call("bpf", 321, 280),
    new Call("perf_event_open", 298, 241),
    new Call("userfaultfd", 323, 282),
    new Call("io_uring_setup", 425, 425),
    new Call("io_uring_enter", 426, 426),
    new Call("io_uring_register", 427, 427),
    new Call("add_key", 248, 217),
    new Call("request_key", 249, 218),
    new Call("keyctl", 250, 219),
    new Call("init_module", 175, 105),
    new Call("finit_module", 313, 273),
    new Call("delete_module", 176, 106),
    new Call("kexec_load", 246, 104),
    new Call("kexec_file_load", 320, 294),
    new Call("reboot", 169, 142),
    new Call("swapon", 167, 224),
    new Call("swapoff", 168, 225),
    new Call("syslog", 103, 116),
    new Call("acct", 163, 89),
    new Call("settimeofday", 164, 170),
    new Call("clock_settime", 227, 112),
    new Call("clock_adjtime", 305, 266),
    new Call("adjtimex", 159, 171),
    new Call("sethostname", 170, 161),
    new Call("setdomainname", 171, 162),
    new Call("iopl", 172, -1),
    new Call("ioperm", 173, -1),
    new Call("modify_ldt", 154, -1),
    new Call("personality", 135, 92),
    new Call("quotactl", 179, 60),
    new Call("memfd_create", 319, 279),
    new Call("fanotify_init", 300, 262),
    new Call("shmget", 29, 194),
    new Call("semget", 64, 190),
    new Call("msgget", 68, 186),
    new Call("mq_open", 240, 180),
    new Call("chmod", 90, -1),
    new Call("fchmod", 91, 52),
    new Call("fchmodat", 268, 53),
    new Call("fchmodat2", 452, 452),
    new Call("chown", 92, -1),
    new Call("lchown", 94, -1),
    new Call("fchown", 93, 55),
    new Call("fchownat", 260, 54),
    new Call("utime", 132, -1),
    new Call("utimes", 235, -1),
    new Call("futimesat", 261, -1),
    new Call("utimensat", 280, 88),
    new Call("setxattr", 188, 5),
    new Call("lsetxattr", 189, 6),
    new Call("fsetxattr", 190, 7),
    new Call("removexattr", 197, 14),
    new Call("lremovexattr", 198, 15),
    new Call("fremovexattr", 199, 16),
  };

  private ForbiddenCalls() {}

  /// Their numbers on a machine.
  static int[] of(Machine machine) {
    return java.util.Arrays.stream(CALLS)
        .mapToInt(call ->
            switch (machine) {
              case X86_64 -> call.x86();
              case AARCH64 -> call.arm();
            })
        .filter(number -> number >= 0)
        .toArray();
  }
}

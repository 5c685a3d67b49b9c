package fr.bastide.airlock.internal.confinement;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How a worker is started so that it is confined, and how it closes the last doors itself.
public final class Confinement {

  /// What the system is asked for; each step down is tried when a worker does not start.
  public enum Strength {
    /// Everything, and another user when we are root.
    NOBODY,
    /// Everything but another user.
    SAME_USER,
    /// Nothing but what the worker does itself.
    ITSELF;

    /// The next to try.
    public Strength weaker() {
      return this == NOBODY ? SAME_USER : ITSELF;
    }
  }

  /// What a Java machine reads besides its own home and the class path.
  private static final List<String> SYSTEM =
      List.of(
          "/lib",
          "/lib32",
          "/lib64",
          "/usr/lib",
          "/usr/lib64",
          "/usr/share/fonts",
          "/usr/share/fontconfig",
          "/usr/share/zoneinfo",
          "/etc/fonts",
          "/etc/ld.so.cache",
          "/etc/localtime",
          "/nix/store",
          "/gnu/store",
          "/proc/self",
          "/proc/meminfo",
          "/proc/cpuinfo",
          "/proc/cgroups",
          "/proc/sys/vm",
          "/sys/fs/cgroup",
          "/sys/devices/system",
          "/sys/kernel/mm",
          "/dev/random",
          "/dev/urandom");

  private Confinement() {}

  /// The strongest that may work on this machine.
  public static Strength strongest() {
    return Machine.here().isPresent() ? Strength.NOBODY : Strength.ITSELF;
  }

  /// The command that confines itself and becomes another.
  ///
  /// @param java the launcher of the Java machine
  /// @param classPath where this module is
  /// @param command the worker's own command
  public static List<String> wrapped(
      Strength strength, Path java, String classPath, List<String> command) {
    if (strength == Strength.ITSELF) {
      return command;
    }
    List<Path> readable = readable(java, classPath);
    boolean nobody = strength == Strength.NOBODY && readable.stream().allMatch(Confinement::open);
    List<String> whole =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Xmx16m",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                ConfinedStart.class.getName(),
                nobody ? "nobody" : "same",
                String.join(File.pathSeparator, readable.stream().map(Path::toString).toList())));
    whole.addAll(command);
    return whole;
  }

  /// The worker's own part, before it reads a first byte: the filter of system calls.
  public static void close() {
    Machine.here()
        .ifPresent(machine -> {
          try (Arena arena = Arena.ofConfined()) {
            new Seccomp(new Kernel(arena), machine).confine(ProcessHandle.current().pid());
          }
        });
  }

  private static List<Path> readable(Path java, String classPath) {
    List<Path> paths = new ArrayList<>();
    paths.add(real(java.resolveSibling("..")));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      paths.add(real(Path.of(entry)));
    }
    SYSTEM.stream().map(Path::of).filter(Files::exists).forEach(paths::add);
    try (Stream<Path> settings = Files.list(Path.of("/etc"))) {
      settings
          .filter(path -> path.getFileName().toString().startsWith("java"))
          .sorted()
          .forEach(paths::add);
    } catch (IOException none) {
      throw new UncheckedIOException("/etc", none);
    }
    return paths;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException gone) {
      return path.toAbsolutePath();
    }
  }

  /// Whether everybody may go there and read.
  private static boolean open(Path path) {
    if (path.startsWith("/proc") || path.startsWith("/sys") || path.startsWith("/dev")) {
      return true;
    }
    try {
      for (Path step = path; step != null; step = step.getParent()) {
        int mode = (int) Files.getAttribute(step, "unix:mode");
        int needed = step.equals(path) && !Files.isDirectory(step) ? 4 : 1;
        if ((mode & needed) == 0) {
          return false;
        }
      }
      return true;
    } catch (IOException | UnsupportedOperationException unknown) {
      return !Files.exists(path);
    }
  }
}

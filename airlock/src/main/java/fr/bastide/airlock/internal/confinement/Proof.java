package fr.bastide.airlock.internal.confinement;

import fr.bastide.airlock.worker.Protection;
import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is really kept from this process: each protection is tried, none is believed.
public final class Proof {

  private Proof() {}

  /// The protections that hold. Files made by an attempt that succeeds are removed again.
  public static Set<Protection> collect() {
    Set<Protection> holds = EnumSet.noneOf(Protection.class);
    if (!connects()) {
      holds.add(Protection.NO_NETWORK);
    }
    if (!writes()) {
      holds.add(Protection.NO_WRITING);
    }
    if (!reads()) {
      holds.add(Protection.NO_READING);
    }
    if (!startsProcesses()) {
      holds.add(Protection.NO_PROCESSES);
    }
    if (powerless()) {
      holds.add(Protection.NO_PRIVILEGES);
    }
    return holds;
  }

  /// Loads what the attempts need, while it can still be loaded: the class library opens a pair of
  /// sockets when its networking classes are first used.
  public static void prepare() {
    connects();
  }

  private static boolean connects() {
    boolean tcp = opens(SocketChannel::open);
    boolean udp = opens(DatagramChannel::open);
    return tcp || udp;
  }

  private interface Opening {
    Channel open() throws IOException;
  }

  private static boolean opens(Opening opening) {
    try (Channel channel = opening.open()) {
      return channel.isOpen();
    } catch (IOException refused) {
      return false;
    }
  }

  private static boolean writes() {
    return Stream.of(System.getProperty("java.io.tmpdir", "/tmp"), "", "/dev/shm", "/var/tmp")
        .anyMatch(folder -> writes(Path.of(folder).toAbsolutePath()));
  }

  private static boolean writes(Path folder) {
    try {
      Files.deleteIfExists(Files.createTempFile(folder, "bastide", ".proof"));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static boolean reads() {
    return Stream.of("/etc/passwd", "/etc/hostname", "/proc/1/status")
        .anyMatch(file -> reads(Path.of(file)));
  }

  private static boolean reads(Path file) {
    try {
      return Files.readAllBytes(file).length > 0;
    } catch (IOException refused) {
      return false;
    }
  }

  private static boolean startsProcesses() {
    try {
      new ProcessBuilder("/bin/true").start().destroyForcibly();
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static boolean powerless() {
    try {
      List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
      return status.contains("NoNewPrivs:\t1") && status.contains("CapEff:\t0000000000000000");
    } catch (IOException unknown) {
      return false;
    }
  }
}

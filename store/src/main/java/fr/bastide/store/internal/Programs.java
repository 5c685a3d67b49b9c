package fr.bastide.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The few system commands that the launcher leans on.
final class Programs {

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));

  private Programs() {}

  /// A command of util-linux by its name. BusyBox has commands of the same names without the
  /// options that matter here, so its links count as missing.
  static Optional<Path> find(String name) {
    return PLACES.stream().map(p -> p.resolve(name)).filter(Programs::genuine).findFirst();
  }

  private static boolean genuine(Path program) {
    try {
      return Files.isExecutable(program) && !program.toRealPath().toString().contains("busybox");
    } catch (IOException e) {
      return false;
    }
  }

  /// Sends a signal by its name to one process; false when that process is gone or not ours.
  static boolean signal(String name, long pid) throws IOException, InterruptedException {
    return new ProcessBuilder("/bin/sh", "-c", "kill -\"$0\" \"$1\"", name, Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}

package fr.bastide.airlock.internal.confinement;

import java.io.File;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The first step of a worker: this process gives its rights up and then becomes the worker.
///
/// Landlock and the change of user hold for the calling thread alone and for what it starts; a Java
/// machine has many threads before `main` begins. So this small one confines its thread and
/// replaces itself by a second, all of whose threads are born confined.
final class ConfinedStart {

  private static final int CLOSE_ON_EXEC = 4;
  private static final long ALL = 0xffff_ffffL;
  private static final int FIRST_BEYOND_STANDARD = 3;

  private ConfinedStart() {}

  /// @param arguments `nobody` or `same`, the paths that may be read (as a class path is written),
  ///   then the command to become
  public static void main(String[] arguments) {
    Machine machine =
        Machine.here().orElseThrow(() -> new IllegalStateException("not on this machine"));
    Kernel kernel = new Kernel(Arena.global());
    Privileges privileges = new Privileges(kernel, machine);
    List<Path> readable =
        Arrays.stream(arguments[1].split(File.pathSeparator, -1)).map(Path::of).toList();
    List<String> command = Arrays.asList(arguments).subList(2, arguments.length);
    privileges.limit();
    privileges.leaveTheHouse();
    privileges.giveUp(arguments[0].equals("nobody"));
    new Landlock(kernel, machine).confine(readable);
    kernel.call(Machine.CLOSE_RANGE, FIRST_BEYOND_STANDARD, ALL, CLOSE_ON_EXEC);
    kernel.call(
        machine.execve,
        kernel.string(command.getFirst()),
        kernel.strings(command),
        kernel.strings(Stream.of("LANG=C.UTF-8", "PATH=/usr/bin:/bin").toList()));
    throw new IllegalStateException("the worker could not be started");
  }
}

package fr.bastide.airlock.worker;

import fr.bastide.airlock.AirlockException;
import fr.bastide.airlock.internal.confinement.Confinement;
import fr.bastide.airlock.internal.confinement.Confinement.Strength;
import fr.bastide.kernel.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/// The workers of one kind: some places, each with at most one process.
final class Team implements AutoCloseable {

  private final BlockingQueue<Place> free;
  private final List<Place> places = new ArrayList<>();
  private final List<String> craft;
  private final Settings settings;
  private final ScheduledExecutorService clock;
  private final AtomicReference<Strength> strength;

  /// @param craft arguments of the worker: the name of its crafts, or nothing for auditors
  Team(
      int size,
      List<String> craft,
      Settings settings,
      ScheduledExecutorService clock,
      AtomicReference<Strength> strength) {
    this.craft = List.copyOf(craft);
    this.settings = settings;
    this.clock = clock;
    this.strength = strength;
    this.free = new ArrayBlockingQueue<>(size);
    for (int i = 0; i < size; i++) {
      Place place = new Place();
      places.add(place);
      free.add(place);
    }
  }

  /// Who answered, and what.
  record Reply(Answer answer, Set<Protection> protections, long nanos) {}

  /// Waits for a free worker and gives it an order.
  ///
  /// @throws WorkerLost when it was lost over it
  Reply ask(Order order) throws WorkerLost {
    Place place = take();
    try {
      WorkerProcess worker = place.worker();
      long start = System.nanoTime();
      Answer answer = worker.ask(order);
      return new Reply(answer, worker.protections(), System.nanoTime() - start);
    } catch (WorkerLost lost) {
      place.leave();
      throw lost;
    } finally {
      free.add(place);
    }
  }

  /// Starts every worker now, all at once, rather than at its first order.
  Set<Protection> ready() {
    Set<Protection> common = EnumSet.allOf(Protection.class);
    places.parallelStream()
        .map(place -> place.present().protections())
        .toList()
        .forEach(common::retainAll);
    return common;
  }

  private Place take() {
    try {
      return free.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AirlockException(
          new Text("Le traitement a été interrompu.", "The work was interrupted."), interrupted);
    }
  }

  @Override
  public void close() {
    places.forEach(Place::leave);
  }

  private WorkerProcess hire() {
    while (true) {
      Strength asked = Objects.requireNonNull(strength.get());
      try {
        return WorkerProcess.start(command(asked), clock);
      } catch (WorkerLost failed) {
        if (asked == Strength.ITSELF) {
          throw new AirlockException(
              new Text(
                  "Les processus de contrôle ne démarrent pas\u00a0: vérifiez la mémoire libre et"
                      + " l’installation de Java.",
                  "The worker processes do not start: check the free memory and the installation"
                      + " of Java."),
              failed);
        }
        strength.compareAndSet(asked, asked.weaker());
      }
    }
  }

  private List<String> command(Strength asked) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = classPath();
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Xmx" + settings.megabytes() + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                WorkerMain.class.getName()));
    command.addAll(craft);
    return Confinement.wrapped(asked, java, classPath, command);
  }

  /// Where our own classes are, whichever way this process was given them.
  private static String classPath() {
    String classes = System.getProperty("java.class.path", "");
    String modules = System.getProperty("jdk.module.path", "");
    String both =
        classes.isEmpty() || modules.isEmpty()
            ? classes + modules
            : modules + File.pathSeparator + classes;
    return String.join(
        File.pathSeparator,
        Arrays.stream(both.split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  /// Room for one worker, used by one thread at a time.
  private final class Place {
    private volatile List<WorkerProcess> present = List.of();

    /// The worker for the next order: a fresh one when the last has done its share.
    synchronized WorkerProcess worker() {
      if (!present.isEmpty() && present.getFirst().asked() >= settings.items()) {
        leave();
      }
      return present();
    }

    synchronized WorkerProcess present() {
      if (present.isEmpty()) {
        present = List.of(hire());
      }
      return present.getFirst();
    }

    void leave() {
      present.forEach(WorkerProcess::close);
      present = List.of();
    }
  }
}

package fr.bastide.airlock.worker;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.ContentTypes;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.internal.audit.Auditor;
import fr.bastide.airlock.internal.confinement.Confinement;
import fr.bastide.airlock.internal.confinement.Proof;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;

/// A worker process: reads orders from its standard input, answers on its standard output, and ends
/// when its workshop does.
final class WorkerMain {

  /// Exit code, that of `-XX:+ExitOnOutOfMemoryError`.
  private static final int OUT_OF_MEMORY = 3;

  private WorkerMain() {}

  /// @param arguments the name of the [Crafts]; none for an auditor
  public static void main(String[] arguments) throws Exception {
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16);
    // What a library prints must not fall between frames, nor content into a log.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    Door door = new Door(arguments.length == 0 ? List.of() : crafts(arguments[0]).get());
    SynchronousQueue<Order> orders = new SynchronousQueue<>();
    Thread.ofPlatform().daemon().name("orders").start(() -> read(in, orders));
    Proof.prepare();
    Confinement.close();
    Set<Protection> holds = EnumSet.of(Protection.BOUNDED);
    holds.addAll(Proof.collect());
    Answers.send(out, new Answer.Ready(holds));
    while (true) {
      Order order = orders.take();
      try {
        Answers.send(out, answer(door, order));
      } catch (OutOfMemoryError full) {
        Answers.send(out, new Answer.OutOfMemory());
        Runtime.getRuntime().halt(OUT_OF_MEMORY);
      }
    }
  }

  private static Crafts crafts(String name) throws ReflectiveOperationException {
    return Class.forName(name).asSubclass(Crafts.class).getDeclaredConstructor().newInstance();
  }

  /// Reads in a thread of its own, so that a worker caught in a loop still sees its workshop end.
  private static void read(InputStream in, SynchronousQueue<Order> orders) {
    try {
      while (true) {
        orders.put(Orders.receive(in));
      }
    } catch (IOException | InterruptedException ended) {
      Runtime.getRuntime().halt(0);
    } catch (OutOfMemoryError full) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }
  }

  private static Answer answer(Door door, Order order) {
    return switch (order) {
      case Order.Disarm disarm ->
          new Answer.Done(found(disarm.content()), door.pass(disarm.content(), disarm.policy()));
      case Order.Inspect inspect -> {
        List<Finding> remains =
            Auditor.remains(inspect.content().bytes(), inspect.type(), inspect.policy());
        yield new Answer.Inspected(remains);
      }
    };
  }

  private static ContentType found(Content content) {
    try {
      return ContentTypes.find(content);
    } catch (RefusedException undecided) {
      return ContentType.UNKNOWN;
    }
  }
}

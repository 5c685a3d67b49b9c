package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Orders to send items again, left as files in the low side's own folder: whoever may write there
/// may order, and no socket is open for it.
public final class ResendOrders {

  private static final String ORDER = ".order";
  private static final String ANSWER = ".answer";
  private static final long PAUSE_MS = 50;

  /// An order.
  ///
  /// @param from first number
  /// @param to last number
  record Order(Path file, long from, long to) {}

  private final Path folder;

  /// @param state the low side's folder
  public ResendOrders(Path state) {
    folder = state.resolve("orders");
  }

  /// Orders items again, and waits for the low side's answer: how many it will send.
  ///
  /// @return empty when no low side answered in time; the order stays for when it runs again
  public Optional<Long> place(long from, long to, Duration patience)
      throws IOException, InterruptedException {
    DurableFiles.privateFolder(folder);
    String name = from + "-" + to + "-" + Long.toHexString(System.nanoTime());
    Path answer = folder.resolve(name + ANSWER);
    DurableFiles.replace(folder.resolve(name + ORDER), new byte[0]);
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (Files.exists(answer)) {
        long sent = Long.parseLong(Files.readString(answer, StandardCharsets.US_ASCII).strip());
        Files.delete(answer);
        return Optional.of(sent);
      }
      Thread.sleep(PAUSE_MS);
    }
    return Optional.empty();
  }

  /// Orders that wait; what is none is removed.
  List<Order> waiting() throws IOException {
    List<Order> orders = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return orders;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ORDER)) {
      for (Path file : files) {
        Optional<Order> order = parse(file);
        if (order.isPresent()) {
          orders.add(order.get());
        } else {
          Files.deleteIfExists(file);
        }
      }
    }
    return orders;
  }

  private static Optional<Order> parse(Path file) {
    String name = file.getFileName().toString();
    int first = name.indexOf('-');
    int second = name.indexOf('-', first + 1);
    if (first < 0 || second < 0) {
      return Optional.empty();
    }
    try {
      long from = Long.parseLong(name.substring(0, first));
      long to = Long.parseLong(name.substring(first + 1, second));
      return from >= 1 && from <= to ? Optional.of(new Order(file, from, to)) : Optional.empty();
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  void answer(Order order, long sent) throws IOException {
    String name = order.file().getFileName().toString();
    DurableFiles.replace(
        order.file().resolveSibling(name.substring(0, name.length() - ORDER.length()) + ANSWER),
        Long.toString(sent).getBytes(StandardCharsets.US_ASCII));
    Files.deleteIfExists(order.file());
  }
}

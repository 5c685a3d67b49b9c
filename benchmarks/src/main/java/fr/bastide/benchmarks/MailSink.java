package fr.bastide.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server that counts what it takes.
final class MailSink implements AutoCloseable {

  private static final long PAUSE_MS = 20;

  private final AtomicInteger count = new AtomicInteger();
  private final SMTPServer server =
      SMTPServer.port(0)
          .bindAddress(Optional.of(InetAddress.getLoopbackAddress()))
          .messageHandlerFactory(context -> new Counting())
          .build();

  MailSink() {
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  int count() {
    return count.get();
  }

  /// Waits until so many messages came in all.
  void await(int wanted) throws InterruptedException {
    while (count.get() < wanted) {
      Thread.sleep(PAUSE_MS);
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  /// One message.
  private final class Counting implements MessageHandler {

    @Override
    public void from(String from) {
      // Anyone may send here.
    }

    @Override
    public void recipient(String recipient) {
      // To anyone.
    }

    @Override
    public String data(InputStream data) throws IOException {
      data.readAllBytes();
      count.incrementAndGet();
      return "counted";
    }

    @Override
    public void done() {
      // Nothing is kept.
    }
  }
}

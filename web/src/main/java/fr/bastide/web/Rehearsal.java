package fr.bastide.web;

import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts on an empty directory, shows the pages that people see first, and stops: the JVM notes
/// which classes that takes, for the ahead-of-time cache.
final class Rehearsal {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/?lang=en",
          "/alert",
          "/alert/card",
          "/alert/ransomware",
          "/help",
          "/flash",
          "/sign-in",
          "/legal",
          "/nil");

  private Rehearsal() {}

  static void run() {
    try {
      Path data = Files.createTempDirectory("bastide-rehearsal");
      try {
        // Twice: the second start finds its tables and register, as every later one does.
        for (int start = 0; start < 2; start++) {
          try (ConfigurableApplicationContext context = Serve.start(ServeOptions.in(data))) {
            show(context.getBean(ServeOptions.class).listen());
          }
        }
      } finally {
        remove(data);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new WebException(
          new Text("La répétition a échoué\u00a0: " + e, "The rehearsal failed: " + e), e);
    }
  }

  private static void show(Address address) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        URI uri = URI.create("http://" + address + page);
        client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void remove(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

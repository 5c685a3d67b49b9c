package fr.bastide.airlock.worker;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A worker that an attacker has taken over: it does what the text it is given says.
public final class HostileCrafts implements Crafts {

  @Override
  public List<Disarmer> get() {
    return List.of(new Hostile());
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static final class Hostile implements Disarmer {

    @Override
    public Set<ContentType> types() {
      return Set.of(ContentType.TEXT);
    }

    @Override
    public Outcome disarm(Content content, ContentType type, Workbench bench) {
      String[] words = new String(content.bytes(), StandardCharsets.UTF_8).split(" ", -1);
      return switch (words[0]) {
        case "hang" -> hang();
        case "fill" -> fill();
        case "fill-slowly" -> throw new OutOfMemoryError("as libraries throw it themselves");
        case "die" -> die(Integer.parseInt(words[1]));
        case "deep" -> deep(0);
        case "lie" -> lie(words[1]);
        case "escape" -> escape(Path.of(words[1]), Integer.parseInt(words[2]));
        default -> rebuilt(content, List.of());
      };
    }

    private static Outcome rebuilt(Content content, List<Finding> findings) {
      return new Outcome.Rebuilt(
          new Content("../../" + content.name(), Optional.empty(), content.bytes()),
          ContentType.TEXT,
          findings);
    }

    private static Outcome hang() {
      long turns = 0;
      while (turns >= 0) {
        turns = (turns + 1) & 0xffff;
      }
      return new Outcome.Refused(Reason.EMPTY);
    }

    private static Outcome fill() {
      List<byte[]> all = new ArrayList<>();
      while (all.size() < Integer.MAX_VALUE) {
        all.add(new byte[1 << 20]);
      }
      return new Outcome.Refused(Reason.EMPTY);
    }

    private static Outcome die(int code) {
      Runtime.getRuntime().halt(code);
      return new Outcome.Refused(Reason.EMPTY);
    }

    private static Outcome deep(int depth) {
      return depth < 0 ? new Outcome.Refused(Reason.EMPTY) : deep(depth + 1);
    }

    /// Writes its own bytes where the answer should stand.
    private static Outcome lie(String how) {
      try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
        out.write(
            switch (how) {
              case "nonsense" -> "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8);
              case "endless" -> new byte[] {0x42, 0x53, 0x54, 0x31, 0, 0, 0, 8, 0x7f, -1, -1, -1};
              default ->
                  new byte[] {
                    0x42, 0x53, 0x54, 0x31, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 99
                  };
            });
        Thread.sleep(500);
      } catch (IOException | InterruptedException ended) {
        throw new IllegalStateException(ended);
      }
      return die(0);
    }

    /// Tries every way out; what succeeded stands in the findings.
    private static Outcome escape(Path folder, int port) {
      List<Finding> escaped = new ArrayList<>();
      tried(escaped, "tcp", () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
      tried(escaped, "udp", () -> new DatagramSocket().close());
      tried(escaped, "write", () -> Files.writeString(folder.resolve("new"), "x"));
      tried(escaped, "overwrite", () -> Files.writeString(folder.resolve("old"), "x"));
      tried(escaped, "delete", () -> Files.delete(folder.resolve("old")));
      tried(escaped, "rename", () -> Files.move(folder.resolve("old"), folder.resolve("older")));
      tried(escaped, "mkdir", () -> Files.createDirectory(folder.resolve("dir")));
      tried(
          escaped,
          "link",
          () -> Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/passwd")));
      tried(
          escaped,
          "touch",
          () -> Files.setLastModifiedTime(folder.resolve("old"), FileTime.fromMillis(0)));
      tried(escaped, "chmod", () -> Files.setPosixFilePermissions(folder.resolve("old"), Set.of()));
      tried(escaped, "read", () -> Files.readString(folder.resolve("old")));
      tried(escaped, "list", () -> list(folder));
      tried(escaped, "passwd", () -> Files.readString(Path.of("/etc/passwd")));
      tried(escaped, "fork", () -> new ProcessBuilder("/bin/true").start().destroy());
      tried(
          escaped,
          "java",
          () ->
              new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version")
                  .start()
                  .destroy());
      return rebuilt(Content.of("escape.txt", new byte[] {'x'}), escaped);
    }

    private static void list(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> {});
      }
    }

    private static void tried(List<Finding> escaped, String how, Attempt attempt) {
      try {
        attempt.run();
      } catch (IOException | SecurityException refused) {
        return;
      } catch (RuntimeException other) {
        escaped.add(new Finding(Threat.LAUNCH, how + " " + other.getMessage()));
        return;
      }
      escaped.add(new Finding(Threat.LAUNCH, how));
    }
  }
}

package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real process is killed in the middle of its work; what is in the folder is whole.
class DisarmKillTest {

  private static final int FILES = 40;
  private static final long SEED = 20_261_125;

  @Test
  void aKilledRunLeavesNoHalfFile(@TempDir Path folder) throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    pictures(in);
    Path whole = folder.resolve("whole");
    assertThat(Ran.of("disarm", in.toString(), "-o", whole.toString()).code()).isZero();
    Path out = Files.createDirectories(folder.resolve("out"));
    for (int wanted : List.of(3, 15)) {
      kill(in, out, wanted);
      assertThat(results(out)).isNotEmpty();
      for (Path file : results(out)) {
        assertThat(file).hasSameBinaryContentAs(whole.resolve(plain(file)));
      }
    }
    assertThat(Ran.of("disarm", in.toString(), "-o", out.toString()).code()).isZero();
    try (Stream<Path> list = Files.list(out)) {
      assertThat(list.filter(file -> name(file).startsWith("."))).isEmpty();
    }
  }

  private static void kill(Path in, Path out, int wanted) throws Exception {
    int before = results(out).size();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Bastide.class.getName(),
                "disarm",
                in.toString(),
                "-o",
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long workers = 0;
    while (process.isAlive() && results(out).size() - before < wanted) {
      workers = Math.max(workers, process.descendants().count());
      Thread.sleep(2);
    }
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(workers).isPositive();
    // Nobody is left working for a master who is gone.
    for (ProcessHandle child : children) {
      child.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        Stream.of(classPath.split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  private static void pictures(Path in) throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < FILES; i++) {
      BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
      for (int j = 0; j < 40_000; j++) {
        image.setRGB(j % 200, j / 200, random.nextInt());
      }
      ImageIO.write(image, "png", in.resolve("photo" + i + ".png").toFile());
    }
  }

  private static List<Path> results(Path out) throws IOException {
    try (Stream<Path> list = Files.list(out)) {
      return list.filter(file -> !name(file).startsWith(".")).toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /// The name before a number was added because it was taken.
  private static String plain(Path file) {
    String name = name(file);
    int number = name.indexOf(" (");
    return number < 0 ? name : name.substring(0, number) + ".png";
  }
}

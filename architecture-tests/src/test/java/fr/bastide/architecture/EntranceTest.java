package fr.bastide.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The one entrance, `./bastide`, in a folder of its own with a JDK and a Maven that only tell what
/// they were asked.
class EntranceTest {

  private static final int FAILURE = 3;

  @TempDir Path folder;

  @Test
  void theFirstCommandOfAFreshCloneIsAnsweredByItsOwnProgram() throws Exception {
    prepare();
    Answer first = run("assess", "score", "a file.yaml");
    assertThat(first.text).contains("bastide: built in").contains("MAIN fr.bastide.cli.Bastide");
    assertThat(first.text).contains("CP " + folder + "/cli/").contains("ARG a file.yaml");
    assertThat(first.status).isZero();

    Answer second = run("serve", "--demo");
    assertThat(second.text).doesNotContain("built in").contains("MAIN fr.bastide.web.Serve");
    assertThat(second.text).contains("CP " + folder + "/web/");
  }

  @Test
  void whatRunsForMonthsHasTheFastCompiler() throws Exception {
    prepare();
    String quick = "FLAG -XX:TieredStopAtLevel=1";
    assertThat(run("disarm", "courrier", "-o", "propre").text)
        .contains("MAIN fr.bastide.cli.Bastide", "ARG disarm", "ARG propre", quick);
    assertThat(run("airlock", "high", "--state", "haut").text)
        .contains("MAIN fr.bastide.cli.Bastide", "ARG airlock", "ARG haut", "FLAG -Xmx512m")
        .doesNotContain(quick);
  }

  @Test
  void aFailedBuildIsSaidWithItsLog() throws Exception {
    prepare();
    script("mvnw", "[ \"$1\" = --version ] && exit 0; echo '[ERROR] no such thing'; exit 1");
    Answer answer = run("help");
    assertThat(answer.text).contains("[ERROR] no such thing").contains("the build failed; see");
    assertThat(answer.status).isEqualTo(FAILURE);
  }

  private record Answer(int status, String text) {}

  private Answer run(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(folder.resolve("bastide").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Answer(process.exitValue(), text);
  }

  private void prepare() throws IOException {
    Files.copy(House.root().resolve("bastide"), folder.resolve("bastide"));
    executable(folder.resolve("bastide"));
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    script("jdk/bin/javac", "exit 0");
    script(
        "jdk/bin/java",
        """
        while [ $# -gt 0 ]; do
          case "$1" in
            -cp) echo "CP $2"; shift ;;
            fr.bastide.*) echo "MAIN $1" ;;
            -X*) echo "FLAG $1" ;;
            -*) ;;
            *) echo "ARG $1" ;;
          esac
          shift
        done
        """);
    script(
        "mvnw",
        """
        [ "$1" = --version ] && exit 0
        for door in cli web; do
          mkdir -p "$(dirname "$0")/$door/target/dist/lib"
          : > "$(dirname "$0")/$door/target/dist/lib/$door.jar"
        done
        """);
  }

  private void script(String name, String lines) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
    executable(file);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

package fr.bastide.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesTest {

  private static final int LONGEST = 400;

  @Test
  void noFileIsLongerThanItsReaderCanBear() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources(".java")) {
      long lines = Files.readAllLines(file).size();
      if (lines > LONGEST) {
        tooLong.add(lines + " " + House.root().relativize(file));
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    List<String> marks = new ArrayList<>();
    for (String kind : List.of(".java", ".jte", ".yaml", ".sql", ".css")) {
      for (Path file : sources(kind)) {
        String text = Files.readString(file);
        for (String mark : List.of("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK")) {
          if (text.contains(mark + ":") || text.contains("// " + mark)) {
            marks.add(mark + " in " + House.root().relativize(file));
          }
        }
      }
    }
    assertThat(marks).isEmpty();
  }

  @Test
  void everyModuleExplainsItself() {
    for (String module : House.MODULES) {
      assertThat(House.root().resolve(module).resolve("README.md")).as(module).exists();
    }
  }

  @Test
  void everyDecisionHasAStatus() throws IOException {
    try (Stream<Path> decisions = Files.list(House.root().resolve("docs/adr"))) {
      List<Path> all = decisions.filter(p -> p.toString().endsWith(".md")).toList();
      assertThat(all).hasSizeGreaterThan(10);
      for (Path decision : all) {
        assertThat(Files.readString(decision)).as(decision.toString()).contains("Status:");
      }
    }
  }

  private static List<Path> sources(String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : House.MODULES) {
      Path main = House.root().resolve(module).resolve("src/main");
      try (Stream<Path> files = Files.walk(main)) {
        files.filter(f -> f.toString().endsWith(ending)).forEach(found::add);
      }
    }
    return found;
  }
}

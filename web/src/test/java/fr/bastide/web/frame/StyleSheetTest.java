package fr.bastide.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.web.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StyleSheetTest {

  private static final Path FOLDER = Path.of("src/main/resources/fr/bastide/web/assets/bastide");
  private static final int LONGEST = 300;

  @Test
  void everyFileOfTheFolderIsAPartAndNoneIsLong() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> parts = files.toList();
      assertThat(parts)
          .extracting(part -> part.getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(
              StyleSheet.PARTS.stream().map(part -> part + ".css").toList());
      for (Path part : parts) {
        assertThat(Files.readAllLines(part)).as(part.toString()).hasSizeLessThan(LONGEST);
      }
    }
  }

  /// A class that the common sheet takes out of the flow would do so on pages that give the same
  /// name to something else: the boxes to tick of a plan once lay all upon the emblem.
  @Test
  void noBareClassIsTakenOutOfTheFlowForAllAndStyledByAPage() throws IOException {
    List<String> positioned =
        StyleSheet.PARTS.stream()
            .map(part -> FOLDER.resolve(part + ".css"))
            .flatMap(part -> bareClasses(part, "position: absolute").stream())
            .toList();
    assertThat(positioned).isNotEmpty();
    try (Stream<Path> files = Files.list(FOLDER.resolveSibling("."))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".css"))
                  .flatMap(page -> bareClasses(page, "").stream()))
          .isNotEmpty()
          .doesNotContainAnyElementsOf(positioned);
    }
  }

  /// The selectors of one class alone whose block holds these words.
  private static List<String> bareClasses(Path sheet, String words) {
    List<String> found = new ArrayList<>();
    try {
      for (String rule : Files.readString(sheet).split("}", -1)) {
        int brace = rule.lastIndexOf('{');
        if (brace < 0 || !rule.substring(brace).contains(words)) {
          continue;
        }
        String head = rule.substring(0, brace);
        for (String selector : head.substring(head.lastIndexOf('{') + 1).split(",", -1)) {
          String bare = selector.substring(selector.lastIndexOf('/') + 1).strip();
          if (bare.startsWith(".") && bare.chars().noneMatch(c -> " :>+[".indexOf(c) >= 0)) {
            found.add(bare);
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found;
  }

  @Test
  void isSentAsOneAndKeptForAYear() throws IOException, InterruptedException {
    String page = TestServer.shared().get("/").body();
    int at = page.indexOf("/assets/own/bastide-");
    String address = page.substring(at, page.indexOf('"', at));
    HttpResponse<String> sheet = TestServer.shared().get(address);
    assertThat(sheet.statusCode()).isEqualTo(200);
    assertThat(sheet.body()).isEqualTo(new String(StyleSheet.joined(), StandardCharsets.UTF_8));
    assertThat(sheet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
    assertThat(sheet.headers().firstValue("Cache-Control").orElseThrow())
        .contains("max-age=31536000")
        .contains("immutable");
    assertThat(page.split("own/bastide", -1)).as("sheets of that name").hasSize(3);
  }
}

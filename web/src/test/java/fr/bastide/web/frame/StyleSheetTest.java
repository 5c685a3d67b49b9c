package fr.bastide.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.web.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

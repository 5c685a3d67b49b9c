package fr.bastide.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

  @Test
  void isReadInUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bastide.properties");
    Files.writeString(file, "# commentaire\nbastide.centre.name = Centre d’été\n");
    assertThat(SettingsFile.read(file)).containsEntry("bastide.centre.name", "Centre d’été");
    assertThat(SettingsFile.read(folder.resolve("none"))).isEmpty();
  }

  @Test
  void whatIsNotTextIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bastide.properties");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "server.port=80, server.port",
    "bastide.cenre.name=x, bastide.cenre.name",
    "bastide.mail.port=many, many",
  })
  void aMistakeIsNamedAndNothingStarts(String line, String named, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("bastide.properties"), line + "\n");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Serve.run(
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "--data=" + folder,
            "--listen=127.0.0.1:0",
            "--management=127.0.0.1:0");
    assertThat(code).isEqualTo(Serve.FAILURE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(named, "bastide.properties");
  }
}

package fr.bastide.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.web.ServeArguments.Reading;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServeArgumentsTest {

  @Test
  void nothingMeansTheLoopbackAndOccitanie() {
    ServeOptions options = go();
    assertThat(options.listen()).isEqualTo(new Address("127.0.0.1", 8080));
    assertThat(options.territory()).isEqualTo("76");
    assertThat(options.management()).isEmpty();
    assertThat(options.databaseUrl()).isEmpty();
    assertThat(options.tls()).isEmpty();
    assertThat(options.demo()).isFalse();
    assertThat(options.data()).isAbsolute();
  }

  @Test
  void everythingCanBeSaid() {
    ServeOptions options =
        go(
            "--data=/srv/bastide",
            "--listen",
            "[::1]:443",
            "--management",
            ":9000",
            "--database-url",
            "jdbc:postgresql://db/bastide",
            "--tls-cert",
            "/etc/c.pem",
            "--tls-key",
            "/etc/k.pem",
            "--territory",
            "84",
            "--demo");
    assertThat(options)
        .isEqualTo(
            new ServeOptions(
                Path.of("/srv/bastide"),
                new Address("::1", 443),
                Optional.of(new Address("127.0.0.1", 9000)),
                Optional.of("jdbc:postgresql://db/bastide"),
                Optional.of(new ServeOptions.Tls(Path.of("/etc/c.pem"), Path.of("/etc/k.pem"))),
                "84",
                true));
  }

  @ParameterizedTest
  @CsvSource({
    "--port 80, --port",
    "--listen 80, HOST:PORT",
    "--listen localhost:70000, HOST:PORT",
    "--listen a:b:80, HOST:PORT",
    "--listen ho/st:80, HOST:PORT",
    "--data, needs a value",
    "--data=, needs a value",
    "--demo=yes, --demo=yes",
    "--territory 76 --territory 84, twice",
    "--territory Occitanie, code of a region",
    "--tls-cert c.pem, together",
    "--territory ZZ, code of a region",
    "--database-url mysql://x, postgres://",
  })
  void saysWhatIsWrong(String line, String expected) {
    assertThat(ServeArguments.read(line.split(" ")))
        .isInstanceOfSatisfying(
            Reading.Wrong.class, wrong -> assertThat(wrong.why().en()).contains(expected));
  }

  @Test
  void aWrongLineExitsWithTwoAndSpeaksBothLanguages() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Serve.run(
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "--nonsense");
    assertThat(code).isEqualTo(Serve.USAGE_ERROR);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(
            "option inconnue\u00a0: --nonsense",
            "unknown option: --nonsense",
            "--listen HOST:PORT");
  }

  @Test
  void aCertificateThatIsNotThereExitsWithThree() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path data = Path.of("target", "no-certificate");
    int code =
        Serve.run(
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "--data=" + data,
            "--tls-cert=missing.pem",
            "--tls-key=missing.key");
    assertThat(code).isEqualTo(Serve.FAILURE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("missing.pem");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8080", "[::1]:443", "host.example:0"})
  void anAddressIsWrittenAsItIsRead(String text) {
    assertThat(Address.parse(text)).map(Address::toString).contains(text);
  }

  private static ServeOptions go(String... arguments) {
    return ServeArguments.read(arguments) instanceof Reading.Go(ServeOptions options)
        ? options
        : org.assertj.core.api.Assertions.fail("not understood");
  }
}

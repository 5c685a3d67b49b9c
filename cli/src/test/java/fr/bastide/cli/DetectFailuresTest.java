package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `detect` says when it cannot do what is asked.
class DetectFailuresTest {

  private static final String EVENT =
      "{\"product\":\"windows\",\"category\":\"process_creation\",\"UtcTime\":\"2026-11-24"
          + " 02:13:00.000\",\"Image\":\"C:\\\\vssadmin.exe\",\"CommandLine\":\"vssadmin delete"
          + " shadows\"}\n";

  @TempDir private Path folder;

  private String logs(int times) throws IOException {
    return Files.writeString(folder.resolve("e.json"), EVENT.repeat(times)).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void aFolderWithoutLogsIsTold(String language) throws IOException {
    Path empty = folder.resolve("empty");
    Files.createDirectories(empty.resolve("deeper"));
    Ran ran = Ran.of("detect", "--input", empty.toString(), "--lang", language);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(empty.toString(), "--input");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsToldAndTheOthersAreRead() throws IOException {
    Path unreadable = Path.of("/proc/self/mem");
    assumeTrue(Files.exists(unreadable), "skipped: there is no /proc here");
    Path quiet = Files.writeString(folder.resolve("quiet.json"), "{\"a\":1}\n");
    Ran alone = Ran.of("detect", "--input", unreadable.toString(), "--input", quiet.toString());
    assertThat(alone.code()).isEqualTo(3);
    assertThat(alone.err()).contains("/proc/self/mem");
    Ran both = Ran.of("detect", "--input", unreadable.toString(), "--input", logs(1));
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out()).contains("vssadmin delete shadows");
    Path page = folder.resolve("p.html");
    Ran.of(
        "detect",
        "--input",
        unreadable.toString(),
        "--input",
        logs(1),
        "--timeline",
        page.toString());
    assertThat(Files.readString(page)).contains("/proc/self/mem", "lu en partie");
  }

  @Test
  void whatCannotBeWrittenIsToldBeforeReading() throws IOException {
    for (Path where : new Path[] {folder.resolve("no").resolve("p.html"), folder}) {
      Ran ran = Ran.of("detect", "--input", logs(1), "--timeline", where.toString());
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains(where.toString());
      assertThat(ran.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--zone Mars/Olympus",
        "--tlp amber",
        "--tlp white --output stix",
        "--surges --backtest builtin",
        "--surges --output stix",
        "--backtest /nowhere.yml",
        "--output xml",
        "--tenant-by colour",
        "--level loud"
      })
  void whatMakesNoSenseIsRefused(String options) throws IOException {
    String[] words = ("detect --input " + logs(1) + " " + options).split(" ");
    Ran ran = Ran.of(words);
    assertThat(ran.code()).as(ran.out()).isEqualTo(2);
    assertThat(ran.err()).contains(options.split(" ")[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "jsonl", "ecs", "stix"})
  void readingStopsWhenNobodyListensAnyMore(String form) throws IOException {
    StringWriter err = new StringWriter();
    int code =
        Bastide.run(
            new PrintWriter(new Closed(), true),
            new PrintWriter(err, true),
            "detect",
            "--input",
            logs(200),
            "--output",
            form,
            "--lang",
            "en",
            "--stats");
    assertThat(code).isEqualTo(3);
    assertThat(err.toString()).contains("output was closed").doesNotContain("events/s");
  }

  @Test
  void aCriticalRuleOfBastideAlertsAloneThoughACorrelationLooksAtIt() throws IOException {
    Ran ran = Ran.of("detect", "--input", logs(1), "--level", "critical");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("Shadow Copies Deleted With Vssadmin");
  }

  @Test
  void progressIsShownOnATerminalAlone() {
    StringWriter said = new StringWriter();
    PrintWriter err = new PrintWriter(said, true);
    Console console = new Console(err, err, Language.EN);
    new Progress(console, false).at(1, 2, "a.json", 5);
    assertThat(said.toString()).isEmpty();
    Progress shown = new Progress(console, true);
    shown.at(1, 2, "a\u001b[2J.json", 5_000);
    assertThat(said.toString()).contains("[1/2] 5,000 events  a?[2J.json");
    shown.clear();
    assertThat(said.toString()).endsWith("\r\u001b[K");
  }

  /// A pipe whose reader has gone.
  private static final class Closed extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}

package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The timeline, on logs that would like to be markup.
class TimelineTest {

  private static final String RULE =
      """
      title: Odd </title><script>alert(0)</script>
      id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5a001
      author: An "Auditor" <img src=x onerror=alert(1)>
      license: DRL 1.1
      level: high
      references:
        - javascript:alert(1)
        - https://example.org/?a=1&b="><script>
      tags:
        - attack.impact
        - attack.t1490
      logsource:
        product: windows
        category: process_creation
      detection:
        odd:
          CommandLine|contains: odd
        condition: odd
      """;

  private static final String CORRELATION =
      """
      title: Asked Of Many
      id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5a0aa
      name: asked
      level: low
      logsource:
        product: windows
        category: process_creation
      detection:
        asked:
          CommandLine|contains: asked
        condition: asked
      ---
      title: Asked Often
      id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5a0ab
      author: Another
      level: critical
      correlation:
        type: event_count
        rules:
          - asked
        group-by:
          - User
        timespan: 10m
        condition:
          gte: 3
      """;

  private static final String HOSTILE =
      "</pre></script><script>alert(2)</script><img src=x onerror=alert(3)> \" onload=alert(4) '"
          + " ]]> --> \u202e\u0000\u001b[31m \ud800 odd";

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "lang",
          "charset",
          "http-equiv",
          "content",
          "name",
          "class",
          "id",
          "href",
          "rel",
          "aria-labelledby",
          "aria-label",
          "aria-hidden",
          "role",
          "tabindex",
          "scope",
          "datetime",
          "open",
          "hidden",
          "type",
          "value",
          "checked",
          "autocomplete",
          "data-level",
          "data-shown",
          "viewBox",
          "preserveAspectRatio",
          "x",
          "y",
          "width",
          "height");

  @TempDir private Path folder;

  private Path page(String language, String... more) throws IOException {
    Path page = folder.resolve("out.html");
    List<String> words =
        new ArrayList<>(
            List.of(
                "detect",
                "--rules",
                folder.resolve("rules").toString(),
                "--input",
                folder.resolve("logs").toString(),
                "--timeline",
                page.toString(),
                "--lang",
                language,
                "--zone",
                "Europe/Paris"));
    words.addAll(List.of(more));
    Ran ran = Ran.of(words.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    return page;
  }

  private void rule(String text) throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("rules").resolve("rule.yml"), text);
  }

  private void log(List<String> lines) throws IOException {
    Files.createDirectories(folder.resolve("logs"));
    Files.write(folder.resolve("logs").resolve("a<b>.json"), lines);
  }

  private static String event(String time, String host, String command) {
    return JsonMapper.shared()
        .writeValueAsString(
            new TreeMap<>(
                Map.of(
                    "product",
                    "windows",
                    "category",
                    "process_creation",
                    "Computer",
                    host,
                    "UtcTime",
                    time,
                    "CommandLine",
                    command,
                    "User",
                    "<b>me</b>")))
        .replace("\ud800", "\\ud800");
  }

  @Test
  void nothingInALogOrARuleBecomesMarkup() throws IOException {
    rule(RULE);
    log(
        List.of(
            event("2026-11-24 01:13:00.000", "PC<svg onload=alert(5)>", HOSTILE),
            "{\"broken <script>alert(6)</script>"));
    String html = Files.readString(page("fr"));
    assertThat(count(html, "<script")).isEqualTo(1);
    assertThat(count(html, "<style")).isEqualTo(1);
    assertThat(html).doesNotContain("<img", "<svg onload", "javascript:alert(1)\"");
    assertThat(html).contains("⟨U+202E⟩");
    assertThat(html.codePoints().filter(c -> c == 0x202e || c < ' ' && c != '\n' && c != '\t'))
        .isEmpty();
    for (String tag : tags(html)) {
      for (String attribute : attributes(tag)) {
        assertThat(ATTRIBUTES).as(tag).contains(attribute);
      }
    }
  }

  @Test
  void itsPolicyAllowsItsOwnStyleAndScriptAlone() throws Exception {
    rule(RULE);
    log(List.of(event("2026-11-24 01:13:00.000", "PC", "odd")));
    String html = Files.readString(page("fr"));
    assertThat(html)
        .contains("default-src &#39;none&#39;")
        .contains("style-src &#39;" + hash(between(html, "<style>", "</style>")))
        .contains("script-src &#39;" + hash(between(html, "<script>", "</script>")))
        .doesNotContain("unsafe", "@import", "url(", "<link", "<iframe");
  }

  @Test
  void whatWasReadStandsThereWithItsHash() throws Exception {
    rule(RULE);
    log(List.of(event("2026-11-24 01:13:00.000", "PC-12", "odd")));
    byte[] bytes = Files.readAllBytes(folder.resolve("logs").resolve("a<b>.json"));
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    String html = Files.readString(page("fr"));
    assertThat(html).contains("SHA-256 " + sha256, "mardi 24 novembre 2026", "02:13:00");
    assertThat(html).contains("PC-12", "T1490", "DRL 1.1", "élevé", "Europe/Paris");
    assertThat(html).contains("datetime=\"2026-11-24T01:13:00Z\"", "--timeline");
    assertThat(html).contains("contient « odd »".replace("« ", "«\u00a0").replace(" »", "\u00a0»"));
    String english = Files.readString(page("en"));
    assertThat(english).contains("lang=\"en\"", "Tuesday 24 November 2026", "What do these logs");
  }

  @Test
  void aLongRunIsOneEntryWithItsCount() throws IOException {
    rule(RULE);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      lines.add(
          event("2026-11-24 0%d:%02d:00.000".formatted(1 + i / 60, i % 60), "PC", "odd " + i));
    }
    log(lines);
    String html = Files.readString(page("fr"));
    assertThat(count(html, "<li class=\"alert ")).isEqualTo(1);
    assertThat(html).contains("× 120", "2 autres exemples");
  }

  @Test
  void aCorrelationShowsWhatLedThere() throws IOException {
    rule(CORRELATION);
    log(
        List.of(
            event("2026-11-24 01:13:00.000", "PC", "asked 1"),
            event("2026-11-24 01:14:00.000", "PC", "asked 2"),
            event("2026-11-24 01:15:00.000", "PC", "asked 3")));
    String html = Files.readString(page("fr"));
    assertThat(count(html, "<li class=\"alert ")).isEqualTo(1);
    assertThat(html).contains("3 événements qui y ont conduit", "Asked Of Many");
    assertThat(html).contains("nombre d’événements ≥ 3 en 10 minutes");
    assertThat(html).contains("asked 1", "asked 2", "asked 3");
  }

  @Test
  void thePageIsBoundedAndSaysWhatIsMissing() throws IOException {
    rule(RULE);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2_300; i++) {
      lines.add(event("2026-11-24 01:13:00.000", "PC-" + i, "odd " + "x".repeat(6_000)));
    }
    log(lines);
    Path page = page("en");
    String html = Files.readString(page);
    assertThat(count(html, "<li class=\"alert ")).isEqualTo(2_000);
    assertThat(html).contains("300 of level high", "without explanation or record");
    assertThat(html).contains("2,300 alerts");
    assertThat(Files.size(page)).isLessThan(25_000_000);
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  private static String hash(String content) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  /// Every tag outside of style and script, with quotes respected as a browser does.
  private static List<String> tags(String html) {
    String body =
        html.replace(between(html, "<style>", "</style>"), "")
            .replace(between(html, "<script>", "</script>"), "");
    List<String> tags = new ArrayList<>();
    for (int at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at)) {
      boolean quoted = false;
      int end = at;
      while (quoted || body.charAt(end) != '>') {
        quoted ^= body.charAt(end) == '"';
        end++;
      }
      tags.add(body.substring(at + 1, end));
      at = end;
    }
    return tags;
  }

  private static List<String> attributes(String tag) {
    List<String> names = new ArrayList<>();
    int at = tag.indexOf(' ');
    while (at >= 0 && !tag.startsWith("!")) {
      int end = at + 1;
      while (end < tag.length() && tag.charAt(end) != '=' && tag.charAt(end) != ' ') {
        end++;
      }
      names.add(tag.substring(at + 1, end));
      boolean valued = end < tag.length() && tag.charAt(end) == '=';
      at = tag.indexOf(' ', valued ? tag.indexOf('"', end + 2) : end);
    }
    return names;
  }
}

package fr.bastide.telemetry.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.internal.line.Reading.Seen;
import org.junit.jupiter.api.Test;

class AccessLogTest {

  private static Seen read(String line) {
    return Reading.of("access", line).only();
  }

  @Test
  void commonAndCombined() {
    Seen event =
        read(
            "203.0.113.9 - jean dupont [24/Nov/2026:02:13:00 +0100] \"POST /a/b.php?x=1 HTTP/1.1\""
                + " 404 - \"https://r/\" \"Mozilla/5.0 (X11)\"");
    assertThat(event.when()).isEqualTo("2026-11-24T01:13:00Z");
    assertThat(event.first("c-ip")).isEqualTo("203.0.113.9");
    assertThat(event.first("cs-username")).isEqualTo("jean dupont");
    assertThat(event.first("cs-method")).isEqualTo("POST");
    assertThat(event.first("cs-uri")).isEqualTo("/a/b.php?x=1");
    assertThat(event.first("cs-uri-stem")).isEqualTo("/a/b.php");
    assertThat(event.all("cs-uri-query")).containsExactlyInAnyOrder("x=1", "/a/b.php?x=1");
    assertThat(event.first("cs-version")).isEqualTo("HTTP/1.1");
    assertThat(event.first("sc-status")).isEqualTo("404");
    assertThat(event.first("cs-referer")).isEqualTo("https://r/");
    assertThat(event.first("cs-user-agent")).isEqualTo("Mozilla/5.0 (X11)");
    assertThat(event.logsources()).containsExactly("webserver");
    assertThat(read("::1 - - [24/Nov/2026:02:13:00 +0100] \"GET / HTTP/1.0\" 200 5").first("c-ip"))
        .isEqualTo("::1");
  }

  @Test
  void virtualHostsAndForwardedAddresses() {
    Seen virtual =
        read(
            "www.mairie.example:443 203.0.113.9 - - [24/Nov/2026:02:13:00 +0100] \"GET / HTTP/2.0\""
                + " 200 5 \"-\" \"-\" \"198.51.100.7, 10.0.0.1\"");
    assertThat(virtual.first("cs-host")).isEqualTo("www.mairie.example");
    assertThat(virtual.first("c-ip")).isEqualTo("203.0.113.9");
    assertThat(virtual.first("x-forwarded-for")).isEqualTo("198.51.100.7, 10.0.0.1");
    Seen list =
        read("198.51.100.7, 10.0.0.1 - - [24/Nov/2026:02:13:00 +0100] \"GET / HTTP/1.1\" 200 5");
    assertThat(list.first("c-ip")).isEqualTo("198.51.100.7");
    assertThat(list.first("x-forwarded-for")).isEqualTo("198.51.100.7, 10.0.0.1");
  }

  @Test
  void escapesAreUndoneAndWhatIsNoRequestIsKept() {
    Seen event =
        read(
            "203.0.113.9 - - [24/Nov/2026:02:13:00 +0100] \"GET /\\\"\\x22\\\\ HTTP/1.1\" 200 5"
                + " \"-\" \"a \\\"b\\\"\"");
    assertThat(event.first("cs-uri")).isEqualTo("/\"\"\\");
    assertThat(event.first("cs-user-agent")).isEqualTo("a \"b\"");
    Seen noise =
        read("203.0.113.9 - - [24/Nov/2026:02:13:00 +0100] \"\\x16\\x03\\x01\" 400 0 \"-\" \"-\"");
    assertThat(noise.first("cs-uri")).isEqualTo("\u0016\u0003\u0001");
    assertThat(noise.first("cs-method")).isEqualTo("(absent)");
    assertThat(noise.first("sc-status")).isEqualTo("400");
    assertThat(read("1.2.3.4 - - [24/Nov/2026:02:13:00 +0100] \"GET /never closed").first("cs-uri"))
        .isEqualTo("/never closed");
  }

  @Test
  void extendedLogsFollowTheirColumns() {
    Reading reading =
        Reading.of(
            "access",
            """
            #Software: Microsoft Internet Information Services 10.0
            #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status
            2026-11-24 02:13:00 10.0.0.1 GET /x a=1 203.0.113.9 Mozilla/5.0+(compatible;++http://b) 200
            2026-11-24 02:13:00 10.0.0.1 GET /y - 203.0.113.9 - 200
            short line
            #Fields: date time c-ip cs-username cs-method cs-uri-scheme cs-host cs-uri-path cs(User-Agent) sc-status
            2026-11-24 02:13:00 10.0.0.5 jean GET https x.example /a "curl 8" 403
            """);
    Seen iis = reading.events().getFirst();
    assertThat(iis.when()).isEqualTo("2026-11-24T02:13:00Z");
    assertThat(iis.first("cs-user-agent")).isEqualTo("Mozilla/5.0 (compatible; +http://b)");
    assertThat(iis.first("cs-uri")).isEqualTo("/x?a=1");
    assertThat(iis.logsources()).containsExactly("webserver");
    assertThat(reading.events().get(1).first("cs-uri")).isEqualTo("/y");
    Seen proxy = reading.events().getLast();
    assertThat(proxy.first("c-uri")).isEqualTo("https://x.example/a");
    assertThat(proxy.first("c-useragent")).isEqualTo("curl 8");
    assertThat(proxy.logsources()).containsExactly("proxy");
    assertThat(reading.troubles()).extracting("place").containsExactly("line 5");
  }

  @Test
  void squidAndErrorLogs() {
    Seen squid =
        read(
            "1795482780.586    921 10.0.0.5 TCP_MISS/200 507 GET"
                + " http://u@x.example:8080/a/b.exe?q=1 jean HIER_DIRECT/203.0.113.9 text/html");
    assertThat(squid.first("cs-host")).isEqualTo("x.example");
    assertThat(squid.first("c-uri-extension")).isEqualTo("exe");
    assertThat(squid.first("c-uri-query")).isEqualTo("q=1");
    assertThat(squid.first("dst_ip")).isEqualTo("203.0.113.9");
    assertThat(squid.logsources()).containsExactly("proxy");
    Seen apache =
        read(
            "[Tue Nov 24 02:13:00.123456 2026] [core:notice] [pid 12:tid 34] [client 1.2.3.4:5678]"
                + " AH00052: child pid 9 exit signal Segmentation fault (11)");
    assertThat(apache.when()).isEqualTo("2026-11-24T01:13:00.123456Z");
    assertThat(apache.first("c-ip")).isEqualTo("1.2.3.4");
    assertThat(apache.first("level")).isEqualTo("notice");
    assertThat(apache.logsources()).containsExactly("apache");
    Seen nginx =
        read(
            "2026/11/24 02:13:00 [alert] 31#0: *5 worker process 6 exited on signal 6 (core"
                + " dumped), client: 1.2.3.4, server: _, request: \"GET /x?y HTTP/1.1\", host:"
                + " \"x\"");
    assertThat(nginx.first("c-ip")).isEqualTo("1.2.3.4");
    assertThat(nginx.first("cs-uri-stem")).isEqualTo("/x");
    assertThat(nginx.logsources()).containsExactly("nginx");
    assertThat(Reading.of("access", "what is this?").troubles()).hasSize(1);
  }
}

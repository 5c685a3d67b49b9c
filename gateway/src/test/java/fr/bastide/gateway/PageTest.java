package fr.bastide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of both sides, as a browser without a script sees them, over the real link.
class PageTest {

  private final Yard yard;
  private final InetSocketAddress low;
  private final InetSocketAddress high;

  PageTest(@TempDir Path root) throws IOException {
    yard = new Yard(root).lay();
    low = Yard.freeTcp();
    high = Yard.freeTcp();
  }

  private static DoorPlan page(InetSocketAddress address) {
    return new DoorPlan(Optional.empty(), Optional.of(address), Optional.empty());
  }

  @Test
  void filesAreSentHeldReleasedAndFetched() throws Exception {
    try (Sides sides = new Sides();
        PageVisitor alice = new PageVisitor(low);
        PageVisitor carla = new PageVisitor(low);
        PageVisitor bruno = new PageVisitor(high)) {
      sides.high(yard.high(page(high))).low(yard.low(page(low)));
      strangersSeeNothing(alice);
      assertThat(alice.signIn("alice", Yard.PASSWORD).body())
          .contains("What do you want to send?")
          .contains("Civil registry");
      formsAreOurs(alice);
      send(alice);
      cutOff(alice);
      release(alice, carla);
      fetch(bruno);
      webdav();
      attack(alice, carla);
    }
  }

  private void strangersSeeNothing(PageVisitor alice) throws Exception {
    HttpResponse<String> answer = alice.get("/quarantine");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/login");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    assertThat(alice.signIn("alice", "faux").statusCode()).isEqualTo(401);
    assertThat(alice.get("/page.css").statusCode()).isEqualTo(200);
  }

  private void formsAreOurs(PageVisitor alice) throws Exception {
    assertThat(alice.post("/logout", Map.of("form", "guess")).statusCode()).isEqualTo(403);
    assertThat(
            alice
                .send(
                    alice
                        .plain("/flow/etat-civil?name=x.txt")
                        .header("X-Form", "guess")
                        .PUT(BodyPublishers.ofString("x")))
                .statusCode())
        .isEqualTo(403);
    assertThat(alice.get("/").headers().firstValue("Referrer-Policy")).contains("same-origin");
    HttpRequest.Builder foreign =
        alice
            .plain("/attack/on")
            .header("Origin", "https://evil.example")
            .POST(BodyPublishers.ofString("form=" + alice.form()));
    assertThat(alice.send(foreign).statusCode()).isEqualTo(403);
    assertThat(alice.get("/flow/nothing").statusCode()).isEqualTo(404);
  }

  private void send(PageVisitor alice) throws Exception {
    assertThat(alice.get("/flow/etat-civil").body()).contains("multipart/form-data");
    byte[] unknown = new byte[3_000];
    new Random(3).nextBytes(unknown);
    assertThat(alice.put("etat-civil", "donnees.dat", unknown).statusCode()).isEqualTo(201);
    HttpResponse<String> large = alice.put("etat-civil", "gros.txt", new byte[2_000_001]);
    assertThat(large.statusCode()).isEqualTo(409);
    assertThat(large.body()).contains("too large: 2 MB at most");
    String boundary = "limite-42";
    String body =
        part(boundary, "form", Optional.empty(), alice.form())
            + part(
                boundary, "file", Optional.of("C:\\dossier\\une note.txt"), "Bonjour.\n--limite\n")
            + part(boundary, "file", Optional.of("../../deux.txt"), "Deux.\n")
            + "--"
            + boundary
            + "--\r\n";
    HttpResponse<String> sent =
        alice.send(
            alice
                .plain("/flow/etat-civil")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));
    assertThat(sent.body()).contains("Your files were taken").contains("une note.txt");
    for (String name : new String[] {"une note.txt", "deux.txt", "retenu-1-donnees.dat.html"}) {
      yard.awaitPublished("etat-civil", name);
    }
    assertThat(Files.readString(yard.published("etat-civil", "une note.txt")))
        .isEqualTo("Bonjour.\n--limite\n");
  }

  private static String part(String boundary, String name, Optional<String> file, String content) {
    return "--"
        + boundary
        + "\r\nContent-Disposition: form-data; name=\""
        + name
        + "\""
        + file.map(one -> "; filename=\"" + one + "\"\r\nContent-Type: text/plain").orElse("")
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  /// A connection that breaks in the middle of a file leaves nothing behind.
  private void cutOff(PageVisitor alice) throws Exception {
    String cookie = alice.plain("/").build().headers().firstValue("Cookie").orElseThrow();
    for (boolean form : new boolean[] {true, false}) {
      try (Socket socket = new Socket(low.getAddress(), low.getPort())) {
        OutputStream out = socket.getOutputStream();
        String body =
            form
                ? part("b", "form", Optional.empty(), alice.form())
                    + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"coupe.txt\"\r\n\r\nmoi"
                : "moi";
        String head =
            (form
                    ? "POST /flow/etat-civil HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    : "PUT /flow/etat-civil?name=coupe.txt HTTP/1.1\r\nX-Form: "
                        + alice.form()
                        + "\r\n")
                + "Host: x\r\nCookie: "
                + cookie
                + "\r\nContent-Length: 5000\r\n\r\n";
        out.write((head + body).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Thread.sleep(100);
      }
    }
    Thread.sleep(600);
    assertThat(yard.published("etat-civil")).noneMatch(name -> name.contains("coupe"));
    assertThat(yard.root.resolve("low/spool/.staging")).isEmptyDirectory();
  }

  private void release(PageVisitor alice, PageVisitor carla) throws Exception {
    assertThat(alice.get("/quarantine").body()).contains("donnees.dat");
    assertThat(alice.get("/quarantine/1").body()).contains("Ask for this file");
    assertThat(alice.post("/quarantine/1/request", Map.of("note", "<b>vite</b>")).statusCode())
        .isEqualTo(303);
    assertThat(alice.get("/quarantine/1").body())
        .contains("requested by alice (&lt;b&gt;vite&lt;/b&gt;)")
        .doesNotContain("Let it cross");
    assertThat(alice.post("/quarantine/1/release", Map.of()).statusCode()).isEqualTo(409);
    carla.signIn("carla", Yard.PASSWORD);
    assertThat(carla.get("/quarantine/1").body()).contains("Let it cross as it is");
    assertThat(carla.post("/quarantine/1/release", Map.of()).statusCode()).isEqualTo(303);
    yard.awaitPublished("etat-civil", "donnees.dat");
  }

  private void fetch(PageVisitor bruno) throws Exception {
    assertThat(bruno.signIn("bruno", Yard.PASSWORD).body()).contains("What has arrived?");
    assertThat(bruno.get("/flow/etat-civil").body()).contains("une note.txt");
    String name = yard.published("etat-civil", "une note.txt").getFileName().toString();
    HttpResponse<String> file = bruno.get("/flow/etat-civil/" + name.replace(" ", "%20"));
    assertThat(file.body()).isEqualTo("Bonjour.\n--limite\n");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''une%20note.txt");
    assertThat(file.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox"));
    assertThat(bruno.get("/flow/etat-civil/..%2f..%2fflows.yaml").statusCode()).isEqualTo(404);
    assertThat(bruno.get("/flow/.staging/x").statusCode()).isEqualTo(404);
  }

  private void webdav() throws Exception {
    try (PageVisitor client = new PageVisitor(high)) {
      assertThat(client.get("/dav/").statusCode()).isEqualTo(401);
      assertThat(dav(client, "PROPFIND", "/dav/", "alice", "1").body())
          .doesNotContain("etat-civil");
      assertThat(dav(client, "PROPFIND", "/dav/", "bruno", "1").body())
          .contains("/dav/etat-civil/");
      HttpResponse<String> list = dav(client, "PROPFIND", "/dav/etat-civil/", "bruno", "1");
      assertThat(list.statusCode()).isEqualTo(207);
      assertThat(list.body()).contains("une%20note.txt").contains("<getcontentlength>18<");
      int from = list.body().indexOf("/dav/etat-civil/", list.body().indexOf("une%20note") - 30);
      String href = list.body().substring(from, list.body().indexOf('<', from));
      assertThat(dav(client, "GET", href, "bruno", "0").body()).startsWith("Bonjour.");
      assertThat(dav(client, "PROPFIND", "/dav/", "bruno", "infinity").statusCode()).isEqualTo(403);
      assertThat(dav(client, "DELETE", href, "bruno", "0").statusCode()).isEqualTo(405);
      assertThat(dav(client, "GET", href, "alice", "0").statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> dav(
      PageVisitor client, String method, String path, String user, String depth) throws Exception {
    return client.send(
        client
            .plain(path)
            .header("Depth", depth)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (user + ":" + Yard.PASSWORD).getBytes(StandardCharsets.UTF_8)))
            .method(method, BodyPublishers.noBody()));
  }

  private void attack(PageVisitor alice, PageVisitor carla) throws Exception {
    alice.get("/attack");
    assertThat(alice.post("/attack/on", Map.of()).statusCode()).isEqualTo(409);
    assertThat(carla.get("/attack").body()).contains("Cut all but the vital flows");
    assertThat(carla.post("/attack/on", Map.of("note", "rançongiciel")).statusCode())
        .isEqualTo(303);
    assertThat(carla.get("/attack").body())
        .contains("An attack is going on.")
        .contains("Open the flows of step 1");
    alice.get("/flow/urbanisme");
    HttpResponse<String> turned =
        alice.put("urbanisme", "plan.txt", "x".getBytes(StandardCharsets.UTF_8));
    assertThat(turned.statusCode()).isEqualTo(409);
    assertThat(turned.body()).contains("the flow “Planning” is cut");
    assertThat(
            alice.put("etat-civil", "vital.txt", "x".getBytes(StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(201);
    carla.post("/attack/step", Map.of());
    carla.post("/attack/off", Map.of());
    assertThat(carla.get("/attack").body()).doesNotContain("An attack is going on.");
  }
}

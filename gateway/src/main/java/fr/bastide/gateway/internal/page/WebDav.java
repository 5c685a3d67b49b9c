package fr.bastide.gateway.internal.page;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.gateway.internal.access.SignIn;
import fr.bastide.gateway.internal.files.Shelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// WebDAV, reading only (RFC 4918, class 1 without its writing methods): the flows somebody may
/// fetch from, as folders of files. No XML is read: whatever a client asks for, it is told the same
/// few properties.
final class WebDav {

  private static final String ALLOWED = "OPTIONS, GET, HEAD, PROPFIND";
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST = 200;
  private static final int MOST_BODY = 1 << 16;

  private record Known(String user, Instant until) {}

  private final HighPages.Rooms rooms;
  private final SignIn signIn;
  private final Clock clock;
  private final SecretKeySpec key;
  private final Map<String, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  WebDav(HighPages.Rooms rooms, SignIn signIn, Clock clock) {
    this.rooms = rooms;
    this.signIn = signIn;
    this.clock = clock;
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    key = new SecretKeySpec(secret, "HmacSHA256");
  }

  void answer(Visit visit) throws IOException {
    visit.set("DAV", "1");
    visit.set("Allow", ALLOWED);
    if (visit.method().equals("OPTIONS")) {
      visit.empty(200);
      return;
    }
    if (visit.body().readNBytes(MOST_BODY).length == MOST_BODY) {
      visit.empty(413);
      return;
    }
    Optional<String> user = user(visit);
    if (user.isEmpty()) {
      visit.set("WWW-Authenticate", "Basic realm=\"sas\", charset=\"UTF-8\"");
      visit.empty(401);
      return;
    }
    List<String> path = visit.path();
    List<Flow> open =
        HighPages.mine(rooms, user.get()).stream()
            .filter(flow -> rooms.ledger().standing().open(flow))
            .toList();
    boolean mine =
        path.size() == 1 || open.stream().anyMatch(flow -> flow.id().equals(path.get(1)));
    if (!mine || path.size() > 3) {
      visit.empty(404);
      return;
    }
    switch (visit.method()) {
      case "PROPFIND" -> find(visit, path, open);
      case "GET", "HEAD" -> get(visit, path);
      default -> visit.empty(405);
    }
  }

  private void get(Visit visit, List<String> path) throws IOException {
    Optional<Path> file =
        path.size() == 3 ? rooms.shelf().find(path.get(1), path.get(2)) : Optional.empty();
    if (file.isEmpty() || !HighPages.download(visit, file.get())) {
      visit.empty(path.size() == 3 ? 404 : 405);
    }
  }

  private void find(Visit visit, List<String> path, List<Flow> open) throws IOException {
    String depth = visit.header("Depth").orElse("infinity");
    if (!depth.equals("0") && !depth.equals("1")) {
      visit.bytes(
          403,
          "application/xml; charset=utf-8",
          "<?xml version=\"1.0\" encoding=\"utf-8\"?><error xmlns=\"DAV:\"><propfind-finite-depth/></error>"
              .getBytes(StandardCharsets.UTF_8));
      return;
    }
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
            .append("<multistatus xmlns=\"DAV:\">\n");
    boolean deeper = depth.equals("1");
    if (path.size() == 1) {
      folder(xml, "/dav/", "sas");
      if (deeper) {
        open.forEach(flow -> folder(xml, "/dav/" + flow.id() + "/", flow.id()));
      }
    } else {
      String flow = path.get(1);
      List<Shelf.Published> files = rooms.shelf().list(flow);
      if (path.size() == 2) {
        folder(xml, "/dav/" + flow + "/", flow);
        if (deeper) {
          files.forEach(file -> file(xml, flow, file));
        }
      } else {
        Optional<Shelf.Published> file =
            files.stream().filter(one -> one.name().equals(path.get(2))).findFirst();
        if (file.isEmpty()) {
          visit.empty(404);
          return;
        }
        file(xml, flow, file.get());
      }
    }
    visit.bytes(
        207,
        "application/xml; charset=utf-8",
        xml.append("</multistatus>\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void folder(StringBuilder xml, String href, String name) {
    xml.append("<response><href>")
        .append(href)
        .append("</href><propstat><prop><displayname>")
        .append(Markup.escaped(name))
        .append("</displayname><resourcetype><collection/></resourcetype></prop>")
        .append("<status>HTTP/1.1 200 OK</status></propstat></response>\n");
  }

  private static void file(StringBuilder xml, String flow, Shelf.Published file) {
    xml.append("<response><href>/dav/")
        .append(flow)
        .append('/')
        .append(HighPages.encoded(file.name()))
        .append("</href><propstat><prop><displayname>")
        .append(Markup.escaped(file.name()))
        .append("</displayname><resourcetype/><getcontentlength>")
        .append(file.size())
        .append("</getcontentlength><getcontenttype>application/octet-stream</getcontenttype>")
        .append("<getlastmodified>")
        .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(file.at().atOffset(ZoneOffset.UTC)))
        .append("</getlastmodified><getetag>\"")
        .append(file.number())
        .append("\"</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response>\n");
  }

  /// The user of the request's own credentials; what was right is remembered a while, because
  /// clients send it each time and a digest takes long.
  private Optional<String> user(Visit visit) {
    String header = visit.header("Authorization").orElse("");
    if (!header.startsWith("Basic ")) {
      return Optional.empty();
    }
    String pair;
    try {
      pair =
          new String(
              Base64.getDecoder().decode(header.substring("Basic ".length()).strip()),
              StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    if (colon < 1) {
      return Optional.empty();
    }
    String mark = mark(pair);
    Instant now = clock.instant();
    synchronized (known) {
      Known before = known.get(mark);
      if (before != null && before.until().isAfter(now)) {
        return Optional.of(before.user());
      }
    }
    String user = pair.substring(0, colon);
    char[] password = pair.substring(colon + 1).toCharArray();
    if (signIn.password(user, password, visit.address()) instanceof SignIn.Answer.Known) {
      synchronized (known) {
        known.put(mark, new Known(user, now.plus(REMEMBERED)));
      }
      return Optional.of(user);
    }
    return Optional.empty();
  }

  private String mark(String pair) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(pair.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
  }
}

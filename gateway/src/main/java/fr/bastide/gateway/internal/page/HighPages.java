package fr.bastide.gateway.internal.page;

import fr.bastide.airlock.flow.AttackMode;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.Ledger;
import fr.bastide.gateway.DoorPlan;
import fr.bastide.gateway.internal.access.SignIn;
import fr.bastide.gateway.internal.files.Shelf;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The page of the high side: fetch what crossed, and, for who commands, attack mode.
public final class HighPages implements Site.Rooms {

  /// What this side's doors work with.
  ///
  /// @param carried the flows this side carries
  public record Rooms(Flows flows, List<Flow> carried, Ledger ledger, Shelf shelf) {}

  private final Rooms rooms;
  private final AttackPages attack;
  private final Clock clock;

  private HighPages(Rooms rooms, Clock clock) {
    this.rooms = rooms;
    this.clock = clock;
    attack = new AttackPages(rooms.carried(), clock);
  }

  /// Opens the door; WebDAV is at `/dav/`.
  ///
  /// @param report told what went wrong within
  public static PageServer open(
      InetSocketAddress address,
      Optional<DoorPlan.Tls> tls,
      Rooms rooms,
      SignIn signIn,
      Consumer<Text> report,
      Clock clock)
      throws IOException {
    List<Frame.Place> places =
        List.of(
            new Frame.Place("/", new Text("Recevoir", "Fetch")),
            new Frame.Place("/attack", new Text("Flux", "Flows")));
    Site site =
        new Site(rooms.flows(), rooms.ledger(), signIn, places, new HighPages(rooms, clock), clock);
    WebDav dav = new WebDav(rooms, signIn, clock);
    return PageServer.open(
        address,
        tls,
        visit -> {
          if (!visit.path().isEmpty() && visit.path().getFirst().equals("dav")) {
            dav.answer(visit);
          } else {
            site.answer(visit);
          }
        },
        report,
        clock);
  }

  /// The flows somebody may fetch from, cut or not.
  static List<Flow> mine(Rooms rooms, String user) {
    return rooms.carried().stream().filter(flow -> flow.readers().contains(user)).toList();
  }

  @Override
  public boolean answer(Visit visit, Sessions.Session session, Site site) throws IOException {
    List<String> path = visit.path();
    boolean reads = visit.method().equals("GET") || visit.method().equals("HEAD");
    if (!path.isEmpty() && path.getFirst().equals("attack")) {
      return attack.answer(visit, session, site);
    }
    if (!reads) {
      return false;
    }
    if (path.isEmpty()) {
      home(visit, session, site);
      return true;
    }
    Optional<Flow> flow =
        path.size() > 1 && path.getFirst().equals("flow")
            ? mine(rooms, session.user()).stream()
                .filter(one -> one.id().equals(path.get(1)))
                .findFirst()
            : Optional.empty();
    if (flow.isEmpty() || path.size() > 3) {
      return false;
    }
    boolean open = site.ledger().standing().open(flow.get());
    if (path.size() == 2 || !open) {
      list(visit, session, site, flow.get(), open);
      return true;
    }
    Optional<Path> file = rooms.shelf().find(flow.get().id(), path.get(2));
    return file.isPresent() && download(visit, file.get());
  }

  private void home(Visit visit, Sessions.Session session, Site site) throws IOException {
    Markup html =
        site.begin(
            visit, new Text("Qu’est-ce qui est arrivé\u202f?", "What has arrived?"), session);
    List<Flow> mine = mine(rooms, session.user());
    if (mine.isEmpty()) {
      html.element(
          "p",
          "Aucun flux ne vous est ouvert pour recevoir. Demandez-le à votre service informatique.",
          "No flow is open for you to fetch from. Ask your IT service.");
    }
    html.raw("<ul class=\"choices\">\n");
    for (Flow flow : mine) {
      html.raw("<li><a class=\"button\" href=\"/flow/" + flow.id() + "\">")
          .say(flow.name())
          .raw("</a></li>\n");
    }
    html.raw("</ul>\n");
    site.end(visit, 200, html);
  }

  private void list(Visit visit, Sessions.Session session, Site site, Flow flow, boolean open)
      throws IOException {
    Markup html = site.begin(visit, flow.name(), session);
    List<Shelf.Published> files = open ? rooms.shelf().list(flow.id()) : List.of();
    if (!open) {
      html.raw("<p class=\"notice fire\">").say(AttackMode.told(flow, rooms.flows())).raw("</p>\n");
    } else if (files.isEmpty()) {
      html.element(
          "p",
          "Rien n’est arrivé. Les fichiers qui passent le sas apparaîtront ici.",
          "Nothing has arrived. Files that cross the airlock will be here.");
    } else {
      table(html, flow, files);
    }
    site.end(visit, 200, html);
  }

  private void table(Markup html, Flow flow, List<Shelf.Published> files) {
    html.raw("<table>\n<thead><tr>");
    for (Text head :
        List.of(
            new Text("Fichier", "File"),
            new Text("Arrivé", "Arrived"),
            new Text("Octets", "Bytes"),
            new Text("Reçu", "Receipt"))) {
      html.raw("<th scope=\"col\">").say(head).raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for (Shelf.Published file : files) {
      String href = "/flow/" + flow.id() + "/" + encoded(file.name());
      html.raw("<tr><th scope=\"row\"><a href=\"" + href + "\">")
          .text(file.plain())
          .raw("</a></th><td>")
          .text(When.say(file.at(), clock.getZone(), html.language()))
          .raw("</td><td>" + file.size() + "</td><td><a href=\"" + href + Shelf.RECEIPT + "\">")
          .say("reçu", "receipt")
          .raw("<span class=\"unseen\"> ")
          .text(file.plain())
          .raw("</span></a></td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n");
  }

  /// A name as it stands in an address.
  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Gives a file out as something to save, never to show.
  static boolean download(Visit visit, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String plain = name.substring(name.indexOf('-') + 1);
    try (InputStream in = Files.newInputStream(file)) {
      visit.set("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(plain));
      visit.stream("application/octet-stream", Files.size(file), in);
      return true;
    } catch (NoSuchFileException removed) {
      return false;
    }
  }
}

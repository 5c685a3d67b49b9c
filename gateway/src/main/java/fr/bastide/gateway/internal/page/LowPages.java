package fr.bastide.gateway.internal.page;

import fr.bastide.airlock.flow.AirlockStatus.Crossing;
import fr.bastide.airlock.flow.AttackMode;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Quota;
import fr.bastide.gateway.DoorPlan;
import fr.bastide.gateway.internal.access.SignIn;
import fr.bastide.gateway.internal.files.LowHousekeeping;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The page of the low side: put files in, see what became of them, and, for those entitled,
/// quarantine and attack mode.
public final class LowPages implements Site.Rooms {

  private final LowHousekeeping.Rooms rooms;
  private final Uploads uploads;
  private final QuarantinePages quarantine;
  private final AttackPages attack;
  private final Clock clock;

  private LowPages(LowHousekeeping.Rooms rooms, Clock clock) {
    this.rooms = rooms;
    this.clock = clock;
    uploads = new Uploads(rooms.intake());
    quarantine = new QuarantinePages(clock);
    attack = new AttackPages(rooms.carried(), clock);
  }

  /// Opens the door.
  ///
  /// @param report told what went wrong within
  public static PageServer open(
      InetSocketAddress address,
      Optional<DoorPlan.Tls> tls,
      LowHousekeeping.Rooms rooms,
      SignIn signIn,
      Consumer<Text> report,
      Clock clock)
      throws IOException {
    List<Frame.Place> places =
        List.of(
            new Frame.Place("/", new Text("Déposer", "Send")),
            new Frame.Place("/quarantine", new Text("Retenus", "Held")),
            new Frame.Place("/attack", new Text("Flux", "Flows")));
    Site site =
        new Site(rooms.flows(), rooms.ledger(), signIn, places, new LowPages(rooms, clock), clock);
    return PageServer.open(address, tls, site, report, clock);
  }

  @Override
  public boolean answer(Visit visit, Sessions.Session session, Site site) throws IOException {
    List<String> path = visit.path();
    if (path.isEmpty() && visit.method().equals("GET")) {
      home(visit, session, site);
      return true;
    }
    return switch (path.isEmpty() ? "" : path.getFirst()) {
      case "quarantine" -> quarantine.answer(visit, session, site);
      case "attack" -> attack.answer(visit, session, site);
      case "flow" -> path.size() == 2 && flow(visit, session, site, path.getLast());
      default -> false;
    };
  }

  private boolean flow(Visit visit, Sessions.Session session, Site site, String id)
      throws IOException {
    Optional<Flow> flow = mine(session).stream().filter(one -> one.id().equals(id)).findFirst();
    if (flow.isEmpty()) {
      return false;
    }
    switch (visit.method()) {
      case "GET" -> form(visit, session, site, flow.get());
      case "POST" -> uploads.form(visit, session, site, flow.get());
      case "PUT" -> uploads.plain(visit, session, flow.get());
      default -> visit.empty(405);
    }
    return true;
  }

  private List<Flow> mine(Sessions.Session session) {
    return rooms.carried().stream()
        .filter(
            flow -> flow.carries() == Flow.Cargo.FILES && flow.senders().contains(session.user()))
        .toList();
  }

  private void home(Visit visit, Sessions.Session session, Site site) throws IOException {
    List<Flow> mine = mine(session);
    Markup html =
        site.begin(
            visit,
            new Text("Que voulez-vous envoyer\u202f?", "What do you want to send?"),
            session);
    if (mine.isEmpty()) {
      html.element(
          "p",
          "Aucun flux ne vous est ouvert pour déposer. Demandez-le à votre correspondant.",
          "No flow is open for you to send by. Ask your contact.");
    } else {
      html.raw("<ul class=\"choices\">\n");
      for (Flow flow : mine) {
        html.raw("<li><a class=\"button\" href=\"/flow/" + flow.id() + "\">")
            .say(flow.name())
            .raw("</a></li>\n");
      }
      html.raw("</ul>\n");
      crossings(html, mine);
    }
    site.end(visit, 200, html);
  }

  private void crossings(Markup html, List<Flow> mine) {
    List<Crossing> recent =
        rooms.receipts().recent().stream()
            .filter(one -> mine.stream().anyMatch(flow -> flow.id().equals(one.flow())))
            .limit(30)
            .toList();
    if (recent.isEmpty()) {
      return;
    }
    html.element("h2", "Les derniers envois", "What was sent last");
    html.raw("<table>\n<thead><tr>");
    for (Text head :
        List.of(
            new Text("Fichier", "File"),
            new Text("Quand", "When"),
            new Text("Résultat", "Result"))) {
      html.raw("<th scope=\"col\">").say(head).raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for (Crossing one : recent) {
      html.raw("<tr><th scope=\"row\">")
          .text(one.name())
          .raw("</th><td>")
          .text(When.say(one.at(), clock.getZone(), html.language()))
          .raw("</td><td>")
          .say(result(one))
          .raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n");
  }

  private static Text result(Crossing one) {
    return switch (one.result()) {
      case UNTOUCHED -> new Text("passé, rien à retirer", "crossed, nothing to remove");
      case DISARMED ->
          new Text(
              "passé, éléments dangereux retirés\u00a0: " + one.removed(),
              "crossed, dangerous parts removed: " + one.removed());
      case HELD -> new Text("retenu, n°\u00a0" + one.heldAs(), "held, no. " + one.heldAs());
      case RELEASED -> new Text("passé tel quel", "crossed as it is");
    };
  }

  private void form(Visit visit, Sessions.Session session, Site site, Flow flow)
      throws IOException {
    Markup html =
        site.begin(
            visit,
            new Text(
                "Quels fichiers envoyer\u202f? " + flow.name().fr(),
                "Which files to send? " + flow.name().en()),
            session);
    if (!site.ledger().standing().open(flow)) {
      html.raw("<p class=\"notice fire\">").say(AttackMode.told(flow, site.flows())).raw("</p>\n");
      site.end(visit, 200, html);
      return;
    }
    long most = flow.quota().largest() / Quota.MEGABYTE;
    html.raw("<form id=\"upload\" method=\"post\" enctype=\"multipart/form-data\" class=\"sheet\"")
        .raw(" data-form=\"" + Markup.escaped(session.form()) + "\"")
        .raw(" data-sending=\"")
        .say("Envoi", "Sending")
        .raw("\" data-done=\"")
        .say("Pris", "Taken")
        .raw("\" data-failed=\"")
        .say("Pas pris\u00a0: ", "Not taken: ")
        .raw("\">")
        .raw(Frame.hidden(session))
        .raw("<div id=\"drop\" class=\"drop\"><label for=\"file\">")
        .say("Fichiers", "Files")
        .raw("</label>\n<input id=\"file\" name=\"file\" type=\"file\" multiple required")
        .raw(" aria-describedby=\"bound\">\n<p id=\"bound\">")
        .say(
            most + "\u00a0Mo au plus par fichier. Vous pouvez aussi les glisser ici.",
            most + " MB at most for each. You may also drop them here.")
        .raw("</p></div>\n<button>")
        .say("Envoyer", "Send")
        .raw("</button>\n</form>\n<div id=\"progress\" aria-live=\"polite\"></div>\n")
        .raw("<script src=\"/upload.js\" defer></script>\n");
    site.end(visit, 200, html);
  }
}

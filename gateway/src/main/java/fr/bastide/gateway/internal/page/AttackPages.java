package fr.bastide.gateway.internal.page;

import fr.bastide.airlock.flow.AttackMode;
import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.Standing;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Attack mode: which flows are open, and for who commands the one button that cuts them and the
/// one that opens the next.
final class AttackPages {

  private static final Text TITLE =
      new Text("Quels flux sont ouverts\u202f?", "Which flows are open?");

  private final List<Flow> carried;
  private final InstantSource clock;

  AttackPages(List<Flow> carried, InstantSource clock) {
    this.carried = carried;
    this.clock = clock;
  }

  boolean answer(Visit visit, Sessions.Session session, Site site) throws IOException {
    List<String> path = visit.path();
    if (path.size() == 1 && visit.method().equals("GET")) {
      show(visit, session, site);
      return true;
    }
    if (path.size() == 2 && visit.method().equals("POST")) {
      Map<String, String> fields = FormFields.read(visit.body());
      if (site.sent(visit, session, fields)) {
        decide(visit, session, site, path.getLast(), fields.getOrDefault("note", ""));
      }
      return true;
    }
    return false;
  }

  private void decide(Visit visit, Sessions.Session session, Site site, String what, String note)
      throws IOException {
    Flows flows = site.flows();
    Instant now = clock.instant();
    Decision decision =
        site.ledger()
            .decide(standing ->
                switch (what) {
                  case "on" -> AttackMode.begin(standing, flows, session.user(), note, now);
                  case "step" -> AttackMode.step(standing, flows, session.user(), now);
                  default -> AttackMode.end(standing, flows, session.user(), now);
                });
    if (decision instanceof Decision.Denied denied) {
      site.tell(
          visit,
          409,
          session,
          new Text("Rien n’a changé", "Nothing changed"),
          denied.why(),
          "/attack");
    } else {
      visit.redirect("/attack");
    }
  }

  private void show(Visit visit, Sessions.Session session, Site site) throws IOException {
    Standing standing = site.ledger().standing();
    Markup html = site.begin(visit, TITLE, session);
    html.raw("<table>\n<thead><tr><th scope=\"col\">")
        .say("Flux", "Flow")
        .raw("</th><th scope=\"col\">")
        .say("État", "State")
        .raw("</th></tr></thead>\n<tbody>\n");
    for (Flow flow : carried) {
      html.raw("<tr><th scope=\"row\">").say(flow.name());
      if (flow.vital()) {
        html.raw(" <span class=\"mark\">").say("vital", "vital").raw("</span>");
      }
      html.raw("</th><td>")
          .say(
              standing.open(flow)
                  ? new Text("ouvert", "open")
                  : new Text(
                      "coupé, rouvre à l’étape " + flow.returns(),
                      "cut, opens again at step " + flow.returns()))
          .raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n");
    if (site.flows().commands(session.user())) {
      buttons(html, session, standing);
    }
    site.end(visit, 200, html);
  }

  private void buttons(Markup html, Sessions.Session session, Standing standing) {
    AttackMode mode = standing.attack();
    if (!mode.on()) {
      html.raw("<form method=\"post\" action=\"/attack/on\" class=\"sheet\">")
          .raw(Frame.hidden(session))
          .raw("<label for=\"note\">")
          .say("Ce qui se passe (facultatif)", "What happens (optional)")
          .raw("</label><input id=\"note\" name=\"note\" maxlength=\"500\">\n")
          .raw("<button class=\"danger\">")
          .say("Couper tout sauf les flux vitaux", "Cut all but the vital flows")
          .raw("</button></form>\n");
      return;
    }
    boolean all = mode.next(carried) > Flow.LAST_STEP;
    html.raw(
            "<form method=\"post\" action=\"/attack/"
                + (all ? "off" : "step")
                + "\" class=\"sheet\">")
        .raw(Frame.hidden(session))
        .raw("<button>")
        .say(
            all
                ? new Text("Terminer le mode attaque", "End attack mode")
                : new Text(
                    "Rouvrir les flux de l’étape " + mode.next(carried),
                    "Open the flows of step " + mode.next(carried)))
        .raw("</button></form>\n");
  }
}

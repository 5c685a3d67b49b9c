package fr.bastide.gateway.internal.page;

import fr.bastide.airlock.Words;
import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.FlowEvent;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.HeldItem;
import fr.bastide.airlock.flow.Quarantine;
import fr.bastide.airlock.flow.Standing;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was held, for those entitled: why, what to ask of the sender, and the way to ask for it or
/// to decide.
final class QuarantinePages {

  private final Clock clock;

  QuarantinePages(Clock clock) {
    this.clock = clock;
  }

  boolean answer(Visit visit, Sessions.Session session, Site site) throws IOException {
    List<String> path = visit.path();
    if (path.size() == 1 && visit.method().equals("GET")) {
      list(visit, session, site);
      return true;
    }
    Optional<Long> number = path.size() > 1 ? number(path.get(1)) : Optional.empty();
    if (number.isEmpty()) {
      return false;
    }
    if (path.size() == 2 && visit.method().equals("GET")) {
      return show(visit, session, site, number.get());
    }
    if (path.size() == 3 && visit.method().equals("POST")) {
      Map<String, String> fields = FormFields.read(visit.body());
      if (site.sent(visit, session, fields)) {
        decide(visit, session, site, number.get(), fields.getOrDefault("note", ""));
      }
      return true;
    }
    return false;
  }

  private static Optional<Long> number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private void list(Visit visit, Sessions.Session session, Site site) throws IOException {
    List<HeldItem> items =
        Quarantine.visible(site.ledger().standing(), site.flows(), session.user());
    Markup html =
        site.begin(visit, new Text("Qu’est-ce qui est retenu\u202f?", "What is held?"), session);
    if (items.isEmpty()) {
      html.element(
          "p",
          "Rien n’est retenu. Ce que le sas ne peut pas reconstruire apparaîtra ici, avec la raison.",
          "Nothing is held. What the airlock cannot rebuild will be here, with the reason.");
    } else {
      html.raw("<table>\n<thead><tr>");
      for (Text head :
          List.of(
              new Text("N°", "No."),
              new Text("Fichier", "File"),
              new Text("Flux", "Flow"),
              new Text("Pourquoi", "Why"),
              new Text("État", "State"))) {
        html.raw("<th scope=\"col\">").say(head).raw("</th>");
      }
      html.raw("</tr></thead>\n<tbody>\n");
      items.stream().limit(200).forEach(item -> row(html, item));
      html.raw("</tbody>\n</table>\n");
    }
    site.end(visit, 200, html);
  }

  private static void row(Markup html, HeldItem item) {
    html.raw("<tr><td><a href=\"/quarantine/" + item.number() + "\">" + item.number())
        .raw("</a></td><th scope=\"row\">")
        .text(item.held().name())
        .raw("</th><td>")
        .text(item.held().flow())
        .raw("</td><td>")
        .say(Words.of(item.held().reason()).what())
        .raw("</td><td>")
        .say(state(item))
        .raw("</td></tr>\n");
  }

  private static Text state(HeldItem item) {
    return switch (item.state()) {
      case HELD -> new Text("retenu", "held");
      case REQUESTED -> new Text("demandé, attend une décision", "requested, waits for a decision");
      case RELEASED -> new Text("libéré", "released");
      case SENT -> new Text("passé tel quel", "crossed as it is");
      case REFUSED -> new Text("refusé", "refused");
      case EXPIRED -> new Text("échu", "expired");
    };
  }

  private boolean show(Visit visit, Sessions.Session session, Site site, long number)
      throws IOException {
    Standing standing = site.ledger().standing();
    Optional<HeldItem> found =
        standing
            .item(number)
            .filter(item -> Quarantine.visible(item, site.flows(), session.user()));
    if (found.isEmpty()) {
      return false;
    }
    HeldItem item = found.get();
    Words.OfReason words = Words.of(item.held().reason());
    Markup html =
        site.begin(
            visit,
            new Text(
                "Pourquoi «\u00a0" + item.held().name() + "\u00a0» est retenu\u202f?",
                "Why is “" + item.held().name() + "” held?"),
            session);
    html.raw("<p class=\"notice\">")
        .say(words.what())
        .raw("</p>\n<p><strong>")
        .say("Que faire\u202f? ", "What to do? ")
        .raw("</strong>")
        .say(words.ask())
        .raw("</p>\n<h2>")
        .say("Ce qui s’est passé", "What happened")
        .raw("</h2>\n<ol>\n");
    item.steps().forEach(step -> step(html, step));
    html.raw("</ol>\n<details><summary>")
        .say("Détails", "Details")
        .raw("</summary><p>SHA-256 <code>" + item.held().sha256() + "</code><br>")
        .say(item.held().size() + "\u00a0octets", item.held().size() + " bytes")
        .raw("<br>")
        .text(item.held().where())
        .raw("</p></details>\n");
    buttons(html, session, site.flows(), item);
    site.end(visit, 200, html);
    return true;
  }

  private void step(Markup html, FlowEvent.OfItem step) {
    html.raw("<li>")
        .text(When.say(step.at(), clock.getZone(), html.language()))
        .say("\u00a0: ", ": ");
    html.say(
        switch (step) {
          case FlowEvent.Held _ -> new Text("retenu au sas", "held at the airlock");
          case FlowEvent.Requested one ->
              noted("demandé par ", "requested by ", one.by(), one.note());
          case FlowEvent.Released one -> noted("libéré par ", "released by ", one.by(), one.note());
          case FlowEvent.Refused one -> noted("refusé par ", "refused by ", one.by(), one.note());
          case FlowEvent.Expired _ -> new Text("échu, personne n’a décidé", "over, nobody decided");
          case FlowEvent.Sent _ ->
              new Text("remis au lien, tel quel", "handed to the link, as it is");
        });
    html.raw("</li>\n");
  }

  private static Text noted(String fr, String en, String by, String note) {
    String more = note.isEmpty() ? "" : " (" + note + ")";
    return new Text(fr + by + more, en + by + more);
  }

  private static void buttons(Markup html, Sessions.Session session, Flows flows, HeldItem item) {
    Optional<Flow> flow = flows.flow(item.held().flow());
    if (!item.open() || flow.isEmpty() || !flow.get().entitled(session.user())) {
      return;
    }
    boolean decides = flow.get().approvers().contains(session.user());
    if (item.state() == HeldItem.State.HELD
        && flow.get().releasable().contains(item.held().reason())) {
      button(html, session, item, "request", new Text("Demander ce fichier", "Ask for this file"));
    }
    if (item.state() == HeldItem.State.REQUESTED
        && decides
        && !item.requestedBy().equals(session.user())) {
      button(
          html,
          session,
          item,
          "release",
          new Text("Laisser passer tel quel", "Let it cross as it is"));
    }
    if (decides) {
      button(html, session, item, "refuse", new Text("Refuser ce fichier", "Refuse this file"));
    }
  }

  private static void button(
      Markup html, Sessions.Session session, HeldItem item, String act, Text name) {
    html.raw("<form method=\"post\" class=\"sheet\" action=\"/quarantine/")
        .raw(item.number() + "/" + act + "\">")
        .raw(Frame.hidden(session))
        .raw("<label for=\"note-" + act + "\">")
        .say("Pourquoi (facultatif)", "Why (optional)")
        .raw("</label><input id=\"note-" + act + "\" name=\"note\" maxlength=\"500\">\n<button>")
        .say(name)
        .raw("</button></form>\n");
  }

  private void decide(Visit visit, Sessions.Session session, Site site, long number, String note)
      throws IOException {
    Flows flows = site.flows();
    String user = session.user();
    Instant now = clock.instant();
    String act = visit.path().getLast();
    Decision decision =
        site.ledger()
            .decide(standing ->
                switch (act) {
                  case "request" -> Quarantine.request(standing, flows, number, user, note, now);
                  case "release" -> Quarantine.release(standing, flows, number, user, note, now);
                  case "refuse" -> Quarantine.refuse(standing, flows, number, user, note, now);
                  default ->
                      new Decision.Denied(
                          new Text("Ce geste n’existe pas.", "There is no such act."));
                });
    if (decision instanceof Decision.Denied denied) {
      site.tell(
          visit,
          409,
          session,
          new Text("Rien n’a changé", "Nothing changed"),
          denied.why(),
          "/quarantine");
    } else {
      visit.redirect("/quarantine/" + number);
    }
  }
}

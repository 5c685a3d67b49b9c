package fr.bastide.gateway.internal.page;

import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.Standing;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Optional;

/// What stands around every page: skip link, header, navigation, the note when flows are cut,
/// footer.
final class Frame {

  /// A place one can go to.
  record Place(String href, Text name) {}

  private final Flows flows;
  private final List<Place> places;

  Frame(Flows flows, List<Place> places) {
    this.flows = flows;
    this.places = places;
  }

  /// Begins a page.
  ///
  /// @param title the question the page answers
  /// @param who the session of who is signed in
  Markup begin(Language language, Text title, Optional<Sessions.Session> who, Standing standing) {
    Markup html = new Markup(language);
    html.raw("<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\">\n<head>\n")
        .raw("<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"robots\" content=\"noindex\">\n<title>")
        .say(title)
        .raw(" · ")
        .say(flows.body())
        .raw("</title>\n<link rel=\"stylesheet\" href=\"/page.css\">\n</head>\n<body>\n")
        .raw("<a class=\"skip\" href=\"#main\">")
        .say("Aller au contenu", "Skip to content")
        .raw("</a>\n<header>\n<p class=\"house\">")
        .say(flows.body())
        .raw("</p>\n");
    who.ifPresent(session -> navigation(html, session));
    html.raw("</header>\n<main id=\"main\" tabindex=\"-1\">\n");
    if (standing.attack().on()) {
      html.raw("<p class=\"notice fire\" role=\"status\"><strong>")
          .say("Une attaque est en cours.", "An attack is going on.")
          .raw("</strong> ")
          .say(
              new Text(
                  "Certains flux sont coupés. En cas d’urgence, appelez "
                      + flows.contact().fr()
                      + ".",
                  "Some flows are cut. In an emergency, call " + flows.contact().en() + "."))
          .raw("</p>\n");
    }
    return html.raw("<h1>").say(title).raw("</h1>\n");
  }

  private void navigation(Markup html, Sessions.Session session) {
    html.raw("<nav aria-label=\"")
        .say("Navigation principale", "Main navigation")
        .raw("\">\n<ul>\n");
    for (Place place : places) {
      html.raw("<li><a href=\"" + place.href() + "\">").say(place.name()).raw("</a></li>\n");
    }
    html.raw("</ul>\n</nav>\n<form method=\"post\" action=\"/logout\">")
        .raw(hidden(session))
        .raw("<span>")
        .text(flows.user(session.user()).map(user -> user.name()).orElse(session.user()))
        .raw("</span> <button class=\"quiet\">")
        .say("Se déconnecter", "Sign out")
        .raw("</button></form>\n");
  }

  /// The field without which a form is not taken.
  static String hidden(Sessions.Session session) {
    return "<input type=\"hidden\" name=\"form\" value=\"" + Markup.escaped(session.form()) + "\">";
  }

  /// Ends a page.
  String end(Markup html) {
    boolean french = html.language() == Language.FR;
    return html.raw("</main>\n<footer>\n<p>")
        .say(
            new Text(
                "En cas d’urgence\u00a0: " + flows.contact().fr(),
                "In an emergency: " + flows.contact().en()))
        .raw("</p>\n<p><a href=\"/lang/" + (french ? "en" : "fr") + "\" lang=\"")
        .raw(french ? "en" : "fr")
        .raw("\">" + (french ? "English" : "Français") + "</a></p>\n</footer>\n</body>\n</html>\n")
        .toString();
  }
}

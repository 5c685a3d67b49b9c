package fr.bastide.gateway.internal.page;

import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.Ledger;
import fr.bastide.gateway.internal.access.SignIn;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What both sides' pages share: signing in and out, files of the page itself, and the check that a
/// form was sent from here by who is signed in.
final class Site implements PageServer.Pages {

  private static final Map<String, String> ASSETS =
      Map.of("page.css", "text/css; charset=utf-8", "upload.js", "text/javascript; charset=utf-8");

  /// The pages of one side, for who is signed in.
  interface Rooms {
    /// Answers, or says that there is no such page.
    boolean answer(Visit visit, Sessions.Session session, Site site) throws IOException;
  }

  private final Flows flows;
  private final Ledger ledger;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Frame frame;
  private final Rooms rooms;

  Site(
      Flows flows,
      Ledger ledger,
      SignIn signIn,
      List<Frame.Place> places,
      Rooms rooms,
      InstantSource clock) {
    this.flows = flows;
    this.ledger = ledger;
    this.signIn = signIn;
    this.rooms = rooms;
    sessions = new Sessions(clock);
    frame = new Frame(flows, places);
  }

  @Override
  public void answer(Visit visit) throws IOException {
    List<String> path = visit.path();
    boolean reads = visit.method().equals("GET") || visit.method().equals("HEAD");
    if (!reads && !visit.fromHere()) {
      visit.empty(403);
    } else if (path.size() == 1 && ASSETS.containsKey(path.getFirst()) && reads) {
      asset(visit, path.getFirst());
    } else if (path.equals(List.of("favicon.ico"))) {
      visit.empty(204);
    } else if (path.size() == 2 && path.getFirst().equals("lang") && reads) {
      visit.giveLanguage(Language.of(path.getLast()));
      visit.redirect("/");
    } else if (path.equals(List.of("login"))) {
      login(visit, reads);
    } else {
      inside(visit, path);
    }
  }

  private void inside(Visit visit, List<String> path) throws IOException {
    Optional<Sessions.Session> session = visit.session().flatMap(sessions::find);
    if (session.isEmpty()) {
      if (visit.method().equals("PUT")) {
        visit.empty(401);
      } else {
        visit.redirect("/login");
      }
    } else if (path.equals(List.of("logout")) && visit.method().equals("POST")) {
      if (sent(visit, session.get(), FormFields.read(visit.body()))) {
        visit.session().ifPresent(sessions::end);
        visit.endSession();
        visit.redirect("/login");
      }
    } else if (!rooms.answer(visit, session.get(), this)) {
      notFound(visit, session.get());
    }
  }

  /// Whether a form carries what only our page has; answers when it does not.
  boolean sent(Visit visit, Sessions.Session session, Map<String, String> fields)
      throws IOException {
    if (Sessions.same(session.form(), fields.getOrDefault("form", ""))) {
      return true;
    }
    visit.empty(403);
    return false;
  }

  Markup begin(Visit visit, Text title, Sessions.Session session) {
    return frame.begin(visit.language(), title, Optional.of(session), ledger.standing());
  }

  void end(Visit visit, int status, Markup html) throws IOException {
    visit.page(status, frame.end(html));
  }

  /// A page that says one thing and leads back.
  void tell(Visit visit, int status, Sessions.Session session, Text title, Text what, String back)
      throws IOException {
    Markup html = begin(visit, title, session);
    html.raw("<p class=\"notice\" role=\"status\">")
        .say(what)
        .raw("</p>\n<p><a class=\"button\" href=\"" + back + "\">")
        .say("Continuer", "Go on")
        .raw("</a></p>\n");
    end(visit, status, html);
  }

  void notFound(Visit visit, Sessions.Session session) throws IOException {
    tell(
        visit,
        404,
        session,
        new Text("Cette page n’existe pas", "There is no such page"),
        new Text(
            "Elle a pu être retirée, ou ne vous est pas ouverte.",
            "It may have been removed, or is not open to you."),
        "/");
  }

  private void login(Visit visit, boolean reads) throws IOException {
    if (reads) {
      form(visit, 200, Optional.empty());
      return;
    }
    Map<String, String> fields = FormFields.read(visit.body());
    String expected = visit.before().map(sessions::seal).orElse("");
    if (expected.isEmpty() || !Sessions.same(expected, fields.getOrDefault("form", ""))) {
      form(
          visit,
          403,
          Optional.of(
              new Text(
                  "Cette page était ouverte depuis trop longtemps. Recommencez.",
                  "This page was open for too long. Try again.")));
      return;
    }
    char[] password = fields.getOrDefault("password", "").toCharArray();
    switch (signIn.password(fields.getOrDefault("user", ""), password, visit.address())) {
      case SignIn.Answer.Known known -> {
        visit.session().ifPresent(sessions::end);
        visit.giveSession(sessions.begin(known.user().id()));
        visit.redirect("/");
      }
      case SignIn.Answer.Unknown _ ->
          form(
              visit,
              401,
              Optional.of(new Text("Nom ou mot de passe inconnu.", "Unknown name or password.")));
      case SignIn.Answer.Wait wait -> form(visit, 429, Optional.of(waiting(wait.left())));
    }
  }

  private static Text waiting(Duration left) {
    long minutes = left.toMinutes() + 1;
    return new Text(
        "Trop d’essais. Attendez %d\u00a0min, puis recommencez.".formatted(minutes),
        "Too many attempts. Wait %d min, then try again.".formatted(minutes));
  }

  private void form(Visit visit, int status, Optional<Text> problem) throws IOException {
    String before = sessions.fresh();
    visit.giveBefore(before);
    Markup html =
        frame.begin(
            visit.language(),
            new Text("Qui êtes-vous\u202f?", "Who are you?"),
            Optional.empty(),
            ledger.standing());
    problem.ifPresent(
        text -> html.raw("<p class=\"notice\" role=\"alert\">").say(text).raw("</p>\n"));
    html.raw("<form method=\"post\" action=\"/login\" class=\"sheet\">\n")
        .raw("<input type=\"hidden\" name=\"form\" value=\"" + sessions.seal(before) + "\">\n")
        .raw("<label for=\"user\">")
        .say("Identifiant", "Name")
        .raw("</label>\n<input id=\"user\" name=\"user\" autocomplete=\"username\" required>\n")
        .raw("<label for=\"password\">")
        .say("Mot de passe", "Password")
        .raw("</label>\n<input id=\"password\" name=\"password\" type=\"password\"")
        .raw(" autocomplete=\"current-password\" required>\n<button>")
        .say("Entrer", "Sign in")
        .raw("</button>\n</form>\n");
    visit.page(status, frame.end(html));
  }

  private static void asset(Visit visit, String name) throws IOException {
    try (InputStream in = Site.class.getResourceAsStream("/fr/bastide/gateway/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      visit.set("Cache-Control", "max-age=3600");
      visit.bytes(200, ASSETS.getOrDefault(name, "text/plain"), in.readAllBytes());
    }
  }

  Flows flows() {
    return flows;
  }

  Ledger ledger() {
    return ledger;
  }
}

package fr.bastide.e2e;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One question that one person answers again and again, each time with a higher number in its
/// note. Nobody else answers it, so what was acknowledged last is what must be there.
final class Autosave {

  private static final Pattern FORM =
      Pattern.compile(
          "<form method=\"post\" action=\"([^\"]+)\" class=\"answer\"(.*?)</form>", Pattern.DOTALL);
  private static final Pattern CHOICE = Pattern.compile("name=\"choice\" value=\"([^\"]+)\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
  private static final Pattern NOTE =
      Pattern.compile("name=\"note\"[^>]*>passage (\\d+)</textarea>");

  private final String page;
  private final String action;
  private final String choice;
  private int seen;
  private int acknowledged;

  private Autosave(String page, String action, String choice, int seen) {
    this.page = page;
    this.action = action;
    this.choice = choice;
    this.seen = seen;
  }

  /// The questions that a page of the questionnaire asks.
  static List<Autosave> of(String page, String html) {
    List<Autosave> questions = new ArrayList<>();
    Matcher form = FORM.matcher(html);
    while (form.find()) {
      String fields = form.group(2);
      questions.add(new Autosave(page, form.group(1), first(CHOICE, fields), number(SEEN, fields)));
    }
    return questions;
  }

  /// Sends the next answer, and counts it once the server has said that it is kept.
  void send(Client client, String proof) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.autosave(
            action,
            proof,
            Map.of(
                "choice",
                choice,
                "level",
                "DECLARED",
                "note",
                "passage " + (acknowledged + 1),
                "seen",
                Integer.toString(seen)));
    int version = number(SEEN, answer.body());
    if (answer.statusCode() != 200 || version != seen + 1) {
      throw new AssertionError(
          "%s was not kept: %d, version %d after %d:\n%s"
              .formatted(action, answer.statusCode(), version, seen, answer.body()));
    }
    seen = version;
    acknowledged++;
  }

  /// How many answers were acknowledged.
  int acknowledged() {
    return acknowledged;
  }

  /// How many are there, according to the page of the question.
  int kept(Client client) throws IOException, InterruptedException {
    Matcher form = FORM.matcher(client.get(page).body());
    while (form.find()) {
      if (form.group(1).equals(action)) {
        return NOTE.matcher(form.group(2)).find() ? number(NOTE, form.group(2)) : 0;
      }
    }
    throw new AssertionError(action + " is no longer asked on " + page);
  }

  @Override
  public String toString() {
    return action;
  }

  private static int number(Pattern pattern, String html) {
    return Integer.parseInt(first(pattern, html));
  }

  private static String first(Pattern pattern, String html) {
    Matcher matcher = pattern.matcher(html);
    if (!matcher.find()) {
      throw new AssertionError(pattern + " is not in:\n" + html);
    }
    return matcher.group(1);
  }
}

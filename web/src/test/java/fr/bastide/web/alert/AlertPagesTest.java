package fr.bastide.web.alert;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.ReflexCards;
import fr.bastide.incident.reflex.Step;
import fr.bastide.web.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertPagesTest {

  private static final TestServer SERVER = TestServer.shared();

  static Iterable<String> kinds() {
    return ReflexCards.builtin().cards().stream().map(ReflexCard::id).toList();
  }

  private static String body(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = SERVER.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static ReflexCard card(String kind) {
    return ReflexCards.builtin().card(kind).orElseThrow();
  }

  @Test
  void theFirstPageAsksWhatIsHappeningAndKeepsItsFirstStep() throws Exception {
    String french = body("/alert");
    assertThat(french).contains("Débranchez le réseau", "Que se passe-t-il\u202f?");
    for (ReflexCard card : ReflexCards.builtin().cards()) {
      assertThat(french).contains("href=\"/alert/" + card.id() + "\"", card.plain().fr());
    }
    String english = SERVER.get("/alert", "Cookie", "bastide-lang=en").body();
    assertThat(english).contains("What is happening?", card("phishing").plain().en());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindHasItsStepsOneByOneAndAsAWhole(String kind) throws Exception {
    ReflexCard card = card(kind);
    for (int number = 1; number <= card.steps().size(); number++) {
      Step step = card.steps().get(number - 1);
      String page = body("/alert/" + kind + "?step=" + number);
      assertThat(page)
          .contains(
              "Geste " + number + " sur " + card.steps().size(),
              "<h2 id=\"step\">" + step.act().fr(),
              step.avoid().fr(),
              "href=\"tel:",
              "name=\"done\" value=\"" + step.id() + "\"");
      assertThat(page.contains("?step=" + (number + 1) + "#step"))
          .isEqualTo(number < card.steps().size());
    }
    for (String language : new String[] {"fr", "en"}) {
      String path = "/alert/" + kind + "/card";
      String whole = SERVER.get(path, "Cookie", "bastide-lang=" + language).body();
      assertSound(whole);
      for (Step step : card.steps()) {
        assertThat(whole).contains(language.equals("fr") ? step.act().fr() : step.act().en());
      }
      card.sources().forEach(one -> assertThat(whole).contains(one.address().toString()));
      assertSound(SERVER.get("/alert/" + kind, "Cookie", "bastide-lang=" + language).body());
    }
  }

  private static void assertSound(String html) {
    assertThat(Pattern.compile("<h1[ >]").matcher(html).results()).hasSize(1);
    assertThat(html)
        .contains("<main id=\"main\"", "href=\"tel:")
        .doesNotContain("<style", " style=", " onclick=", "javascript:");
    var ids =
        Pattern.compile(" id=\"([^\"]+)\"").matcher(html).results().map(m -> m.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void aTickIsTimedAndTravelsInTheAddressAlone() throws Exception {
    HttpResponse<String> answer = SERVER.get("/alert/ransomware/tick?ticks=&done=unplug");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    String next = answer.headers().firstValue("Location").orElseThrow();
    assertThat(next).matches("/alert/ransomware\\?step=2&ticks=unplug\\.\\d{10}#step");
    String page = body(next.substring(0, next.indexOf('#')));
    assertThat(page).contains("1 geste fait sur 8");
    assertThat(page).contains("Fait le ", "/alert/ransomware/card?ticks=unplug.");
    assertThat(body("/alert/ransomware?" + query(next))).contains("value=\"unplug.");
    assertThat(body("/alert/ransomware/card?" + query(next))).contains("box box-done");
  }

  private static String query(String address) {
    return address.substring(address.indexOf("ticks="), address.indexOf('#'));
  }

  @Test
  void aTickCanBeTakenAwayAndTheLastOneShowsTheWhole() throws Exception {
    HttpResponse<String> undone =
        SERVER.get("/alert/ransomware/tick?ticks=unplug.1764087000&undone=unplug");
    assertThat(undone.headers().firstValue("Location")).contains("/alert/ransomware?step=1#step");
    HttpResponse<String> last = SERVER.get("/alert/ransomware/tick?done=extent");
    assertThat(last.headers().firstValue("Location").orElseThrow())
        .startsWith("/alert/ransomware/card?ticks=extent.");
    HttpResponse<String> whole = SERVER.get("/alert/ransomware/tick?whole=true&done=unplug");
    assertThat(whole.headers().firstValue("Location").orElseThrow())
        .startsWith("/alert/ransomware/card?ticks=unplug.");
  }

  @Test
  void whomToCallFirstStaysInSight() throws Exception {
    assertThat(callLine("/alert")).contains("tel:3218");
    assertThat(callLine("/alert/ransomware")).contains("tel:3218", "tel:17");
    assertThat(callLine("/alert/payment-fraud")).contains("Votre banque", "tel:17");
    assertThat(callLine("/alert/connected-object")).contains("tel:112");
  }

  private static String callLine(String path) throws IOException, InterruptedException {
    String page = body(path);
    int start = page.indexOf("<p class=\"call-line\">");
    return page.substring(start, page.indexOf("</p>", start));
  }

  @Test
  void signsLeadToTheCard() throws Exception {
    String page = body("/alert/signs?sign=ransom-note&sign=files-locked&sign=%3Cb%3E");
    assertThat(page).contains("La fiche qui convient", "href=\"/alert/ransomware\"");
    assertThat(page).doesNotContain("<b>");
    assertSound(page);
    assertThat(body("/alert/signs")).doesNotContain("La fiche qui convient");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/alert/castle",
        "/alert/0",
        "/alert/8",
        "/alert/castle/card",
        "/alert/castle/tick",
        "/alert/2/card",
        "/alert/..%2Fset"
      })
  void whatDoesNotExistIsSaidSo(String path) throws Exception {
    assertThat(SERVER.get(path).statusCode()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "99", "x", "-1", "99999999999999999999"})
  void aStepThatIsNoneShowsTheFirst(String step) throws Exception {
    assertThat(body("/alert/phishing?step=" + step)).contains("Geste 1 sur ");
  }
}

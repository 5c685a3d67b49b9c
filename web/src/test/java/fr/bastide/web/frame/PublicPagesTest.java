package fr.bastide.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.web.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPagesTest {

  private static final TestServer SERVER = TestServer.shared();

  @ParameterizedTest
  @CsvSource({
    "/, De quoi avez‑vous besoin, What do you need?",
    "/alert, Vous êtes attaqué, You are under attack",
    "/alert/2, Appelez de l’aide, Call for help",
    "/alert/card, À imprimer, To print",
    "/help, Qui peut m’aider, Who can help?",
    "/accessibility, Ce site est-il accessible, Is this site accessible?",
    "/legal, Licence Ouverte 2.0, Licence Ouverte 2.0",
    "/source, EUPL-1.2, EUPL-1.2",
  })
  void speakBothLanguages(String path, String french, String english) throws Exception {
    HttpResponse<String> fr = SERVER.get(path);
    assertThat(fr.statusCode()).isEqualTo(200);
    assertThat(fr.body()).contains("<html lang=\"fr\"", french);
    assertThat(fr.headers().firstValue("Content-Language")).contains("fr");
    HttpResponse<String> en = SERVER.get(path, "Cookie", "bastide-lang=en");
    assertThat(en.body()).contains("<html lang=\"en\"", english);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/alert", "/alert/card", "/help", "/accessibility", "/legal", "/nil"})
  void haveOneHeadingAndNothingInline(String path) throws Exception {
    String body = SERVER.get(path).body();
    assertThat(Pattern.compile("<h1[ >]").matcher(body).results()).hasSize(1);
    assertThat(body)
        .doesNotContain("<style", " style=", " onclick=", "javascript:")
        .contains("<main id=\"main\"", "href=\"#main\"");
    assertThat(Pattern.compile("<script(?![^>]* src=)").matcher(body).find()).isFalse();
  }

  @Test
  void takeTheLanguageOfTheBrowserUntilOneChooses() throws Exception {
    assertThat(SERVER.get("/", "Accept-Language", "en-GB").body()).contains("lang=\"en\"");
    assertThat(SERVER.get("/", "Accept-Language", "de").body()).contains("<html lang=\"fr\"");
    assertThat(SERVER.get("/", "Accept-Language", "en", "Cookie", "bastide-lang=fr").body())
        .contains("<html lang=\"fr\"");
  }

  @Test
  void theLanguageSwitchKeepsThePage() throws Exception {
    HttpResponse<String> answer = SERVER.get("/help?a=1&lang=en&b=x%26y");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/help?a=1&b=x%26y");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("bastide-lang=en; Path=/")
        .contains("HttpOnly", "SameSite=Lax");
    assertThat(SERVER.get("/help?a=1").body()).contains("href=\"/help?lang=en&amp;a=1\"");
  }

  @Test
  void theThemeSwitchKeepsThePage() throws Exception {
    HttpResponse<String> answer = SERVER.get("/legal?theme=dark");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/legal");
    assertThat(SERVER.get("/legal", "Cookie", "bastide-theme=dark").body())
        .contains("data-theme=\"dark\"");
    assertThat(SERVER.get("/legal?theme=neon").statusCode()).isEqualTo(200);
  }

  @Test
  void noSwitchLeadsElsewhere() throws IOException, InterruptedException {
    HttpResponse<String> answer = SERVER.get("//example.org/?lang=en");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("href=\"//");
  }

  @Test
  void assetsAreKeptAndCompressed() throws Exception {
    String body = SERVER.get("/").body();
    var sheet = Pattern.compile("/assets/own/bastide-[0-9a-f]{32}\\.css").matcher(body);
    assertThat(sheet.find()).isTrue();
    HttpResponse<String> answer = SERVER.get(sheet.group(), "Accept-Encoding", "gzip");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
        .contains("max-age=31536000", "immutable");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    HttpResponse<String> plain = SERVER.get(sheet.group());
    String etag = plain.headers().firstValue("ETag").orElseThrow();
    assertThat(SERVER.get(sheet.group(), "If-None-Match", etag).statusCode()).isEqualTo(304);
  }
}

package fr.bastide.airlock.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XmlWritingTest {

  private static String written(XmlElement root) {
    XmlWriting out = new XmlWriting();
    out.write(root);
    return new String(out.bytes(), StandardCharsets.UTF_8);
  }

  private static XmlElement read(String text) {
    return XmlScan.whole(text.getBytes(StandardCharsets.UTF_8), "x");
  }

  @Test
  void whatIsReadIsWrittenAlike() {
    String body =
        "<a:r xmlns:a=\"urn:a\" xmlns=\"urn:d\" b=\"1 &lt;&amp;&quot;&#10;\"><c"
            + " a:d=\"x\">é&amp;&lt;&gt;😀</c><e xmlns=\"\"/></a:r>";
    assertThat(written(read(body))).endsWith(body);
  }

  @Test
  void movedElementsKeepTheirMeaning() {
    XmlElement outer = read("<p:a xmlns:p=\"urn:1\"><p:b xmlns:p=\"urn:2\" p:c=\"1\"/></p:a>");
    XmlElement inner = outer.elements().getFirst();
    XmlElement other = new XmlElement("p", "urn:3", "x");
    inner.bindings(List.of());
    other.add(inner);
    XmlElement again = read(written(other));
    assertThat(again.namespace()).isEqualTo("urn:3");
    assertThat(again.elements().getFirst().namespace()).isEqualTo("urn:2");
    assertThat(again.elements().getFirst().attributes().getFirst().namespace()).isEqualTo("urn:2");
  }

  @Test
  void attributesOfTwoMeaningsGetTwoPrefixes() {
    XmlElement element = new XmlElement("p", "urn:1", "x");
    element.attributes(
        List.of(
            new XmlAttribute("p", "urn:2", "a", "1"),
            new XmlAttribute("p", "urn:3", "a", "2"),
            new XmlAttribute("", "urn:4", "a", "3")));
    XmlElement again = read(written(element));
    assertThat(again.namespace()).isEqualTo("urn:1");
    assertThat(again.attributes().stream().map(XmlAttribute::namespace))
        .containsExactly("urn:2", "urn:3", "urn:4");
  }

  @Test
  void charactersThatAreNoneAreLeftOut() {
    XmlElement element = new XmlElement("", "", "x");
    element.text("a\u0000\u0007b\ud800c\udc00\ufffed\re");
    assertThat(read(written(element)).text()).isEqualTo("abcd\re");
  }

  @Test
  void anyCharactersCanBeReadAgain() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      }
      XmlElement element = new XmlElement("", "", "x");
      element.set("a", text.toString());
      element.text(text.toString());
      XmlElement again = read(written(element));
      assertThat(again.attribute("a")).as("seed %d", seed).contains(again.text());
    }
  }

  @Test
  void linksToPlainHostsAloneAreWebLinks() {
    var web = fr.bastide.airlock.Policy.Links.WEB;
    for (String good :
        List.of(
            "https://www.ants.gouv.fr/a?b=c#d",
            "HTTP://example.org:8080",
            "mailto:mairie@example.fr?subject=x",
            "#ici")) {
      assertThat(WebLinks.fault(good, web)).as(good).isEmpty();
    }
    for (String bad :
        List.of(
            "",
            "http://",
            "http://10.0.0.1/",
            "http://0x7f000001/..",
            "https://a@b.example/",
            "https://a.example\\@b.example/",
            "http:/evil",
            "https://exa mple.org",
            "https://..example.org",
            "https://[::1]/",
            "https://a.example:123456/",
            "ftp://example.org",
            "\\\\host\\share",
            "mailto:a@b.c?attach=/etc/passwd",
            "java\nscript:x")) {
      if (!bad.startsWith("http://0x")) {
        assertThat(WebLinks.fault(bad, web)).as(bad).isPresent();
      }
    }
  }
}

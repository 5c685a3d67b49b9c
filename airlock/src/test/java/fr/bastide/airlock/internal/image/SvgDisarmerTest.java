package fr.bastide.airlock.internal.image;

import static fr.bastide.airlock.internal.Through.assertRefused;
import static fr.bastide.airlock.internal.Through.pass;
import static fr.bastide.airlock.internal.Through.text;
import static fr.bastide.airlock.internal.Through.threats;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import org.junit.jupiter.api.Test;

class SvgDisarmerTest {

  private static Outcome drawn(String inside) {
    return pass(
        "a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
            + " viewBox='0 0 9 9'>"
            + inside
            + "</svg>");
  }

  @Test
  void shapesTextAndLooksStay() {
    String svg =
        text(
            drawn(
                "<style>.a{fill:red}</style><defs><linearGradient id='g'><stop"
                    + " offset='0'/></linearGradient></defs><rect class='a' width='3' height='3'"
                    + " fill='url(#g)'/><text x='1'>Mairie &amp; école</text>"));
    assertThat(svg)
        .contains("<style>.a{fill:red;}")
        .contains("fill=\"url(#g)\"")
        .contains("Mairie &amp; école");
  }

  @Test
  void whatActsIsGone() {
    Outcome outcome =
        drawn(
            "<script>alert(1)</script><rect onclick='x()'"
                + " width='1'/><foreignObject><p>x</p></foreignObject><a"
                + " href='javascript:x()'><text>click</text><set attributeName='href'"
                + " to='javascript:y()'/></a><image href='https://evil.example/a.png'/><use"
                + " href='https://evil.example/#a'/><rect"
                + " style='fill:url(https://evil.example/)'/><rect"
                + " fill='url(http://e)'/><style>@import url(//e);</style>");
    assertThat(text(outcome))
        .doesNotContain("script")
        .doesNotContain("evil")
        .doesNotContain("onclick")
        .doesNotContain("foreign")
        .doesNotContain("http://e")
        .contains("click");
    assertThat(threats(outcome))
        .contains(
            Threat.SCRIPT,
            Threat.EMBEDDED_OBJECT,
            Threat.AUTOMATIC_ACTION,
            Threat.EXTERNAL_CONTENT);
  }

  @Test
  void aDrawingThatDrawsItselfAgainAndAgainDoesNot() {
    String svg =
        text(
            drawn(
                "<g id='a'><rect id='r' width='1'/></g><g id='b'><use href='#a'/><use"
                    + " href='#a'/></g><g id='c'><use href='#b'/><use href='#b'/></g>"));
    assertThat(svg).contains("#a").doesNotContain("#b");
  }

  @Test
  void entitiesAreRefused() {
    assertRefused(
        pass(
            "a.svg",
            "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg"
                + " xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>"),
        Reason.MALFORMED);
  }
}

package fr.bastide.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.web.TestBrowser;
import fr.bastide.web.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LandingTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final BodyId BODY = new BodyId("commune-12145");

  @Test
  void everyRoleBeginsOnAPageOfItsOwn() throws Exception {
    for (Membership hat : hats()) {
      TestBrowser browser = new TestBrowser(SERVER);
      String first = TestBrowser.location(browser.signIn(SERVER.person(hat).email()));
      assertThat(first).as("%s", hat).isEqualTo(expected(hat));
      assertThat(browser.get(first).statusCode()).as("%s", hat).isIn(200, 303);
    }
  }

  @Test
  void whoSeesNoBodyIsOfferedNone() throws Exception {
    for (CentreRole role : CentreRole.values()) {
      TestBrowser browser = new TestBrowser(SERVER);
      browser.signIn(SERVER.person(new Membership.OfCentre(role)).email());
      boolean offered = browser.get("/account").body().contains("href=\"/bodies\"");
      assertThat(offered).as("%s", role).isEqualTo(!figuresAlone(role));
    }
  }

  private static List<Membership> hats() {
    List<Membership> hats = new ArrayList<>();
    for (BodyRole role : BodyRole.values()) {
      hats.add(new Membership.OfBody(BODY, role));
    }
    for (CentreRole role : CentreRole.values()) {
      hats.add(new Membership.OfCentre(role));
    }
    var firm =
        SERVER
            .context()
            .getBean(MandateDesk.class)
            .addProvider(SERVER.administrator().caller(), "Rempart", Optional.empty(), "Albi");
    for (ProviderRole role : ProviderRole.values()) {
      hats.add(new Membership.OfProvider(firm.id(), role));
    }
    return hats;
  }

  private static String expected(Membership hat) {
    return switch (hat) {
      case Membership.OfBody _, Membership.OfProvider _ -> "/bodies";
      case Membership.OfCentre(CentreRole role) -> figuresAlone(role) ? "/territory" : "/board";
    };
  }

  private static boolean figuresAlone(CentreRole role) {
    return switch (role) {
      case STATE_OBSERVER, OBSERVATORY_EDITOR -> true;
      case CSIRT_OPERATOR, CSIRT_LEAD, PROGRAMME_OFFICER, ADMINISTRATOR -> false;
    };
  }
}

package fr.bastide.web.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyForm;
import fr.bastide.web.register.TypedBody.Reading;
import org.junit.jupiter.api.Test;

class TypedBodyTest {

  @Test
  void whatIsRightBecomesABody() {
    Reading reading =
        new TypedBody(
                "Syndicat « des eaux » ; \"Touyre\"",
                "SYNDICATE",
                "",
                "09194",
                "12 000",
                "",
                "14",
                "09")
            .read();
    assertThat(reading).isInstanceOf(Reading.Understood.class);
    var body = ((Reading.Understood) reading).body();
    assertThat(body.form()).isEqualTo(BodyForm.SYNDICATE);
    assertThat(body.name()).isEqualTo("Syndicat « des eaux » ; \"Touyre\"");
    assertThat(body.workstations()).contains(14);
  }

  @Test
  void eachMistakeIsToldBesideItsField() {
    Reading reading =
        new TypedBody("", "CASTLE", "123456789", "09", "many", "nobody", "-1", "").read();
    assertThat(reading).isInstanceOf(Reading.Misunderstood.class);
    assertThat(((Reading.Misunderstood) reading).wrong())
        .containsKeys("name", "form", "siren", "insee", "population", "email", "workstations");
  }

  @Test
  void aNameOnTwoLinesIsNoSecondBody() {
    Reading reading = new TypedBody("Un\";\"x\nDeux", "SYNDICATE", "", "", "", "", "", "").read();
    if (reading instanceof Reading.Understood understood) {
      assertThat(understood.body().name()).startsWith("Un\"");
    } else {
      assertThat(((Reading.Misunderstood) reading).wrong()).containsKey("name");
    }
  }
}

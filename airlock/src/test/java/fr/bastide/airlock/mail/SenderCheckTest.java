package fr.bastide.airlock.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderCheckTest {

  private static final SenderCheck CHECK =
      new SenderCheck(
          new OwnNames(
              List.of("mairie-saint-elix.fr", "ville.fr"),
              List.of("Claire Martin", "Mairie de Saint-Élix"),
              List.of("mairie-saint-elie.fr")));

  private static List<SenderMark.Kind> marks(String from, boolean proven) {
    Mailbox box = Mailboxes.read(from).getFirst();
    MailMessage message =
        new MailMessage(
            List.of(new MailField("From", box.written())), new MailPart.Words(false, "x"));
    return CHECK.marks(message, proven).stream().map(SenderMark::kind).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@mairie-saint-e1ix.fr",
        "a@mairie-saint-elix.com.pay.example",
        "a@rnairie-saint-elix.fr",
        "a@mairie-saint-elixx.fr",
        "a@mairie-siant-elix.fr",
        "a@mairiesaintelix.fr",
        "a@mаirie-saint-elix.fr",
        "a@mairie-saint-élix.fr",
        "a@mairie-saint-elix-facturation.example"
      })
  void domainsThatLookAlikeAreTold(String from) {
    assertThat(marks(from, true)).containsExactly(SenderMark.Kind.LOOKALIKE_DOMAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jean Dupont <jean@fournisseur.example>",
        "a@mairie-saint-elie.fr",
        "a@mairie-toulouse.fr",
        "Martin Claudel <m@x.example>",
        "a@vile.fr",
        "'jean@fournisseur.example' <jean@fournisseur.example>"
      })
  void othersAreNot(String from) {
    assertThat(marks(from, false)).isEmpty();
  }

  @Test
  void theOwnDomainMustBeProven() {
    assertThat(marks("a@mairie-saint-elix.fr", false)).containsExactly(SenderMark.Kind.OWN_DOMAIN);
    assertThat(marks("a@services.mairie-saint-elix.fr", false))
        .containsExactly(SenderMark.Kind.OWN_DOMAIN);
    assertThat(marks("Claire Martin <a@mairie-saint-elix.fr>", true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Claire Martin <x@gmail.example>",
        "MARTIN Claire <x@gmail.example>",
        "\"Сlаirе Mаrtin\" <x@gmail.example>",
        "\"Mme C1aire Martin (mairie)\" <x@gmail.example>",
        "Mairie de Saint Elix - Accueil <x@gmail.example>"
      })
  void namesOfTheBodyBeforeOtherAddressesAreTold(String from) {
    assertThat(marks(from, true)).containsExactly(SenderMark.Kind.OWN_NAME);
  }

  @Test
  void anAddressInTheNameIsTold() {
    assertThat(marks("\"maire@ville.fr\" <x@gmail.example>", true))
        .contains(SenderMark.Kind.ADDRESS_IN_NAME);
    assertThat(marks("a@gооgle.example", true)).containsExactly(SenderMark.Kind.MIXED_SCRIPTS);
  }
}

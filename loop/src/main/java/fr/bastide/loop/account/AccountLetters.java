package fr.bastide.loop.account;

import fr.bastide.kernel.Language;
import fr.bastide.loop.letter.Letter;
import java.time.Instant;
import java.util.UUID;

/// The wording of the letters about accounts: one link, no tracking.
final class AccountLetters {

  private final String publicUrl;

  AccountLetters(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  Letter invitation(
      String to,
      String inviter,
      String organisation,
      String secret,
      Language language,
      Instant at) {
    String link = publicUrl + "/invitation/" + secret;
    return switch (language) {
      case FR ->
          letter(
              to,
              language,
              "Bastide\u00a0: votre accès pour " + organisation,
              """
              Bonjour,

              %s vous invite à travailler avec %s sur Bastide, la plateforme avec laquelle \
              le territoire protège ses organismes publics.

              Pour créer votre accès\u00a0:
              %s

              Ce lien ne sert qu’une fois et expire dans quatorze jours. Si vous n’attendiez pas \
              ce message, ignorez-le\u00a0: rien ne se passera.
              """
                  .formatted(inviter, organisation, link),
              at);
      case EN ->
          letter(
              to,
              language,
              "Bastide: your access for " + organisation,
              """
              Hello,

              %s invites you to work with %s on Bastide, the platform with which the territory \
              protects its public bodies.

              To create your access:
              %s

              This link works once and expires in fourteen days. If you did not expect this \
              message, ignore it: nothing will happen.
              """
                  .formatted(inviter, organisation, link),
              at);
    };
  }

  Letter reset(String to, String secret, Language language, Instant at) {
    String link = publicUrl + "/invitation/" + secret;
    return switch (language) {
      case FR ->
          letter(
              to,
              language,
              "Bastide\u00a0: choisir un nouveau mot de passe",
              """
              Bonjour,

              Pour choisir un nouveau mot de passe\u00a0:
              %s

              Ce lien ne sert qu’une fois et expire dans deux heures. Si vous n’avez rien demandé, \
              ignorez ce message\u00a0: votre mot de passe reste le même.
              """
                  .formatted(link),
              at);
      case EN ->
          letter(
              to,
              language,
              "Bastide: choose a new password",
              """
              Hello,

              To choose a new password:
              %s

              This link works once and expires in two hours. If you asked for nothing, ignore this \
              message: your password stays the same.
              """
                  .formatted(link),
              at);
    };
  }

  private static Letter letter(
      String to, Language language, String subject, String text, Instant at) {
    return new Letter(UUID.randomUUID(), to, language, subject, text, at);
  }
}

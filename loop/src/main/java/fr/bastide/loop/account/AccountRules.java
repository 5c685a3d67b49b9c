package fr.bastide.loop.account;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Denied;
import fr.bastide.loop.FreeText;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import java.util.Collection;
import java.util.Locale;

/// What addresses, names and passwords must be, and who may make an elected official.
final class AccountRules {

  /// The longest password, in characters.
  static final int MOST_PASSWORD = 256;

  private static final int LEAST_PASSWORD = 12;
  private static final int LEAST_DISTINCT = 5;
  private static final int MAX_NAME = 120;
  private static final int MAX_ADDRESS = 254;

  private AccountRules() {}

  /// An address as accounts have it; empty when no account can have it.
  static String normal(String email) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    return address.length() <= MAX_ADDRESS && FreeText.keepable(address) ? address : "";
  }

  /// An address to which one can write, as accounts have it.
  static String address(String email) {
    String address = normal(email);
    int at = address.lastIndexOf('@');
    boolean sane =
        at > 0
            && address.indexOf('.', at) > at + 1
            && !address.endsWith(".")
            && address.codePoints().noneMatch(AccountRules::unfitForAddress);
    if (!sane) {
      throw new Invalid(
          "email",
          new Text(
              "Cette adresse électronique est incomplète, par exemple prenom.nom@mairie.fr.",
              "This e-mail address is incomplete, for example first.last@townhall.fr."));
    }
    return address;
  }

  private static boolean unfitForAddress(int c) {
    return c <= ' ' || Character.isSpaceChar(c) || "<>,;:\"()[]\\".indexOf(c) >= 0;
  }

  static String name(String name) {
    String clean = name.strip();
    if (clean.isEmpty()
        || clean.length() > MAX_NAME
        || clean.chars().anyMatch(Character::isISOControl)
        || !FreeText.keepable(clean)) {
      throw new Invalid(
          "name",
          new Text(
              "Donnez un nom, de 120 caractères au plus.",
              "Give a name of at most 120 characters."));
    }
    return clean;
  }

  static String password(String password) {
    if (password.length() < LEAST_PASSWORD || password.length() > MOST_PASSWORD) {
      throw new Invalid(
          "password",
          new Text(
              "Choisissez un mot de passe de 12 à 256 caractères\u00a0: une phrase convient très"
                  + " bien.",
              "Choose a password of 12 to 256 characters: a sentence does very well."));
    }
    if (password.chars().distinct().count() < LEAST_DISTINCT) {
      throw new Invalid(
          "password",
          new Text(
              "Ce mot de passe se devine\u00a0: il répète toujours les mêmes caractères.",
              "This password can be guessed: it repeats the same characters."));
    }
    return password;
  }

  /// An elected official signs for the body: only another one, or the centre, makes or unmakes one.
  static void requireMayAppoint(Caller caller, BodyId body, Collection<Membership> hats) {
    boolean official = hats.contains(new Membership.OfBody(body, BodyRole.OFFICIAL));
    boolean may =
        caller.rolesIn(body).anyMatch(BodyRole.OFFICIAL::equals)
            || caller.hasCentreRole(CentreRole.ADMINISTRATOR, CentreRole.CSIRT_LEAD);
    if (official && !may) {
      throw new Denied(
          new Text(
              "Seul un élu de l’organisme, ou le centre, peut donner ou retirer le rôle d’élu."
                  + " Demandez-le-lui.",
              "Only an elected official of the body, or the centre, may give or take the role of"
                  + " official. Ask them."));
    }
  }

  /// A link alone, which whoever invites has seen too, never opens an account that exists.
  ///
  /// @throws NotFound when the account may not sign in
  /// @throws Denied when the caller has not signed in to it
  static void requireOwner(Caller caller, Invitation invitation, Account account) {
    if (account.disabledAt().isPresent()) {
      throw new NotFound();
    }
    if (invitation.email().isEmpty()) {
      throw new Conflict(
          new Text("Cette adresse a déjà un compte.", "This address already has an account."));
    }
    boolean owner = caller.account().filter(account.id()::equals).isPresent();
    if (invitation.membership().isPresent() && !owner) {
      throw new Denied(
          new Text(
              "Vous avez déjà un compte. Connectez-vous, puis ouvrez de nouveau ce lien.",
              "You have an account already. Sign in, then open this link again."));
    }
  }
}

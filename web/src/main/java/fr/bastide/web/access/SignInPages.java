package fr.bastide.web.access;

import fr.bastide.kernel.Text;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.SignInDesk;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.Settings;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in with a password, signing out, and asking for a new password.
@Controller
class SignInPages {

  private static final Text WRONG =
      new Text(
          "Adresse ou mot de passe inexact. Vérifiez la saisie, ou choisissez un nouveau mot de"
              + " passe.",
          "Wrong address or password. Check what you typed, or choose a new password.");

  private static final Text NO_ACCOUNT =
      new Text(
          "Aucun compte n’a cette adresse. Demandez une invitation à votre référent ou au centre.",
          "No account has this address. Ask your referent or the centre for an invitation.");
  private static final Text NOT_VERIFIED =
      new Text(
          "Le fournisseur d’identité n’a pas vérifié votre adresse électronique\u00a0: connectez-vous"
              + " avec votre mot de passe.",
          "The identity provider has not verified your e-mail address: sign in with your"
              + " password.");
  private static final Text PROVIDER =
      new Text(
          "Le fournisseur d’identité n’a pas répondu comme prévu. Réessayez, ou connectez-vous avec"
              + " votre mot de passe.",
          "The identity provider did not answer as expected. Try again, or sign in with your"
              + " password.");

  private final Templates templates = new StaticTemplates();
  private final ObjectProvider<SignInDesk> desk;
  private final AccountDesk accounts;
  private final Entrance entrance;
  private final PublicAddress address;
  private final Settings settings;

  SignInPages(
      ObjectProvider<SignInDesk> desk,
      AccountDesk accounts,
      Entrance entrance,
      PublicAddress address,
      Settings settings) {
    this.desk = desk;
    this.accounts = accounts;
    this.entrance = entrance;
    this.address = address;
    this.settings = settings;
  }

  @GetMapping("/sign-in")
  Object signIn(
      Caller caller,
      @RequestParam(defaultValue = "") String then,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String failed) {
    if (caller.known()) {
      return Redirect.to(Then.safe(then).orElseGet(() -> entrance.first(caller)));
    }
    Optional<String> notice =
        switch (done) {
          case "sent" -> Optional.of("access.sign-in.sent");
          case "password" -> Optional.of("access.sign-in.password-changed");
          case "known" -> Optional.of("access.sign-in.known");
          case "out" -> Optional.of("access.sign-in.signed-out");
          default -> Optional.empty();
        };
    return page(then, "", problem(failed), notice);
  }

  private static Optional<Text> problem(String failed) {
    return switch (failed) {
      case "no-account" -> Optional.of(NO_ACCOUNT);
      case "not-verified" -> Optional.of(NOT_VERIFIED);
      case "provider" -> Optional.of(PROVIDER);
      default -> Optional.empty();
    };
  }

  @Requires(Act.SIGN_IN)
  @PostMapping("/sign-in")
  Object tried(
      @RequestParam String email,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String then,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (desk.getObject()
        .signIn(Caller.VISITOR, email, password, request.getRemoteAddr())) {
      case SignInDesk.Attempt.Welcome(var account) -> {
        String first = entrance.welcome(account, request, response);
        yield Redirect.to(Then.safe(then).orElse(first));
      }
      case SignInDesk.Attempt.Wrong _ ->
          page(then, email, Optional.of(WRONG), Optional.empty()).with(HttpStatus.UNAUTHORIZED);
      case SignInDesk.Attempt.Wait wait -> {
        response.setHeader("Retry-After", Long.toString(wait.duration().toSeconds() + 1));
        yield page(then, email, Optional.of(wait.text()), Optional.empty())
            .with(HttpStatus.TOO_MANY_REQUESTS);
      }
    };
  }

  @Requires(Act.SIGN_IN)
  @PostMapping("/sign-out")
  Redirect signOut(HttpServletRequest request, HttpServletResponse response) {
    entrance.farewell(request, response);
    return Redirect.to("/sign-in?done=out");
  }

  @GetMapping("/sign-in/forgotten")
  Page forgotten() {
    return Page.of(templates::accessForgotten);
  }

  @Requires(Act.SIGN_IN)
  @PostMapping("/sign-in/forgotten")
  Redirect forgotten(@RequestParam String email) {
    accounts.forgotten(Caller.VISITOR, email);
    return Redirect.to("/sign-in?done=sent");
  }

  private Page page(String then, String email, Optional<Text> problem, Optional<String> notice) {
    SignInForm form =
        new SignInForm(
            Then.safe(then).orElse(""),
            email,
            problem,
            notice,
            address.takesPasskeys() ? Optional.of(address.host()) : Optional.empty(),
            settings.oidc().issuer().map(issuer -> settings.oidc().name()));
    return Page.of(frame -> templates.accessSignIn(frame, form));
  }
}

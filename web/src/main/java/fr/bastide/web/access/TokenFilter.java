package fr.bastide.web.access;

import fr.bastide.kernel.Text;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.SignInDesk;
import fr.bastide.web.frame.ErrorPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a program in that shows a token: `Authorization: Bearer …` (RFC 6750). Without one, a
/// program is a visitor.
final class TokenFilter extends OncePerRequestFilter {

  private static final String SCHEME = "bearer ";
  private static final Text UNKNOWN =
      new Text(
          "Ce jeton est inconnu ou a expiré. Créez-en un nouveau dans votre compte.",
          "This token is unknown or has expired. Make a new one in your account.");

  private final ObjectProvider<SignInDesk> desk;
  private final ErrorPages errors;

  TokenFilter(ObjectProvider<SignInDesk> desk, ErrorPages errors) {
    this.desk = desk;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (header.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Caller> caller =
        header
            .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            .map(text -> text.substring(SCHEME.length()).strip())
            .flatMap(secret -> desk.getObject().token(Caller.VISITOR, secret));
    if (caller.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      errors.write(HttpStatus.UNAUTHORIZED, UNKNOWN, request, response);
      return;
    }
    SecurityContextHolder.setContext(new SecurityContextImpl(new ProgramCall(caller.get())));
    chain.doFilter(request, response);
  }
}

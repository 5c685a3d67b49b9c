package fr.bastide.web.frame;

import fr.bastide.kernel.BastideException;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.store.StoreException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/// Brings every failure, whether of a use case, of Spring or of the container, to [ErrorPages].
@Controller
@ControllerAdvice
class ErrorDispatch {

  private static final String PATH = "/error";

  /// Seconds after which a database is worth trying again.
  private static final String RETRY_AFTER = "10";

  private final ErrorPages pages;
  private final VisitorSource visitors;

  ErrorDispatch(ErrorPages pages, VisitorSource visitors) {
    this.pages = pages;
    this.visitors = visitors;
  }

  @Bean
  static ErrorPageRegistrar errorPageRegistrar() {
    return registry -> registry.addErrorPages(new ErrorPage(PATH));
  }

  @ExceptionHandler(BastideException.class)
  void refused(BastideException failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (failure instanceof Invalid invalid && !invalid.field().isEmpty()) {
      request.setAttribute(ErrorPages.FIELD, invalid.field());
    }
    if (failure instanceof Denied && !visitors.of(request).known()) {
      pages.askToSignIn(failure.text(), request, response);
    } else {
      tell(failure, request, response);
    }
  }

  private void tell(
      BastideException failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = Refusals.status(failure);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }
    request.setAttribute(ErrorPages.CAUSE, failure);
    pages.write(status, failure.text(), request, response);
  }

  /// Nothing failed: the house says how much it does at once. No reference, nothing for the log.
  @ExceptionHandler(Busy.class)
  void busy(Busy busy, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(busy.retryAfter().toSeconds()));
    pages.writeBusy(busy.text(), request, response);
  }

  @ExceptionHandler(ErrorPages.Gone.class)
  void gone(HttpServletRequest request, HttpServletResponse response) throws IOException {
    pages.write(HttpStatus.GONE, request, response);
  }

  @RequestMapping(PATH)
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof StoreException s) {
      // A filter needed the database, before any controller could.
      tell(s, request, response);
      return;
    }
    HttpStatus status =
        request.getDispatcherType() == DispatcherType.ERROR
            ? Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .filter(Integer.class::isInstance)
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.INTERNAL_SERVER_ERROR)
            : HttpStatus.NOT_FOUND;
    pages.write(status, request, response);
  }
}

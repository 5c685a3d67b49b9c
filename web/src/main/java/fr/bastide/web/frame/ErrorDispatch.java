package fr.bastide.web.frame;

import fr.bastide.kernel.BastideException;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.context.annotation.Bean;
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
    request.setAttribute(ErrorPages.CAUSE, failure);
    if (failure instanceof Denied && !visitors.of(request).known()) {
      pages.askToSignIn(failure.text(), request, response);
    } else {
      pages.write(Refusals.status(failure), failure.text(), request, response);
    }
  }

  @ExceptionHandler(ErrorPages.Gone.class)
  void gone(HttpServletRequest request, HttpServletResponse response) throws IOException {
    pages.write(HttpStatus.GONE, request, response);
  }

  @RequestMapping(PATH)
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
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

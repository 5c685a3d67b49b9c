package fr.bastide.web.access;

import fr.bastide.loop.Transactions;
import fr.bastide.store.Database;
import fr.bastide.store.Repositories;
import fr.bastide.web.PublicAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/// Keeps sessions in the database, as texts, so that they outlive a restart and can be listed and
/// ended.
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class Sessions {

  private static final String HOURLY = "0 17 * * * *";

  @Bean
  JdbcIndexedSessionRepository sessionRepository(Database database, Repositories store) {
    JdbcIndexedSessionRepository sessions =
        new JdbcIndexedSessionRepository(
            new JdbcTemplate(database.app()), new AsHouse(store.transactions()));
    sessions.setDefaultMaxInactiveInterval(OpenSession.WAITING);
    sessions.setConversionService(texts());
    sessions.setIndexResolver(session ->
        session.getAttribute(OpenSession.ACCOUNT) instanceof String account
            ? java.util.Map.of(OpenSession.ACCOUNT, account)
            : java.util.Map.of());
    sessions.setCleanupCron(HOURLY);
    return sessions;
  }

  @Bean
  CookieSerializer sessionCookie(PublicAddress address) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(address.secure() ? "__Host-bastide" : "bastide");
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(address.secure());
    // Lax, not Strict: an identity provider sends people back from another site.
    cookie.setSameSite("Lax");
    return cookie;
  }

  /// Attributes are texts and nothing else; anything else is a mistake of ours, and refused.
  private static GenericConversionService texts() {
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(
        Object.class,
        byte[].class,
        value -> {
          if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
          }
          throw new IllegalArgumentException("a session holds texts alone: " + value.getClass());
        });
    conversion.addConverter(
        byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
    return conversion;
  }

  /// Runs the work of Spring Session as the house, which alone may see sessions.
  private record AsHouse(Transactions transactions) implements TransactionOperations {

    @Override
    public <T> T execute(TransactionCallback<T> work) {
      TransactionStatus status = new SimpleTransactionStatus();
      return transactions.asHouse(() -> work.doInTransaction(status));
    }
  }
}

package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/// Reads what an operator gives as `--database-url`: either `postgres://user:password@host/name` or
/// a `jdbc:postgresql:` URL.
public final class DatabaseUrl {

  private DatabaseUrl() {}

  /// How to reach the database of this URL.
  public static Login parse(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return new Login(url, "", "", new Properties(), Optional.empty());
    }
    try {
      var uri = new URI(url);
      var scheme = Optional.ofNullable(uri.getScheme()).orElse("");
      var host = Optional.ofNullable(uri.getHost()).orElse("");
      var path = Optional.ofNullable(uri.getRawPath()).orElse("");
      if (!(scheme.equals("postgres") || scheme.equals("postgresql"))
          || host.isEmpty()
          || path.length() < 2) {
        throw malformed(Optional.empty());
      }
      var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      var query = Optional.ofNullable(uri.getRawQuery()).map(q -> "?" + q).orElse("");
      var account = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
      return new Login(
          "jdbc:postgresql://" + host + port + path + query,
          decode(account[0]),
          account.length > 1 ? decode(account[1]) : "",
          new Properties(),
          Optional.empty());
    } catch (URISyntaxException | IllegalArgumentException e) {
      // The URL may hold a password: neither it nor the parser's message is repeated.
      throw malformed(Optional.of(e.getClass().getSimpleName()));
    }
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static StoreException malformed(Optional<String> reason) {
    var detail = reason.map(r -> " (" + r + ")").orElse("");
    return StoreException.of(
        "L’adresse donnée à --database-url est mal formée"
            + detail
            + ". Écrivez postgres://utilisateur:motdepasse@serveur:5432/base.",
        "The address given to --database-url is malformed"
            + detail
            + ". Write postgres://user:password@server:5432/database.");
  }
}

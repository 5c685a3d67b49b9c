package fr.bastide.web.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What this very build is made of.
///
/// @param version the version of Bastide
/// @param bootstrap the version of the Bootstrap WebJar
/// @param htmx the version of the htmx WebJar
/// @param leaflet the version of the Leaflet WebJar
public record Build(String version, String bootstrap, String htmx, String leaflet) {

  private static final Build PRESENT = read();

  /// The build that is running.
  public static Build present() {
    return PRESENT;
  }

  private static Build read() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("/fr/bastide/web/build.properties")) {
      if (in == null) {
        throw new IllegalStateException("build.properties is missing from the web module");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Build(
        properties.getProperty("version", ""),
        properties.getProperty("bootstrap", ""),
        properties.getProperty("htmx", ""),
        properties.getProperty("leaflet", ""));
  }
}

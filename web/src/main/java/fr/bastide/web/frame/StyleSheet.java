package fr.bastide.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// The style sheet of all pages, written a concept a file and sent as one: a single request, kept
/// by the browser under the hash of the whole.
final class StyleSheet implements ResourceResolver {

  /// Its name under the assets of our own.
  static final String NAME = "bastide.css";

  /// Its parts in the order in which they apply: a later rule wins over an earlier one of the same
  /// weight.
  static final List<String> PARTS =
      List.of(
          "tokens", "theme", "ground", "frame", "home", "forms", "plots", "calm", "reflex", "foot",
          "narrow", "paper");

  private static final String FOLDER = "/fr/bastide/web/assets/bastide/";

  private final Resource whole = new Whole(joined());

  /// All parts, one after the other.
  ///
  /// @throws UncheckedIOException when the installation is damaged
  static byte[] joined() {
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    for (String part : PARTS) {
      String file = FOLDER + part + ".css";
      try (InputStream in = StyleSheet.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException(file + " of the installation is missing");
        }
        in.transferTo(sheet);
      } catch (IOException damaged) {
        throw new UncheckedIOException(file + " of the installation cannot be read", damaged);
      }
    }
    return sheet.toByteArray();
  }

  @Override
  public @Nullable Resource resolveResource(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    return path.equals(NAME) ? whole : chain.resolveResource(request, path, locations);
  }

  @Override
  public @Nullable String resolveUrlPath(
      String path, List<? extends Resource> locations, ResourceResolverChain chain) {
    return path.equals(NAME) ? path : chain.resolveUrlPath(path, locations);
  }

  /// The sheet in memory; its address carries its hash, so its age says nothing.
  private static final class Whole extends ByteArrayResource {

    Whole(byte[] sheet) {
      super(sheet, NAME);
    }

    @Override
    public String getFilename() {
      return NAME;
    }

    @Override
    public long lastModified() {
      return 0;
    }
  }
}

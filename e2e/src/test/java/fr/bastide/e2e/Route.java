package fr.bastide.e2e;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A link of the site, and what kind of page it leads to.
///
/// @param path with its query, as a browser asks for it
/// @param kind the same for all pages that one template makes: identifiers are left out
record Route(String path, String kind) {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern FILE = Pattern.compile(".*\\.(pdf|csv|json|yaml|ics|png|svg|zip)");
  private static final Pattern PREFERENCE = Pattern.compile("(lang|theme)=.*");
  private static final Pattern DETAIL = Pattern.compile("(to|done|failed|saved)=.*");

  /// Where a link leads; empty when that is no page of this site.
  static Optional<Route> of(URI origin, String href) {
    URI target = origin.resolve(href.replace(" ", "%20"));
    if (!origin.getAuthority().equals(target.getAuthority())
        || FILE.matcher(target.getPath()).matches()) {
      return Optional.empty();
    }
    String query = Optional.ofNullable(target.getRawQuery()).orElse("");
    if (Stream.of(query.split("&")).anyMatch(part -> PREFERENCE.matcher(part).matches())) {
      return Optional.empty();
    }
    String details =
        Stream.of(query.split("&"))
            .filter(part -> DETAIL.matcher(part).matches())
            .collect(Collectors.joining("-"));
    String path = target.getPath() + (query.isEmpty() ? "" : "?" + query);
    return Optional.of(
        new Route(path, kind(target.getPath()) + (details.isEmpty() ? "" : "-" + details)));
  }

  /// The kind as part of a file's name.
  String name() {
    String plain = kind.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? "home" : plain;
  }

  private static String kind(String path) {
    return UUID.matcher(path)
        .replaceAll("id")
        .replaceFirst("^/alert/(?!card$|signs$)[a-z-]+", "/alert/kind")
        .replaceFirst("^/alert/[0-9]$", "/alert/step")
        .replaceFirst("^/bodies/[^/]+", "/bodies/body")
        .replaceFirst("/measures/.*", "/measures/measure")
        .replaceFirst("/questions/(?!next$)[^/]+/.*", "/questions/theme/question")
        .replaceFirst("/questions/(?!next$)[^/]+$", "/questions/theme");
  }
}

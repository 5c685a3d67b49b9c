package fr.bastide.web.frame;

/// What a controller answers a form with once the work is done: see this page now (303).
///
/// @param path a path of ours, with its query
public record Redirect(String path) {

  public Redirect {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("a redirect stays on this site");
    }
  }

  /// To a path of ours.
  public static Redirect to(String path) {
    return new Redirect(path);
  }
}

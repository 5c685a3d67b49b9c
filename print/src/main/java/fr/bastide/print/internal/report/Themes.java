package fr.bastide.print.internal.report;

/// How themes are named.
final class Themes {

  private Themes() {}

  static String name(Frame frame, String theme) {
    return frame
        .content()
        .referential()
        .theme(theme)
        .map(t -> t.name().in(frame.language()))
        .orElse(theme);
  }

  static String summary(Frame frame, String theme) {
    return frame
        .content()
        .referential()
        .theme(theme)
        .map(t -> t.summary().in(frame.language()))
        .orElse("");
  }
}

package fr.bastide.print.plot;

/// Where the colours of a plot come from.
public enum Palette {
  /// The page's CSS custom properties (`--ink`, `--paper`…), with the light colours as fallbacks:
  /// the plot follows light and dark mode and the print sheet.
  TOKENS,
  /// Fixed light colours, for paper and for readers that do not know CSS variables.
  PAPER
}

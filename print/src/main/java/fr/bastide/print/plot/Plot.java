package fr.bastide.print.plot;

/// A picture and the table that says the same.
///
/// @param svg a complete `<svg>` element with `<title>` and `<desc>`, safe to put into a page as it
///   is
/// @param title what it shows
/// @param description what one reads on it, in a sentence or two
/// @param table its figures
public record Plot(String svg, String title, String description, PlotTable table) {}

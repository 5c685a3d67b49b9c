/// Plots and reports: the same picture and the same words on the page, on paper and from the
/// command line.
module fr.bastide.print {
  requires transitive fr.bastide.assessment;
  requires transitive fr.bastide.incident;
  requires transitive fr.bastide.kernel;
  requires static transitive org.jspecify;
  requires gg.jte.runtime;
  requires ical4j.core;
  requires java.desktop;
  requires java.logging;
  requires java.xml;
  requires openhtmltopdf.core;
  requires openhtmltopdf.pdfbox;
  requires org.apache.fontbox;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;

  exports fr.bastide.print;
  exports fr.bastide.print.plot;
}

/// The airlock: files and mail parsed, disarmed, rebuilt, and carried over a one-way link.
module fr.bastide.airlock {
  requires transitive fr.bastide.document;
  requires transitive fr.bastide.kernel;
  requires static transitive org.jspecify;
  requires java.desktop;
  requires java.xml;
  requires org.apache.fontbox;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.apache.pdfbox.jbig2;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires org.apache.commons.compress;
  requires org.apache.poi.poi;
  requires org.apache.poi.scratchpad;
  requires org.jsoup;
  requires apache.mime4j.core;
  requires junrar;
  requires com.twelvemonkeys.imageio.webp;

  exports fr.bastide.airlock;
  exports fr.bastide.airlock.flow;
  exports fr.bastide.airlock.link;
  exports fr.bastide.airlock.mail;
  exports fr.bastide.airlock.mail.authentication;
  exports fr.bastide.airlock.worker;
  exports fr.bastide.airlock.receipt;
}

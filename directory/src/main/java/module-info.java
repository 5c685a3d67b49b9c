/// The directory engine: providers and their solutions, the sourcing policy, and panels drawn
/// fairly.
module fr.bastide.directory {
  requires transitive fr.bastide.document;
  requires transitive fr.bastide.kernel;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;
  requires org.apache.commons.csv;

  exports fr.bastide.directory;
  exports fr.bastide.directory.sourcing;
  exports fr.bastide.directory.panel;
  exports fr.bastide.directory.file;
  exports fr.bastide.directory.sample;
}

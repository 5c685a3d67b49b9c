/// Files that people write, read within bounds: what is wrong is said with its line and all at
/// once. And JSON in the one form that has a hash.
module fr.bastide.document {
  requires transitive fr.bastide.kernel;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;

  exports fr.bastide.document;
}

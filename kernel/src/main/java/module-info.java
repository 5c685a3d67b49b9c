/// Identifiers, localised text, money and time that every floor shares.
module fr.bastide.kernel {
  requires static transitive org.jspecify;

  exports fr.bastide.kernel;
}

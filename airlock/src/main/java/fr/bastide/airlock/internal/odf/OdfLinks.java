package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.xml.WebLinks;
import java.util.Optional;
import java.util.Set;

/// Links of OpenDocument, and the namespaces that are named in values alone.
final class OdfLinks {

  private static final Set<String> LANGUAGES =
      Set.of(
          "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
          "http://openoffice.org/2004/calc",
          "http://openoffice.org/2004/office",
          "http://openoffice.org/2004/writer",
          "http://schemas.microsoft.com/office/excel/formula");

  private OdfLinks() {}

  /// What is wrong with a link; places in the document may hold spaces and bars here.
  static Optional<Threat> fault(String target, Policy policy) {
    if (target.startsWith("#")) {
      return target.indexOf(':') >= 0 && target.contains("//")
          ? Optional.of(Threat.DANGEROUS_LINK)
          : Optional.empty();
    }
    return WebLinks.fault(target, policy.links());
  }

  static boolean isLanguage(String namespace) {
    return LANGUAGES.contains(namespace);
  }
}

package fr.bastide.airlock.internal.xml;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Opens XML for streaming with no declaration, no entity and no outside resource.
///
/// A document type declaration is reported as the event `DTD`; whoever reads must refuse or drop
/// it, and entities of its making are never resolved.
public final class XmlGate {

  private static final XMLInputFactory FACTORY = factory();

  private XmlGate() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // Documents nest deeper than the hundred that the platform allows; readers have bounds of their
    // own.
    factory.setProperty("jdk.xml.maxElementDepth", "256");
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing outside is read");
    });
    return factory;
  }

  /// A reader over the document; its encoding is what the document declares.
  ///
  /// @param where the part, for refusals
  public static XMLStreamReader open(byte[] bytes, String where) {
    try {
      return FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
    } catch (XMLStreamException malformed) {
      throw new RefusedException(Reason.MALFORMED, where, malformed);
    }
  }
}

package fr.bastide.airlock.internal.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/// Reads XML event by event, without declarations, entities or anything outside.
final class Sax {

  private static final int DEEPEST = 2000;
  private static final List<String> REFUSED =
      List.of("http://apache.org/xml/features/disallow-doctype-decl");
  private static final List<String> OFF =
      List.of(
          "http://xml.org/sax/features/external-general-entities",
          "http://xml.org/sax/features/external-parameter-entities",
          "http://apache.org/xml/features/nonvalidating/load-external-dtd");

  private static final SAXParserFactory FACTORY = factory();

  private Sax() {}

  /// Whoever looks at elements.
  interface Eye {

    void start(String name, Attributes attributes);

    default void text(String text) {}

    default void end(String name) {}

    /// A processing instruction.
    void instruction(String target);
  }

  private static SAXParserFactory factory() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      for (String feature : REFUSED) {
        factory.setFeature(feature, true);
      }
      for (String feature : OFF) {
        factory.setFeature(feature, false);
      }
      return factory;
    } catch (ParserConfigurationException | SAXException impossible) {
      throw new IllegalStateException("the platform's XML reader lacks a feature", impossible);
    }
  }

  /// Shows a document to an eye; element names are local names.
  ///
  /// @throws AuditFailure when it is not well formed or holds a declaration
  static void read(Bytes bytes, String where, Eye eye) {
    try {
      XMLReader reader = FACTORY.newSAXParser().getXMLReader();
      reader.setErrorHandler(new DefaultHandler());
      reader.setContentHandler(new Handler(eye, where));
      reader.setEntityResolver((publicId, systemId) -> {
        throw new SAXException("nothing outside is read");
      });
      reader.parse(new InputSource(new ByteArrayInputStream(bytes.all())));
    } catch (SAXException | IOException malformed) {
      throw new AuditFailure(where);
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("the platform's XML reader lacks a feature", impossible);
    }
  }

  private static final class Handler extends DefaultHandler {
    private final Eye eye;
    private final String where;
    private int depth;

    Handler(Eye eye, String where) {
      this.eye = eye;
      this.where = where;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      if (++depth > DEEPEST) {
        throw new AuditFailure(where);
      }
      eye.start(local, attributes);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      depth--;
      eye.end(local);
    }

    @Override
    public void characters(char[] text, int start, int length) {
      eye.text(new String(text, start, length));
    }

    @Override
    public void processingInstruction(String target, String data) {
      eye.instruction(target);
    }
  }
}

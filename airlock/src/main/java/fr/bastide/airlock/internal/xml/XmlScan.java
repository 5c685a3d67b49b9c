package fr.bastide.airlock.internal.xml;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a document into elements: whole, or piece by piece where it may be large.
///
/// Comments and processing instructions are left out, and so is a document type declaration, which
/// is told; what an entity of its making stood for is lost.
public final class XmlScan {

  /// Deeper than any document that people write, shallow enough to be walked on the stack, and
  /// below the bound of [XmlGate], which would call it malformed.
  public static final int MAX_DEPTH = 190;

  /// Receives a document.
  public interface Receiver {

    /// Whether what is within this element comes piece by piece; its attributes are there already.
    boolean opens(XmlElement start);

    /// A document type declaration was met.
    void declaration();

    /// An element that [#opens] took.
    void open(XmlElement start);

    /// A whole element directly within an opened one, or the root.
    void piece(XmlElement whole);

    /// Characters directly within an opened element.
    void text(String value);

    /// The end of the last opened element.
    void close();
  }

  private final XMLStreamReader reader;
  private final Receiver receiver;
  private final String where;
  private final Deque<XmlElement> building = new ArrayDeque<>();
  private int opened;

  private XmlScan(XMLStreamReader reader, Receiver receiver, String where) {
    this.reader = reader;
    this.receiver = receiver;
    this.where = where;
  }

  /// Reads a document.
  ///
  /// @param where the part, for refusals
  /// @throws RefusedException with [Reason#MALFORMED] or [Reason#TOO_DEEP]
  public static void read(byte[] bytes, String where, Receiver receiver) {
    new XmlScan(XmlGate.open(bytes, where), receiver, where).run();
  }

  /// Reads a document whole.
  ///
  /// @throws RefusedException with [Reason#MALFORMED] or [Reason#TOO_DEEP]
  public static XmlElement whole(byte[] bytes, String where) {
    Whole whole = new Whole();
    read(bytes, where, whole);
    return whole.root(where);
  }

  /// The root element with its attributes and nothing in it.
  ///
  /// @throws RefusedException with [Reason#MALFORMED] when there is none
  public static XmlElement root(byte[] bytes, String where) {
    XMLStreamReader reader = XmlGate.open(bytes, where);
    try {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          return start(reader);
        }
      }
    } catch (XMLStreamException malformed) {
      throw new RefusedException(Reason.MALFORMED, where, malformed);
    }
    throw new RefusedException(Reason.MALFORMED, where);
  }

  private void run() {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> begin();
          case XMLStreamConstants.END_ELEMENT -> end();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              characters();
          case XMLStreamConstants.DTD -> receiver.declaration();
          default -> {
            // Comments, instructions and entities are no content.
          }
        }
      }
      reader.close();
    } catch (XMLStreamException malformed) {
      throw new RefusedException(Reason.MALFORMED, where, malformed);
    }
  }

  private void begin() {
    if (opened + building.size() >= MAX_DEPTH) {
      throw new RefusedException(Reason.TOO_DEEP, where);
    }
    XmlElement element = start(reader);
    if (building.isEmpty() && receiver.opens(element)) {
      opened++;
      receiver.open(element);
      return;
    }
    if (!building.isEmpty()) {
      building.getLast().add(element);
    }
    building.addLast(element);
  }

  private void end() {
    if (building.isEmpty()) {
      opened--;
      receiver.close();
      return;
    }
    XmlElement done = building.removeLast();
    if (building.isEmpty()) {
      receiver.piece(done);
    }
  }

  private void characters() {
    if (!building.isEmpty()) {
      building.getLast().add(new XmlText(reader.getText()));
    } else if (opened > 0) {
      receiver.text(reader.getText());
    }
  }

  private static XmlElement start(XMLStreamReader reader) {
    int count = reader.getAttributeCount();
    List<XmlAttribute> attributes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      attributes.add(
          new XmlAttribute(
              Objects.requireNonNullElse(reader.getAttributePrefix(i), ""),
              Objects.requireNonNullElse(reader.getAttributeNamespace(i), ""),
              reader.getAttributeLocalName(i),
              reader.getAttributeValue(i)));
    }
    int declared = reader.getNamespaceCount();
    List<XmlBinding> bindings = declared == 0 ? List.of() : new ArrayList<>(declared);
    for (int i = 0; i < declared; i++) {
      bindings.add(
          new XmlBinding(
              Objects.requireNonNullElse(reader.getNamespacePrefix(i), ""),
              Objects.requireNonNullElse(reader.getNamespaceURI(i), "")));
    }
    return new XmlElement(
        Objects.requireNonNullElse(reader.getPrefix(), ""),
        Objects.requireNonNullElse(reader.getNamespaceURI(), ""),
        reader.getLocalName(),
        attributes,
        bindings);
  }

  /// Takes the root as one piece.
  private static final class Whole implements Receiver {

    private final List<XmlElement> roots = new ArrayList<>(1);

    XmlElement root(String where) {
      if (roots.isEmpty()) {
        throw new RefusedException(Reason.MALFORMED, where);
      }
      return roots.getFirst();
    }

    @Override
    public boolean opens(XmlElement start) {
      return false;
    }

    @Override
    public void declaration() {
      // Whoever reads a whole document keeps nothing of its declaration.
    }

    @Override
    public void open(XmlElement start) {
      throw new IllegalStateException("nothing is opened");
    }

    @Override
    public void piece(XmlElement whole) {
      roots.add(whole);
    }

    @Override
    public void text(String value) {
      throw new IllegalStateException("nothing is opened");
    }

    @Override
    public void close() {
      throw new IllegalStateException("nothing is opened");
    }
  }
}

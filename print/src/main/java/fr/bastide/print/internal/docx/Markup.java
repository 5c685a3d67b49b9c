package fr.bastide.print.internal.docx;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// XML written in order.
final class Markup {

  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String RELATED =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final StringWriter text = new StringWriter(16_000);
  private final XMLStreamWriter xml;
  private final Deque<String> open = new ArrayDeque<>();

  /// Begins a part of the text.
  Markup(String root) {
    this(root, "xmlns:w", WORD, "xmlns:r", RELATED);
  }

  /// Begins a part that uses other names.
  ///
  /// @param names prefix and name in turn
  Markup(String root, String... names) {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      attributes(names);
      open.push(root);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
  }

  /// Opens an element with attributes, name and value in turn.
  Markup open(String name, String... attributes) {
    try {
      xml.writeStartElement(name);
      attributes(attributes);
      open.push(name);
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
  }

  /// Closes the element that was opened last, which must be the one named.
  Markup close(String name) {
    String last = open.pop();
    if (!last.equals(name)) {
      throw new IllegalStateException("open is " + last + ", not " + name);
    }
    try {
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
  }

  /// An element without content.
  Markup empty(String name, String... attributes) {
    try {
      xml.writeEmptyElement(name);
      attributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
  }

  /// Text.
  Markup say(String words) {
    try {
      xml.writeCharacters(words);
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  /// The whole part, once its root is closed.
  String finish(String root) {
    close(root);
    try {
      xml.writeEndDocument();
      xml.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
  }
}

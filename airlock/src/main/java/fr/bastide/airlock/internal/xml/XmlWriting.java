package fr.bastide.airlock.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Writes XML 1.0 in UTF-8, with each prefix bound to the namespace that its element or attribute
/// means, whatever was declared around it.
public final class XmlWriting {

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final StringBuilder out = new StringBuilder(4096);
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private final List<XmlBinding> scope = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();

  public XmlWriting() {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    scope.add(new XmlBinding("", ""));
    scope.add(new XmlBinding("xml", XML));
  }

  /// Writes a start tag; [#close] ends it.
  public void open(XmlElement element) {
    startTag(element);
    out.append('>');
    open.addLast(element);
  }

  public void close() {
    endTag(open.removeLast());
  }

  /// Writes an element with all that is within; it is at most [XmlScan#MAX_DEPTH] deep.
  public void write(XmlElement element) {
    startTag(element);
    if (element.isEmpty()) {
      out.append("/>");
      leave();
      return;
    }
    out.append('>');
    for (XmlNode child : element.children()) {
      switch (child) {
        case XmlElement inner -> write(inner);
        case XmlText text -> text(text.value());
      }
    }
    endTag(element);
  }

  public void text(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\r' -> out.append("&#13;");
        default -> plain(value, i, c);
      }
    }
  }

  /// The document.
  public byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void startTag(XmlElement element) {
    marks.addLast(scope.size());
    out.append('<');
    name(element.prefix(), element.name());
    List<String> declared = new ArrayList<>(4);
    for (XmlBinding binding : element.bindings()) {
      boolean taken =
          binding.prefix().equals(element.prefix())
              && !binding.namespace().equals(element.namespace());
      if (!taken
          && !binding.prefix().equals("xml")
          && !declared.contains(binding.prefix())
          && (binding.prefix().isEmpty() || !binding.namespace().isEmpty())) {
        declared.add(binding.prefix());
        declare(binding.prefix(), binding.namespace());
      }
    }
    require(element.prefix(), element.namespace(), declared);
    for (XmlAttribute attribute : element.attributes()) {
      String prefix = attribute.prefix();
      if (!attribute.namespace().isEmpty()) {
        prefix = require(prefix.isEmpty() ? "n" : prefix, attribute.namespace(), declared);
      }
      out.append(' ');
      name(prefix, attribute.name());
      out.append("=\"");
      value(attribute.value());
      out.append('"');
    }
  }

  /// Sees to it that a prefix means a namespace; the prefix to use, another one when this one
  /// already means something else on the same tag.
  private String require(String prefix, String namespace, List<String> declared) {
    if (bound(prefix).equals(namespace)) {
      declared.add(prefix);
      return prefix;
    }
    String free = prefix;
    for (int i = 0; declared.contains(free); i++) {
      free = "n" + i;
    }
    declared.add(free);
    declare(free, namespace);
    return free;
  }

  private String bound(String prefix) {
    for (int i = scope.size() - 1; i >= 0; i--) {
      if (scope.get(i).prefix().equals(prefix)) {
        return scope.get(i).namespace();
      }
    }
    return "\u0000";
  }

  private void declare(String prefix, String namespace) {
    scope.add(new XmlBinding(prefix, namespace));
    out.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix).append("=\"");
    value(namespace);
    out.append('"');
  }

  private void endTag(XmlElement element) {
    out.append("</");
    name(element.prefix(), element.name());
    out.append('>');
    leave();
  }

  private void leave() {
    int mark = marks.removeLast();
    scope.subList(mark, scope.size()).clear();
  }

  private void name(String prefix, String name) {
    if (!prefix.isEmpty()) {
      out.append(prefix).append(':');
    }
    out.append(name);
  }

  private void value(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\t' -> out.append("&#9;");
        case '\n' -> out.append("&#10;");
        case '\r' -> out.append("&#13;");
        default -> plain(value, i, c);
      }
    }
  }

  /// Writes a character that XML 1.0 allows; others, and half characters, are left out.
  private void plain(String value, int i, char c) {
    boolean pair =
        Character.isHighSurrogate(c)
            ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
            : !Character.isLowSurrogate(c)
                || (i > 0 && Character.isHighSurrogate(value.charAt(i - 1)));
    if (pair && (c >= ' ' || c == '\t' || c == '\n') && c != '\ufffe' && c != '\uffff') {
      out.append(c);
    }
  }
}

package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.ValueKind;
import java.util.ArrayList;
import java.util.List;

/// What a record says as XML, with its templates filled in.
sealed interface Xml {

  /// The text of one value or constant.
  ///
  /// @param kind what it is
  /// @param items the text; several for a list, none for an empty one
  record Text(ValueKind kind, List<String> items) implements Xml {

    /// Nothing where a value could be.
    static final Text NOTHING = new Text(ValueKind.NULL, List.of());

    boolean empty() {
      return items.stream().allMatch(String::isEmpty);
    }
  }

  /// An attribute.
  record Attribute(String name, List<Text> texts) {

    boolean empty() {
      return texts.stream().allMatch(Text::empty);
    }
  }

  /// An element, to which content is added while it is being read.
  final class Element implements Xml {

    private final String name;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Xml> content = new ArrayList<>();

    Element(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    List<Attribute> attributes() {
      return attributes;
    }

    List<Xml> content() {
      return content;
    }

    List<Element> elements() {
      return content.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
    }

    /// The texts that are there, empty ones included.
    List<Text> texts() {
      return content.stream()
          .filter(x -> x instanceof Text text && text.kind() != ValueKind.NULL)
          .map(Text.class::cast)
          .toList();
    }
  }
}

package fr.bastide.telemetry.internal.evtx;

import java.util.List;

/// A piece of binary XML, parsed once: what stands in an element, an attribute or a fragment.
sealed interface Part {

  /// Text that is the same in every record.
  record Literal(String text) implements Part {}

  /// A place for a value of the template's instance, by its number.
  record Slot(int index) implements Part {}

  /// Another template with its values, at this offset of the chunk.
  record Nested(int at) implements Part {}

  /// An element.
  ///
  /// @param dependency the number of the value without which the element is not there; -1 when it
  ///   is always there
  record Element(String name, int dependency, List<Attribute> attributes, List<Part> parts)
      implements Part {

    static final int ALWAYS = -1;
  }

  /// An attribute of an element.
  record Attribute(String name, List<Part> parts) {}
}

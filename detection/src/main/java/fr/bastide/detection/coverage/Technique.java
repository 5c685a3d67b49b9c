package fr.bastide.detection.coverage;

import java.util.List;

/// What an identifier such as `T1059.001` is to ATT&CK.
public sealed interface Technique {

  /// The identifier asked for, such as `T1059` or `T1059.001`.
  String id();

  /// It is in force.
  ///
  /// @param tactics what it serves, in the order of the matrix; a sub-technique serves what its
  ///   technique does
  record Known(String id, List<String> tactics) implements Technique {

    public Known {
      tactics = List.copyOf(tactics);
    }

    /// Whether it is part of another technique.
    public boolean sub() {
      return id.indexOf('.') > 0;
    }

    /// The technique it is part of; itself when it is part of none.
    public String parent() {
      return sub() ? id.substring(0, id.indexOf('.')) : id;
    }
  }

  /// It was withdrawn and another stands in its place.
  record Revoked(String id, Known by) implements Technique {}

  /// It was withdrawn and nothing stands in its place.
  record Deprecated(String id) implements Technique {}

  /// There is none of this name in this version of ATT&CK.
  record Unknown(String id) implements Technique {}
}

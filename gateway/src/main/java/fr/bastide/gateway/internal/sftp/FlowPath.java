package fr.bastide.gateway.internal.sftp;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/// A place as a user sees it: the top, a flow's folder, or a file in one; there is nothing else.
///
/// @param flow empty at the top
/// @param file empty for a folder
record FlowPath(String flow, String file) {

  /// Reads a path within the user's own root.
  ///
  /// @param flows the flows this user sees
  /// @throws NoSuchFileException when it leads elsewhere
  static FlowPath of(Path path, Set<String> flows) throws IOException {
    Path plain = path.toAbsolutePath().normalize();
    int names = plain.getNameCount();
    if (names == 0 || names == 1 && plain.getName(0).toString().isEmpty()) {
      return new FlowPath("", "");
    }
    String flow = plain.getName(0).toString();
    String file = names > 1 ? plain.getName(1).toString() : "";
    if (names > 2 || !flows.contains(flow)) {
      throw new NoSuchFileException(path.toString());
    }
    return new FlowPath(flow, file);
  }
}

package fr.bastide.gateway;

import fr.bastide.airlock.link.Preparation;
import fr.bastide.airlock.receipt.OperatorKey;
import java.io.IOException;
import java.nio.file.Path;

/// Another kind of cargo that leaves by the same link as the files, such as mail.
@FunctionalInterface
public interface Lane {

  /// No other cargo.
  Lane NONE = (drop, files, key) -> files;

  /// Opens the lane before the link runs.
  ///
  /// @param drop the folder the link takes from, one subfolder a flow
  /// @param files what prepares files; what is not of this lane is handed to it
  /// @param key under which receipts are sealed
  /// @return what prepares the files and this cargo
  Preparation open(Path drop, Preparation files, OperatorKey key) throws IOException;
}

package fr.bastide.detection;

/// Where something stands in the rules.
///
/// @param file the file, as it was named
/// @param line from 1; 0 when the whole file is meant
public record Place(String file, int line) {

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}

package fr.bastide.web.register;

import java.nio.charset.StandardCharsets;

/// A file of bodies as the page of the trial run hands it on.
public final class SampleImport {

  private SampleImport() {}

  /// This file as a form field.
  public static String packed(String csv) {
    return PackedFile.pack(csv.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}

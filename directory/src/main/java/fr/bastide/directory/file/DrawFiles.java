package fr.bastide.directory.file;

import fr.bastide.directory.internal.DrawJson;
import fr.bastide.directory.internal.DrawReader;
import fr.bastide.directory.panel.Draw;
import fr.bastide.document.CanonicalJson;

/// Writes draws as JSON and draws them again from it; the shape is in `draw.schema.json`. A draw
/// holds all it was drawn from: need, providers, policy, seed, and what earlier draws owed.
public final class DrawFiles {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 32_000_000;

  private DrawFiles() {}

  /// The draw as JSON, always the same for the same draw.
  public static String json(Draw draw) {
    return CanonicalJson.indented(DrawJson.of(draw));
  }

  /// Draws again what a file holds and compares the outcome to the byte: usable when it is the
  /// same, refused when anything in the file has been altered.
  public static Reading<Draw> replay(byte[] json) {
    return DrawReader.replay(json);
  }
}

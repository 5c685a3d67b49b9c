package fr.bastide.incident.dossier;

import java.util.List;

/// A part of a document, which starts on a page of its own.
///
/// @param role what it is for
/// @param title its title
/// @param blocks in order
public record Part(Role role, String title, List<Block> blocks) {

  /// What a part is for.
  public enum Role {
    /// To keep: how to use the document. It is not handed over.
    GUIDE,
    /// The document itself.
    ACT,
    /// What goes with it.
    ANNEX
  }

  public Part {
    blocks = List.copyOf(blocks);
  }
}

package fr.bastide.incident.dossier;

import fr.bastide.kernel.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A document made from a case, ready to be read again, filled in and signed by a person. Nothing
/// sends it.
///
/// @param kind which document, such as `complaint`
/// @param version the version of its texts
/// @param language in which it is written
/// @param title its title
/// @param reference the reference of the case; empty when there is none
/// @param at the instant at which it was made
/// @param parts in order
public record Dossier(
    String kind,
    String version,
    Language language,
    String title,
    String reference,
    Instant at,
    List<Part> parts) {

  /// @throws IllegalArgumentException when two blocks have the same identifier
  public Dossier {
    title = Piece.held(title);
    reference = Piece.held(reference);
    parts = List.copyOf(parts);
    Set<String> ids = new LinkedHashSet<>();
    for (Part part : parts) {
      for (Block block : part.blocks()) {
        if (!ids.add(block.id())) {
          throw new IllegalArgumentException("two blocks are called " + block.id());
        }
      }
    }
  }

  /// Every block, in order.
  public List<Block> blocks() {
    return parts.stream().flatMap(part -> part.blocks().stream()).toList();
  }

  /// The block of this identifier.
  public Optional<Block> block(String id) {
    return blocks().stream().filter(block -> block.id().equals(id)).findFirst();
  }

  /// What is still to be filled in, each label once, in the parts that are handed over.
  public List<String> blanks() {
    Set<String> labels = new LinkedHashSet<>();
    for (Part part : parts) {
      if (part.role() != Part.Role.GUIDE) {
        for (Block block : part.blocks()) {
          block.lines().forEach(line -> labels.addAll(line.blanks()));
        }
      }
    }
    return List.copyOf(labels);
  }

  /// The parts that are handed over, without the guide.
  public Dossier handedOver() {
    return having(parts.stream().filter(part -> part.role() != Part.Role.GUIDE).toList());
  }

  /// The edit that replaces a block of this document by what a person wrote.
  ///
  /// @return nothing when there is no such block
  public Optional<Edit> edit(String block, String text) {
    return block(block).map(found -> new Edit(block, found.plain(language), text));
  }

  /// The document with what people wrote. Where the block still says what it said when they did,
  /// their text stands; where the case has changed it since, both are shown. An edit of a block
  /// that is no longer there is shown at the end of the document itself, never dropped.
  public Dossier with(Collection<Edit> edits) {
    Map<String, Edit> last = new LinkedHashMap<>();
    edits.forEach(edit -> last.put(edit.block(), edit));
    Map<String, Edit> left = new HashMap<>(last);
    List<Part> edited = new ArrayList<>();
    for (Part part : parts) {
      List<Block> blocks = new ArrayList<>();
      for (Block block : part.blocks()) {
        Optional<Edit> edit = Optional.ofNullable(left.remove(block.id()));
        edit.map(one -> apply(one, block)).orElse(Optional.of(block)).ifPresent(blocks::add);
      }
      edited.add(new Part(part.role(), part.title(), blocks));
    }
    List<Edit> orphans = last.values().stream().filter(e -> left.containsKey(e.block())).toList();
    return having(orphans.isEmpty() ? edited : withOrphans(edited, orphans));
  }

  private Optional<Block> apply(Edit edit, Block block) {
    boolean same = edit.before().equals(block.plain(language));
    if (same && edit.text().isBlank()) {
      return Optional.empty();
    }
    Block.Written written = written(edit);
    if (!same) {
      return Optional.of(new Block.Contested(written, block));
    }
    boolean heading = block instanceof Block.Heading && written.paragraphs().size() == 1;
    return Optional.of(
        heading
            ? new Block.Heading(
                block.id(), ((Block.Heading) block).level(), written.paragraphs().getFirst())
            : written);
  }

  private Block.Written written(Edit edit) {
    List<Line> paragraphs = new ArrayList<>();
    for (String line : edit.text().lines().toList()) {
      if (!line.isBlank()) {
        paragraphs.add(Line.read(line.strip(), language));
      }
    }
    return new Block.Written(edit.block(), paragraphs);
  }

  private List<Part> withOrphans(List<Part> edited, List<Edit> orphans) {
    List<Part> all = new ArrayList<>(edited);
    int act = 0;
    for (int i = 0; i < all.size(); i++) {
      act = all.get(i).role() == Part.Role.ACT ? i : act;
    }
    List<Block> blocks = new ArrayList<>(all.get(act).blocks());
    for (Edit orphan : orphans) {
      if (!orphan.text().isBlank()) {
        blocks.add(written(orphan));
      }
    }
    all.set(act, new Part(all.get(act).role(), all.get(act).title(), blocks));
    return all;
  }

  private Dossier having(List<Part> others) {
    return new Dossier(kind, version, language, title, reference, at, others);
  }
}

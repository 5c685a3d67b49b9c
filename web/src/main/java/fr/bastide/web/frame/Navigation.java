package fr.bastide.web.frame;

import java.util.ArrayList;
import java.util.List;

/// The navigation of one page for one visitor: stages that have at least one entry.
///
/// @param groups in the order of the loop
public record Navigation(List<Group> groups) {

  public Navigation {
    groups = List.copyOf(groups);
  }

  /// The entries of one stage.
  ///
  /// @param stage the stage
  /// @param links its pages
  public record Group(Stage stage, List<Link> links) {

    public Group {
      links = List.copyOf(links);
    }

    /// Whether the present page is in this group.
    public boolean current() {
      return links.stream().anyMatch(Link::current);
    }
  }

  /// A link to a page.
  ///
  /// @param key the key of its name
  /// @param path where it is
  /// @param current whether one is there
  public record Link(String key, String path, boolean current) {}

  /// Joins what the sources offer, marked for the page one is on.
  static Navigation of(List<NavigationSource> sources, Visitor visitor, String page) {
    List<NavigationEntry> entries =
        sources.stream().flatMap(source -> source.entries(visitor)).toList();
    List<Group> groups = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      List<Link> links =
          entries.stream()
              .filter(entry -> entry.stage() == stage)
              .map(entry -> new Link(entry.key(), entry.path(), entry.holds(page)))
              .toList();
      if (!links.isEmpty()) {
        groups.add(new Group(stage, links));
      }
    }
    return new Navigation(groups);
  }
}

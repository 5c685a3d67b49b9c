package fr.bastide.detection.coverage;

import fr.bastide.detection.RuleBook;
import fr.bastide.detection.RuleInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which techniques of ATT&CK rules and correlations say they look for, by their tags.
///
/// A rule stands under the tactics it names as far as its technique serves them, and under all the
/// technique serves when it names none of those. A withdrawn identifier counts for what stands in
/// its place, and is told.
///
/// @param cells techniques by tactic, in the order of the matrix, then of identifiers
/// @param strays tags that are not what ATT&CK has now, in the order of tags
/// @param rules how many rules and correlations were looked at
/// @param untagged how many of them name no technique in force
public record Coverage(List<Cell> cells, List<Stray> strays, int rules, int untagged) {

  /// One technique under one tactic.
  ///
  /// @param technique `T1059` or `T1059.001`
  /// @param tactic such as `execution`
  /// @param rules those that look for it, the gravest first; never empty
  public record Cell(String technique, String tactic, List<RuleInfo> rules) {

    public Cell {
      rules = List.copyOf(rules);
    }
  }

  /// A tag that ATT&CK does not have (any more).
  ///
  /// @param tag as written in the rule, such as `attack.t1086`
  /// @param technique what ATT&CK says of it; [Technique.Unknown] also for tactics
  /// @param rules those that carry it
  public record Stray(String tag, Technique technique, List<RuleInfo> rules) {

    public Stray {
      rules = List.copyOf(rules);
    }
  }

  private static final String PREFIX = "attack.";

  /// Groups, software, data sources, mitigations, campaigns: tags that are none of our business.
  private static final List<String> OTHER_KINDS = List.of("g", "s", "ds", "dc", "m", "c", "ta");

  public Coverage {
    cells = List.copyOf(cells);
    strays = List.copyOf(strays);
  }

  /// The coverage of these rules and correlations.
  public static Coverage of(RuleBook book, AttackMatrix matrix) {
    Reading reading = new Reading(matrix);
    Stream.concat(
            book.rules().stream().map(rule -> rule.info()),
            book.correlations().stream().map(correlation -> correlation.info()))
        .forEach(reading::see);
    return reading.coverage();
  }

  /// The coverage while rules are looked at.
  private static final class Reading {
    private final AttackMatrix matrix;
    private final TreeMap<String, TreeMap<String, Set<RuleInfo>>> byTactic = new TreeMap<>();
    private final TreeMap<String, Set<RuleInfo>> strays = new TreeMap<>();
    private int rules;
    private int untagged;

    Reading(AttackMatrix matrix) {
      this.matrix = matrix;
    }

    void see(RuleInfo info) {
      rules++;
      Set<String> tactics = new LinkedHashSet<>();
      Set<Technique.Known> techniques = new LinkedHashSet<>();
      for (String tag : info.tags()) {
        String word = tag.toLowerCase(Locale.ROOT);
        if (word.startsWith(PREFIX)) {
          see(info, word, tactics, techniques);
        }
      }
      untagged += techniques.isEmpty() ? 1 : 0;
      techniques.forEach(technique -> place(info, technique, tactics));
    }

    private void see(
        RuleInfo info, String tag, Set<String> tactics, Set<Technique.Known> techniques) {
      String word = tag.substring(PREFIX.length());
      if (numbered(word, "t")) {
        switch (matrix.find(word.toUpperCase(Locale.ROOT))) {
          case Technique.Known known -> techniques.add(known);
          case Technique.Revoked revoked -> {
            techniques.add(revoked.by());
            stray(tag, info);
          }
          case Technique.Deprecated _, Technique.Unknown _ -> stray(tag, info);
        }
        return;
      }
      List<String> named = matrix.tactic(word);
      tactics.addAll(named);
      if (named.isEmpty() && OTHER_KINDS.stream().noneMatch(kind -> numbered(word, kind))) {
        stray(tag, info);
      }
    }

    private void stray(String tag, RuleInfo info) {
      strays.computeIfAbsent(tag, _ -> new LinkedHashSet<>()).add(info);
    }

    private void place(RuleInfo info, Technique.Known technique, Set<String> tactics) {
      List<String> meant = technique.tactics().stream().filter(tactics::contains).toList();
      for (String tactic : meant.isEmpty() ? technique.tactics() : meant) {
        byTactic
            .computeIfAbsent(tactic, _ -> new TreeMap<>())
            .computeIfAbsent(technique.id(), _ -> new LinkedHashSet<>())
            .add(info);
      }
    }

    Coverage coverage() {
      List<Cell> cells = new ArrayList<>();
      for (String tactic : matrix.tactics()) {
        byTactic
            .getOrDefault(tactic, new TreeMap<>())
            .forEach((id, infos) -> cells.add(new Cell(id, tactic, sorted(infos))));
      }
      List<Stray> told = new ArrayList<>();
      strays.forEach((tag, infos) -> {
        String id = tag.substring(PREFIX.length()).toUpperCase(Locale.ROOT);
        told.add(new Stray(tag, matrix.find(id), sorted(infos)));
      });
      return new Coverage(cells, told, rules, untagged);
    }

    private static List<RuleInfo> sorted(Set<RuleInfo> infos) {
      return infos.stream()
          .sorted(
              Comparator.comparing(RuleInfo::level)
                  .reversed()
                  .thenComparing(RuleInfo::title)
                  .thenComparing(RuleInfo::id))
          .toList();
    }

    /// Whether a word is a kind's letters with a number behind them.
    private static boolean numbered(String word, String kind) {
      return word.startsWith(kind)
          && word.length() > kind.length()
          && Character.isDigit(word.charAt(kind.length()));
    }
  }
}

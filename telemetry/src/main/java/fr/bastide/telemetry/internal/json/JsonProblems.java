package fr.bastide.telemetry.internal.json;

import fr.bastide.kernel.Text;

/// What to say about JSON that cannot be read.
public final class JsonProblems {

  private JsonProblems() {}

  /// What is wrong with one record.
  ///
  /// @param code what the scanner returned
  /// @param column at which byte of the record, counted from 1
  public static Text of(int code, int column) {
    return switch (code) {
      case JsonScanner.UNFINISHED ->
          new Text(
              "l’enregistrement JSON s’arrête avant sa fin",
              "the JSON record stops before its end");
      case JsonScanner.TOO_DEEP ->
          new Text(
              "l’enregistrement JSON est imbriqué sur plus de 64 niveaux (octet " + column + ")",
              "the JSON record is nested deeper than 64 levels (byte " + column + ")");
      default ->
          new Text(
              "ce n’est pas du JSON valide (octet " + column + ")",
              "this is not valid JSON (byte " + column + ")");
    };
  }

  /// The same with what was lost.
  static Text lost(Text problem, long from, long to) {
    return from == to
        ? new Text(
            problem.fr() + "\u202f; la ligne " + from + " est perdue",
            problem.en() + "; line " + from + " is lost")
        : new Text(
            problem.fr() + "\u202f; les lignes " + from + " à " + to + " sont perdues",
            problem.en() + "; lines " + from + " to " + to + " are lost");
  }

  /// A record longer than is held in memory.
  static Text tooLong(int megabytes) {
    return new Text(
        "l’enregistrement JSON dépasse " + megabytes + " Mo",
        "the JSON record is longer than " + megabytes + " MB");
  }

  /// Something between records that is none.
  static Text noRecord() {
    return new Text("un objet JSON était attendu ici", "a JSON object was expected here");
  }

  /// A list or an envelope that is not closed.
  static Text openList() {
    return new Text(
        "la liste JSON n’est pas fermée\u00a0: la fin manque sans doute",
        "the JSON list is not closed: its end is probably missing");
  }
}

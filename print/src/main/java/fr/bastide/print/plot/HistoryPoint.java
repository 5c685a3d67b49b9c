package fr.bastide.print.plot;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Score;
import java.time.LocalDate;

/// One assessment in the history of a body.
///
/// @param date the day it was scored for
/// @param total its interval, 0 to 100
/// @param grade its grade after caps
/// @param scaleVersion the scale it was computed with
/// @param depth how far the body was assessed
public record HistoryPoint(
    LocalDate date, Score.Interval total, Grade grade, String scaleVersion, Depth depth) {

  /// Whether the two scores compare: same scale and same depth. Others are not joined.
  boolean comparesWith(HistoryPoint other) {
    return scaleVersion.equals(other.scaleVersion) && depth == other.depth;
  }
}

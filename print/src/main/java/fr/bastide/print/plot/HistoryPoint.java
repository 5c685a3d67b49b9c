package fr.bastide.print.plot;

import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Score;
import java.time.LocalDate;

/// One assessment in the history of a body.
///
/// @param date the day it was scored for
/// @param total its interval, 0 to 100
/// @param grade its grade after caps
/// @param scaleVersion the scale it was computed with; points of different scales are not joined
public record HistoryPoint(
    LocalDate date, Score.Interval total, Grade grade, String scaleVersion) {}

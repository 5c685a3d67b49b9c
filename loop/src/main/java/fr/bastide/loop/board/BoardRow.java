package fr.bastide.loop.board;

import fr.bastide.assessment.Depth;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.body.Body;
import java.time.Instant;

/// A body on the region's board, with its latest completed or open assessment.
///
/// @param body the body
/// @param depth how far it was assessed
/// @param result its result
/// @param at when it was completed, or last started
/// @param completed whether it is completed
/// @param example whether what is shown is invented
/// @param measuresDone measures of the plan in force that are done
/// @param measures measures of the plan in force, refused ones left out
public record BoardRow(
    Body body,
    Depth depth,
    Result result,
    Instant at,
    boolean completed,
    boolean example,
    int measuresDone,
    int measures) {}

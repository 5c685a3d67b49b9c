package fr.bastide.web.plan;

import fr.bastide.kernel.Text;
import fr.bastide.web.body.Scene;
import java.util.List;
import java.util.Map;

/// The first step: what one can spend.
///
/// @param scene the body
/// @param form what was typed
/// @param wrong what is wrong, by field; the empty field is the whole
/// @param unfinished whether the assessment is still under way
/// @param shelves the measures by theme
public record PlanAsking(
    Scene scene,
    WishForm form,
    Map<String, Text> wrong,
    boolean unfinished,
    List<MeasureShelf> shelves) {}

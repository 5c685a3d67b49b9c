package fr.bastide.web.plan;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Theme;
import java.util.List;

/// The measures of a theme.
public record MeasureShelf(Theme theme, List<Measure> measures) {}

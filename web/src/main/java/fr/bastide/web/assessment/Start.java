package fr.bastide.web.assessment;

import fr.bastide.assessment.Depth;
import fr.bastide.loop.assess.Assessment;
import java.util.List;
import java.util.Optional;

/// What one knows before starting an assessment.
///
/// @param depths the depths one can choose, with what each asks
/// @param open the assessment that is still open, if there is one
/// @param last the assessment whose answers are carried over, if there is one
public record Start(List<Option> depths, Optional<Assessment> open, Optional<Assessment> last) {

  public Start {
    depths = List.copyOf(depths);
  }

  /// A depth to choose.
  ///
  /// @param depth the depth
  /// @param questions how many questions it asks at most
  /// @param carried how many of them have an answer already
  public record Option(Depth depth, long questions, long carried) {}
}

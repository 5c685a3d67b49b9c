package fr.bastide.detection.pack;

import fr.bastide.detection.Level;
import fr.bastide.kernel.Text;
import java.time.Duration;
import java.util.List;

/// What a level of alert means to a person, and what it asks of them.
///
/// @param level which one
/// @param name its name
/// @param meaning what it tells, in plain words
/// @param delay how fast to act, in words
/// @param within the same as a duration, from the alert on
/// @param tonight what to do tonight, in order; empty when nothing is to be done
/// @param call whom to call, in order; empty when nobody has to be
public record LevelText(
    Level level,
    Text name,
    Text meaning,
    Text delay,
    Duration within,
    List<Text> tonight,
    List<Contact> call) {

  public LevelText {
    tonight = List.copyOf(tonight);
    call = List.copyOf(call);
  }
}

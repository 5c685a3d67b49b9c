package fr.bastide.detection.pack;

import fr.bastide.kernel.Text;
import java.util.List;

/// What a rule of the pack says to those who have no analyst, taken apart for a page.
///
/// @param happened what happened, how sure that is, and what it can do
/// @param tonight what to do tonight, one instruction each, in order
/// @param call whom to call, in order: the rule's own list, or that of its level
public record Advice(Text happened, List<Text> tonight, List<Contact> call) {

  public Advice {
    tonight = List.copyOf(tonight);
    call = List.copyOf(call);
  }
}

package fr.bastide.airlock.flow;

import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.kernel.Text;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// One stream of files or mail through the airlock, with its own rules.
///
/// @param id lower-case letters, digits, `-` and `_`: the name of its folders
/// @param name for people
/// @param direction into the body, or out of it
/// @param carries files or mail
/// @param policyName the disarming policy
/// @param pixels whether what cannot be rebuilt may leave as pictures of its pages
/// @param vital whether it stays open under attack
/// @param returns the step of the way back at which it opens again, from 1
/// @param senders users who may put files in
/// @param readers users who may fetch what crossed
/// @param approvers users who may release or refuse what is held
/// @param quota bounds for one sender
/// @param retention how long originals, receipts and published files are kept
/// @param releasable reasons for which a held file may cross untouched once two people agreed
public record Flow(
    String id,
    Text name,
    Direction direction,
    Cargo carries,
    String policyName,
    boolean pixels,
    boolean vital,
    int returns,
    List<String> senders,
    List<String> readers,
    List<String> approvers,
    Quota quota,
    Duration retention,
    Set<Reason> releasable) {

  /// Whose side the senders are on.
  public enum Direction {
    /// From outside into the body.
    IN,
    /// From the body to the outside.
    OUT
  }

  /// What a flow is made of.
  public enum Cargo {
    FILES,
    MAIL
  }

  /// Last step of the way back.
  public static final int LAST_STEP = 9;

  /// How long is kept where the file says nothing.
  public static final Duration STANDARD_RETENTION = Duration.ofDays(30);

  public Flow {
    senders = List.copyOf(senders);
    readers = List.copyOf(readers);
    approvers = List.copyOf(approvers);
    releasable = Set.copyOf(releasable);
  }

  /// A flow of files into the body without users, for an airlock that was given no flows file.
  public static Flow plain(String id, String policy) {
    return new Flow(
        id,
        new Text("Fichiers «\u00a0" + id + "\u00a0»", "Files “" + id + "”"),
        Direction.IN,
        Cargo.FILES,
        policy,
        false,
        false,
        1,
        List.of(),
        List.of(),
        List.of(),
        Quota.STANDARD,
        STANDARD_RETENTION,
        Set.of());
  }

  /// The disarming policy, within the flow's own bound of size.
  public Policy policy() {
    Policy named = Policies.named(policyName);
    return pixels ? named.withPixels() : named;
  }

  /// Whether somebody may see what this flow holds back.
  public boolean entitled(String user) {
    return senders.contains(user) || readers.contains(user) || approvers.contains(user);
  }
}

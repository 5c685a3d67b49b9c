package fr.bastide.web.body;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.body.BodyDesk;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Sets the scene of each page of a body: reads the body and asks what the caller may do to it.
@Component
public class Scenes {

  private final Threshold threshold;
  private final BodyDesk bodies;
  private final AssessmentDesk assessments;

  /// Scenes over these.
  public Scenes(Threshold threshold, BodyDesk bodies, AssessmentDesk assessments) {
    this.threshold = threshold;
    this.bodies = bodies;
    this.assessments = assessments;
  }

  /// The identifier of a body in a path.
  ///
  /// @throws NotFound when it is not the form of one
  public static BodyId id(String written) {
    try {
      return new BodyId(written);
    } catch (InvalidIdentifier notOne) {
      throw new NotFound(notOne);
    }
  }

  /// Sends the browser on with a plain GET, so that reloading does nothing twice.
  ///
  /// @param path where to, on this very site
  public static ResponseEntity<Void> goTo(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  /// The scene of a page of this body.
  ///
  /// @throws NotFound when there is no such body, or the caller may not see it
  /// @throws fr.bastide.loop.Denied when nobody is signed in
  public Scene of(Caller caller, String body) {
    BodyId id = id(body);
    Body found = bodies.view(caller, id);
    Set<Act> rights = rights(caller, id);
    boolean example =
        found.example()
            || (rights.contains(Act.READ_ASSESSMENT)
                && assessments.ofBody(caller, id).stream().anyMatch(Assessment::example));
    return new Scene(found, rights, example);
  }

  /// Whether the caller may do this to a body.
  boolean may(Caller caller, Act act, BodyId body) {
    return threshold.may(caller, act, body);
  }

  private Set<Act> rights(Caller caller, BodyId body) {
    return threshold
        .transactions()
        .inside(
            caller,
            () -> {
              Set<Act> allowed = EnumSet.noneOf(Act.class);
              Stream.of(Act.values())
                  .filter(act -> act.rule().target() == Act.Target.BODY)
                  .filter(act -> threshold.gate().allows(caller, act, body))
                  .forEach(allowed::add);
              return allowed;
            });
  }
}

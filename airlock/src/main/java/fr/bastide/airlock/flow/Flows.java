package fr.bastide.airlock.flow;

import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Optional;

/// All flows of a body's airlock with the people they are for, as one file says it.
///
/// @param body the body's name
/// @param contact whom a sender calls when a flow is cut
/// @param users who may sign in
/// @param commanders users who may cut all but the vital flows, and open them again
/// @param flows in the order of the file
public record Flows(
    Text body, Text contact, List<FlowUser> users, List<String> commanders, List<Flow> flows) {

  public Flows {
    users = List.copyOf(users);
    commanders = List.copyOf(commanders);
    flows = List.copyOf(flows);
  }

  /// An airlock of one flow and no users.
  public static Flows of(Flow flow) {
    return new Flows(
        new Text("Sas", "Airlock"),
        new Text("votre correspondant", "your contact"),
        List.of(),
        List.of(),
        List.of(flow));
  }

  public Optional<Flow> flow(String id) {
    return flows.stream().filter(flow -> flow.id().equals(id)).findFirst();
  }

  public Optional<FlowUser> user(String id) {
    return users.stream().filter(user -> user.id().equals(id)).findFirst();
  }

  /// The flows one machine carries.
  public List<Flow> in(Flow.Direction direction) {
    return flows.stream().filter(flow -> flow.direction() == direction).toList();
  }

  public boolean commands(String user) {
    return commanders.contains(user);
  }

  /// Whether somebody may see what a flow holds back: its own people, and who commands.
  public boolean sees(String user, Flow flow) {
    return flow.entitled(user) || commands(user);
  }
}

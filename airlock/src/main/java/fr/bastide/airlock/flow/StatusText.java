package fr.bastide.airlock.flow;

import fr.bastide.document.Fields;
import fr.bastide.kernel.Text;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An airlock's status as JSON.
public final class StatusText {

  private static final JsonMapper JSON = JsonMapper.shared();

  private StatusText() {}

  /// The status as JSON of `status.schema.json`.
  public static String json(AirlockStatus status) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "1");
    root.put("side", Fields.spelling(status.side()));
    root.put("at", status.at().toString());
    ObjectNode attack = root.putObject("attack");
    attack.put("on", status.attack().on());
    attack.put("step", status.attack().step());
    if (status.attack().on()) {
      attack.put("since", status.attack().since().toString());
    }
    ArrayNode flows = root.putArray("flows");
    status.flows().forEach(flow -> flow(flows.addObject(), flow));
    ArrayNode held = root.putArray("held");
    status.held().forEach(item -> held(held.addObject(), item));
    ArrayNode crossings = root.putArray("crossings");
    status.crossings().forEach(one -> crossing(crossings.addObject(), one));
    ArrayNode alarms = root.putArray("alarms");
    status.alarms().forEach(alarm -> alarm(alarms.addObject(), alarm));
    return JSON.writeValueAsString(root);
  }

  private static void flow(ObjectNode to, AirlockStatus.FlowState flow) {
    to.put("id", flow.id());
    both(to.putObject("name"), flow.name());
    to.put("direction", Fields.spelling(flow.direction()));
    to.put("carries", Fields.spelling(flow.carries()));
    to.put("vital", flow.vital());
    to.put("open", flow.open());
    to.put("filesToday", flow.filesToday());
    to.put("bytesToday", flow.bytesToday());
  }

  private static void held(ObjectNode to, AirlockStatus.HeldState item) {
    to.put("number", item.number());
    to.put("flow", item.flow());
    to.put("since", item.since().toString());
    to.put("until", item.until().toString());
    to.put("reason", item.reason());
    to.put("requested", item.requested());
  }

  private static void crossing(ObjectNode to, AirlockStatus.Crossing one) {
    to.put("at", one.at().toString());
    to.put("flow", one.flow());
    to.put("sha256", one.sha256());
    to.put("result", Fields.spelling(one.result()));
    to.put("removed", one.removed());
    if (one.heldAs() > 0) {
      to.put("heldAs", one.heldAs());
    }
  }

  private static void alarm(ObjectNode to, AirlockStatus.Alarm alarm) {
    to.put("at", alarm.at().toString());
    to.put("kind", alarm.kind());
    to.put("raised", alarm.raised());
    if (alarm.from() > 0) {
      to.put("from", alarm.from());
      to.put("to", alarm.to());
    }
    both(to.putObject("text"), alarm.text());
  }

  private static void both(ObjectNode to, Text text) {
    to.put("fr", text.fr());
    to.put("en", text.en());
  }
}

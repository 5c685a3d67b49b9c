package fr.bastide.airlock.flow;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.flow.FlowEvent.AttackBegan;
import fr.bastide.airlock.flow.FlowEvent.AttackEnded;
import fr.bastide.airlock.flow.FlowEvent.AttackStepped;
import fr.bastide.airlock.flow.FlowEvent.Expired;
import fr.bastide.airlock.flow.FlowEvent.Held;
import fr.bastide.airlock.flow.FlowEvent.Refused;
import fr.bastide.airlock.flow.FlowEvent.Rehearsed;
import fr.bastide.airlock.flow.FlowEvent.Released;
import fr.bastide.airlock.flow.FlowEvent.Requested;
import fr.bastide.airlock.flow.FlowEvent.Sent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A step as one line of JSON, and back.
public final class EventLine {

  private static final JsonMapper JSON = JsonMapper.shared();

  private EventLine() {}

  /// The line of a step, without its end.
  public static String write(FlowEvent event) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", event.at().toString());
    line.put("by", event.by());
    switch (event) {
      case Held held -> held(line.put("step", "held"), held);
      case Requested one -> item(line, "requested", one.number()).put("note", one.note());
      case Released one -> item(line, "released", one.number()).put("note", one.note());
      case Refused one -> item(line, "refused", one.number()).put("note", one.note());
      case Expired one -> item(line, "expired", one.number());
      case Sent one -> item(line, "sent", one.number());
      case AttackBegan one -> line.put("step", "attack-began").put("note", one.note());
      case AttackStepped one -> line.put("step", "attack-stepped").put("opened", one.step());
      case AttackEnded _ -> line.put("step", "attack-ended");
      case Rehearsed one -> {
        line.put("step", "rehearsed");
        ArrayNode passed = line.putArray("passed");
        one.passed().forEach(passed::add);
        ArrayNode failed = line.putArray("failed");
        one.failed().forEach(failed::add);
      }
    }
    return JSON.writeValueAsString(line);
  }

  private static ObjectNode item(ObjectNode line, String step, long number) {
    return line.put("step", step).put("item", number);
  }

  private static void held(ObjectNode line, Held held) {
    line.put("item", held.number())
        .put("flow", held.flow())
        .put("name", held.name())
        .put("size", held.size())
        .put("sha256", held.sha256())
        .put("reason", held.reason().name())
        .put("where", held.where())
        .put("original", held.original());
  }

  /// The step on a line; empty when it is none.
  public static Optional<FlowEvent> read(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      Instant at = Instant.parse(text(node, "at"));
      String by = text(node, "by");
      long number = node.path("item").asLong(0);
      return Optional.of(
          switch (text(node, "step")) {
            case "held" -> held(node, at, by, number);
            case "requested" -> new Requested(at, by, number, text(node, "note"));
            case "released" -> new Released(at, by, number, text(node, "note"));
            case "refused" -> new Refused(at, by, number, text(node, "note"));
            case "expired" -> new Expired(at, by, number);
            case "sent" -> new Sent(at, by, number);
            case "attack-began" -> new AttackBegan(at, by, text(node, "note"));
            case "attack-stepped" -> new AttackStepped(at, by, node.path("opened").asInt(0));
            case "attack-ended" -> new AttackEnded(at, by);
            case "rehearsed" -> new Rehearsed(at, by, texts(node, "passed"), texts(node, "failed"));
            default -> throw new IllegalArgumentException("no step");
          });
    } catch (JacksonException | DateTimeException | IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  private static Held held(JsonNode node, Instant at, String by, long number) {
    return new Held(
        at,
        by,
        number,
        text(node, "flow"),
        text(node, "name"),
        node.path("size").asLong(0),
        text(node, "sha256"),
        Reason.valueOf(text(node, "reason")),
        text(node, "where"),
        text(node, "original"));
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isString()) {
      throw new IllegalArgumentException("no " + key);
    }
    return value.stringValue();
  }

  private static List<String> texts(JsonNode node, String key) {
    List<String> texts = new ArrayList<>();
    node.path(key).forEach(one -> texts.add(one.asString("")));
    return texts;
  }
}

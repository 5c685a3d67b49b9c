package fr.bastide.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.bastide.assessment.plan.Plan;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What is kept as one JSON document: a plan, which is never searched inside, and small maps.
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Plan.WhyNot.class, WhyNotKinds.class)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Plan.WhyNot.TooExpensive.class, name = "too-expensive"),
    @JsonSubTypes.Type(value = Plan.WhyNot.NotEnoughDays.class, name = "not-enough-days"),
    @JsonSubTypes.Type(value = Plan.WhyNot.TooLong.class, name = "too-long"),
    @JsonSubTypes.Type(value = Plan.WhyNot.Covered.class, name = "covered"),
    @JsonSubTypes.Type(value = Plan.WhyNot.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Plan.WhyNot.NeedsRefused.class, name = "needs-refused")
  })
  private interface WhyNotKinds {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static Plan plan(String json) {
    return MAPPER.readValue(json, Plan.class);
  }

  static Map<String, String> texts(String json) {
    return MAPPER.readValue(json, new TypeReference<>() {});
  }

  static Map<String, Double> numbers(String json) {
    return MAPPER.readValue(json, new TypeReference<>() {});
  }
}

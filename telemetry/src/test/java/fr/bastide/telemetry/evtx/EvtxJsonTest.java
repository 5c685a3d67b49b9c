package fr.bastide.telemetry.evtx;

import static fr.bastide.telemetry.evtx.Sample.element;
import static fr.bastide.telemetry.evtx.Sample.instance;
import static fr.bastide.telemetry.evtx.Sample.none;
import static fr.bastide.telemetry.evtx.Sample.number;
import static fr.bastide.telemetry.evtx.Sample.slot;
import static fr.bastide.telemetry.evtx.Sample.string;
import static fr.bastide.telemetry.evtx.Sample.strings;
import static fr.bastide.telemetry.evtx.Sample.template;
import static fr.bastide.telemetry.evtx.Sample.text;
import static fr.bastide.telemetry.evtx.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvtxJsonTest {

  @Test
  void aWholeRecord() {
    same(
        json(Samples.record(17, Samples.data(string("x")))),
        """
        {"Event": {
          "#attributes": {"xmlns": "http://schemas.microsoft.com/win/2004/08/events/event"},
          "System": {
            "Provider": {"#attributes": {
              "Name": "Bastide-Test", "Guid": "5770385F-C22A-43E0-BF4C-06F5698FFBD9"}},
            "EventID": 7,
            "Version": null,
            "Level": 4,
            "Keywords": "0x8000000000000000",
            "TimeCreated": {"#attributes": {"SystemTime": "2025-11-27T07:40:10.165324Z"}},
            "EventRecordID": 17,
            "Correlation": null,
            "Execution": {"#attributes": {"ProcessID": 3544, "ThreadID": 4272}},
            "Channel": "Bastide-Test/Operational",
            "Computer": "mairie-01",
            "Security": {"#attributes": {"UserID": "S-1-5-18"}}},
          "EventData": {"V0": "x"}}}
        """);
  }

  @Test
  void textBesideAttributesHasAPlaceOfItsOwn() {
    same(
        data(element("EventData", element("Code", text("5")).with("Q", text("16384")))),
        "{\"Code\": {\"#attributes\": {\"Q\": \"16384\"}, \"#text\": \"5\"}}");
  }

  @Test
  void dataWithoutNameAreOneList() {
    Sample.Template unnamed =
        template(element("EventData", element("Data", slot(0)), element("Binary", slot(1))));
    same(
        data(instance(unnamed, strings("a", "b"), none())),
        "{\"Data\": {\"#text\": [\"a\", \"b\"]}, \"Binary\": null}");
    same(
        data(instance(unnamed, string("a"), value(0x0e, new byte[] {1}))),
        "{\"Data\": {\"#text\": \"a\"}, \"Binary\": \"01\"}");
    same(
        data(element("EventData", element("Data", text("a")), element("Data", text("b")))),
        "{\"Data\": {\"#text\": [\"a\", \"b\"]}}");
  }

  @Test
  void namedDataWithoutValueAreEmpty() {
    same(data(Samples.data(none(), string(""))), "{\"V0\": \"\", \"V1\": \"\"}");
    same(data(element("EventData")), "null");
  }

  @Test
  void namesThatAreTakenGetANumber() {
    same(
        data(
            element(
                "UserData",
                element(
                    "Headers",
                    element("Header", text("a")),
                    element("Header_1", text("b")),
                    element("Header", text("c")),
                    element("Header", text("d"))))),
        "{\"Headers\": {\"Header\": \"a\", \"Header_1\": \"b\", \"Header_2\": \"c\","
            + " \"Header_3\": \"d\"}}");
  }

  @Test
  void listsAndPiecesOfText() {
    Sample.Template list = template(element("UserData", element("L", slot(0), text("!"))));
    same(data(instance(list, number(0x08, 4, 3))), "{\"L\": \"3!\"}");
    same(data(Samples.data(Sample.numbers(0x88, 4, 1, 2))), "{\"V0\": [1, 2]}");
  }

  private static JsonNode data(Sample.Node data) {
    JsonNode event = json(Samples.record(1, data)).get("Event");
    return event.has("EventData") ? event.get("EventData") : event.get("UserData");
  }

  private static JsonNode json(Sample.Node record) {
    return Reading.json(new EvtxWriter().record(record).file()).getFirst();
  }

  private static void same(JsonNode actual, String expected) {
    JsonNode tree = JsonMapper.shared().readTree(expected);
    assertThat(actual.toPrettyString()).isEqualTo(tree.toPrettyString());
  }
}

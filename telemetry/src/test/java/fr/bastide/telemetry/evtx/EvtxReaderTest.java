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

import fr.bastide.telemetry.Event;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvtxReaderTest {

  @Test
  void systemGivesFlatFields() {
    Event event = one(Samples.record(17, Samples.data(string("x"))));
    assertThat(Reading.fields(event))
        .containsExactly(
            "Provider_Name=Bastide-Test",
            "Provider_Guid=5770385F-C22A-43E0-BF4C-06F5698FFBD9",
            "EventID=7 (number)",
            "Level=4 (number)",
            "Keywords=0x8000000000000000",
            "TimeCreated=2025-11-27T07:40:10.165324Z",
            "EventRecordID=17 (number)",
            "Execution_ProcessID=3544 (number)",
            "Execution_ThreadID=4272 (number)",
            "Channel=Bastide-Test/Operational",
            "Computer=mairie-01",
            "Security_UserID=S-1-5-18",
            "V0=x");
    assertThat(event.time()).isEqualTo(1_764_229_210_165_324L);
    assertThat(event.source().name()).isEqualTo("sample.evtx");
  }

  @Test
  void recordIsTheRecordsBytes() {
    byte[] file = Samples.file(2).file();
    List<Event> events = Reading.of(file).events();
    int size = EvtxWriter.little(file).getInt(EvtxWriter.FIRST_RECORD + 4);
    int from = EvtxWriter.FIRST_RECORD;
    assertThat(events.getFirst().record()).isEqualTo(Arrays.copyOfRange(file, from, from + size));
    assertThat(events.getLast().record()).startsWith(0x2a, 0x2a, 0, 0);
  }

  @Test
  void timeIsWhenTheRecordWasWrittenWhenItDoesNotSay() {
    Event event = one(element("Event", element("System", element("EventID", text("4")))));
    assertThat(event.time()).isEqualTo(Samples.TIME / 10 - 11_644_473_600_000_000L);
  }

  @Test
  void timeMayComeInOtherForms() {
    Sample.Element created = element("TimeCreated").with("SystemTime", slot(0));
    Sample.Template event = template(element("Event", element("System", created)));
    Sample.Value text = string("2025-11-27T07:40:10.1653241Z");
    assertThat(one(instance(event, text)).time()).isEqualTo(1_764_229_210_165_324L);
    Sample.Value system = Sample.numbers(0x12, 2, 2025, 11, 4, 27, 7, 40, 10, 165);
    assertThat(one(instance(event, system)).time()).isEqualTo(1_764_229_210_165_000L);
    Event plain =
        one(
            element(
                "Event",
                element(
                    "System",
                    element("TimeCreated").with("SystemTime", text("1601-01-01T00:00:00Z")))));
    assertThat(plain.time()).isEqualTo(-11_644_473_600_000_000L);
    assertThat(one(instance(event, string("soon"))).time())
        .isEqualTo(Samples.TIME / 10 - 11_644_473_600_000_000L);
  }

  @Test
  void dataWithoutNameRepeatTheirField() {
    Sample.Template unnamed =
        template(
            element(
                "EventData", element("Data", slot(0)), element("Binary", slot(1)).dependingOn(1)));
    assertThat(data(instance(unnamed, strings("one", "", "three"), none())))
        .containsExactly("Data=one", "Data=", "Data=three");
    assertThat(data(instance(unnamed, string("only"), value(0x0e, new byte[] {1, (byte) 0xab}))))
        .containsExactly("Data=only", "Binary=01AB");
  }

  @Test
  void listsRepeatTheirField() {
    assertThat(data(Samples.data(strings("a", "b"), Sample.numbers(0x86, 2, 80, 443), strings())))
        .containsExactly("V0=a", "V0=b", "V1=80 (number)", "V1=443 (number)", "V2=");
  }

  @Test
  void emptyAndAbsentAreKeptApart() {
    Sample.Template mixed =
        template(
            element(
                "UserData",
                element(
                    "Wrapper",
                    element("Empty", slot(0)),
                    element("Null", slot(1)),
                    element("Nothing"),
                    element("Gone", slot(1)).dependingOn(1),
                    element("Beyond", slot(9)))));
    assertThat(data(instance(mixed, string(""), none())))
        .containsExactly("Empty=", "Null= (null)", "Nothing= (null)", "Beyond= (null)");
    assertThat(data(Samples.data(string(""), none()))).containsExactly("V0=", "V1=");
  }

  @Test
  void userDataLosesItsWrapperAndNestsByPath() {
    Sample.Template user =
        template(
            element(
                "UserData",
                element(
                        "Operation",
                        element("User", slot(0)),
                        element("Client", element("Host", slot(1)), element("Port", slot(2)))
                            .with("Kind", text("tcp")))
                    .with("xmlns", text("urn:x"))));
    assertThat(data(instance(user, string("alice"), string("pc-7"), number(0x06, 2, 445))))
        .containsExactly(
            "User=alice", "Client_Kind=tcp", "Client.Host=pc-7", "Client.Port=445 (number)");
  }

  @Test
  void errorsOfProcessingAreFields() {
    Sample.Template error =
        template(
            element(
                "ProcessingErrorData",
                element("ErrorCode", slot(0)),
                element("DataItemName", slot(1)),
                element("EventPayload", slot(2))));
    assertThat(
            data(
                instance(
                    error, number(0x08, 4, 15003), string("Name"), value(0x0e, new byte[] {7}))))
        .containsExactly("ErrorCode=15003 (number)", "DataItemName=Name", "EventPayload=07");
  }

  @Test
  void renderedTextIsKeptApartFromTheValues() {
    Sample.Element rendering =
        element("RenderingInfo", element("Message", text("Hello")), element("Level", text("Info")));
    assertThat(data(rendering)).containsExactly("Message=Hello", "RenderingInfo.Level=Info");
  }

  @Test
  void namesMayComeFromValues() {
    Sample.Template named =
        template(
            element("EventData", element("Data", slot(1)).with("Name", text("Key "), slot(0))));
    assertThat(data(instance(named, string("A"), string("1")))).containsExactly("Key A=1");
  }

  @Test
  void textIsPutTogetherFromItsPieces() {
    Sample.Element pieces =
        element(
            "Data",
            text("a"),
            new Sample.Entity("amp"),
            new Sample.CharacterReference('é'),
            new Sample.CData("<b>"),
            new Sample.Instruction("target", "data"),
            slot(0),
            new Sample.Entity("custom"));
    Sample.Template template = template(element("EventData", pieces.with("Name", text("P"))));
    assertThat(data(instance(template, number(0x08, 4, 5)))).containsExactly("P=a&é<b>5&custom;");
  }

  @Test
  void elementsMayStandWithoutTemplate() {
    Sample.Element plain = element("EventData", element("Data", text("v")).with("Name", text("N")));
    assertThat(data(plain)).containsExactly("N=v");
    Event event =
        one(
            element(
                "Event",
                element("System", element("EventID", text("1"))),
                element("EventData", element("Data", text("v")).with("Name", text("N")))));
    assertThat(Reading.fields(event)).containsExactly("EventID=1", "N=v");
  }

  @Test
  void templatesMayBeNestedInTemplates() {
    Sample.Template inner = template(element("Data", slot(0)).with("Name", text("In")));
    Sample.Template outer =
        template(element("EventData", instance(inner, string("deep")), element("Data", slot(0))));
    assertThat(data(instance(outer, string("flat")))).containsExactly("In=deep", "Data=flat");
  }

  @Test
  void chunksHaveTheirOwnTemplates() {
    EvtxWriter writer = Samples.file(3);
    writer.endChunk();
    writer.record(Samples.TIME, Samples.record(4, Samples.data(string("z"))));
    assertThat(Reading.of(writer.file()).records()).containsExactly("1", "2", "3", "4");
  }

  /// The fields that come of these data, without those of `System`.
  private static List<String> data(Sample.Node data) {
    List<String> fields = Reading.fields(one(Samples.record(1, data)));
    return fields.subList(fields.indexOf("Security_UserID=S-1-5-18") + 1, fields.size());
  }

  private static Event one(Sample.Node record) {
    Reading reading = Reading.of(new EvtxWriter().record(Samples.TIME, record).file());
    assertThat(reading.troubles()).isEmpty();
    assertThat(reading.events()).hasSize(1);
    return reading.events().getFirst();
  }
}

package fr.bastide.telemetry.evtx;

import static fr.bastide.telemetry.evtx.Sample.element;
import static fr.bastide.telemetry.evtx.Sample.instance;
import static fr.bastide.telemetry.evtx.Sample.none;
import static fr.bastide.telemetry.evtx.Sample.number;
import static fr.bastide.telemetry.evtx.Sample.slot;
import static fr.bastide.telemetry.evtx.Sample.string;
import static fr.bastide.telemetry.evtx.Sample.template;
import static fr.bastide.telemetry.evtx.Sample.text;
import static fr.bastide.telemetry.evtx.Sample.value;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Records as Windows writes them: one template for `System`, the data nested in its last value.
final class Samples {

  static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";
  static final UUID PROVIDER = UUID.fromString("5770385f-c22a-43e0-bf4c-06f5698ffbd9");
  static final UUID ACTIVITY = UUID.fromString("6b3dff46-f4e6-4cda-983b-76b101728aa5");
  static final long TIME = Sample.fileTime(1_764_229_210, 1_653_249);

  /// The outer template.
  static final Sample.Template EVENT =
      template(
          element(
                  "Event",
                  element(
                      "System",
                      element("Provider").with("Name", slot(0)).with("Guid", slot(1)),
                      element("EventID", slot(2)).with("Qualifiers", slot(3)),
                      element("Version", slot(4)).dependingOn(4),
                      element("Level", slot(5)),
                      element("Keywords", slot(6)),
                      element("TimeCreated").with("SystemTime", slot(7)),
                      element("EventRecordID", slot(8)),
                      element("Correlation").with("ActivityID", slot(9)),
                      element("Execution").with("ProcessID", slot(10)).with("ThreadID", slot(11)),
                      element("Channel", slot(12)),
                      element("Computer", text("mairie-01")),
                      element("Security").with("UserID", slot(13))),
                  slot(14))
              .with("xmlns", text(NAMESPACE)));

  private static final Map<Integer, Sample.Template> DATA = new ConcurrentHashMap<>();

  private Samples() {}

  /// A record with this number and these data; values that can be absent are.
  static Sample.Instance record(long number, Sample.Node data) {
    return instance(
        EVENT,
        string("Bastide-Test"),
        value(0x0f, Sample.guid(PROVIDER)),
        number(0x06, 2, 7),
        none(),
        none(),
        number(0x04, 1, 4),
        number(0x15, 8, 0x8000000000000000L),
        number(0x11, 8, TIME),
        number(0x0a, 8, number),
        none(),
        number(0x08, 4, 3544),
        number(0x08, 4, 4272),
        string("Bastide-Test/Operational"),
        value(0x13, Sample.sid(5, 18)),
        new Sample.Nested(data));
  }

  /// `EventData` with one named element of data for each value: `V0`, `V1` and so on.
  static Sample.Instance data(Sample.Value... values) {
    return instance(DATA.computeIfAbsent(values.length, Samples::dataTemplate), values);
  }

  private static Sample.Template dataTemplate(int count) {
    Sample.Element data = element("EventData");
    for (int i = 0; i < count; i++) {
      data = data.and(element("Data", slot(i)).with("Name", text("V" + i)));
    }
    return template(data);
  }

  /// A file of so many records with one string each.
  static EvtxWriter file(int records) {
    EvtxWriter writer = new EvtxWriter();
    for (int i = 1; i <= records; i++) {
      writer.record(TIME, record(i, data(string("value " + i))));
    }
    return writer;
  }
}

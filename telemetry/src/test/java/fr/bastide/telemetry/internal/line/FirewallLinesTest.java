package fr.bastide.telemetry.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.internal.line.Reading.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallLinesTest {

  @Test
  void cefUndoesTheEscapesOfHeaderAndExtension() {
    Seen event =
        Reading.of(
                "cef",
                "Nov 24 02:13:00 h CEF:1|v\\|w|p\\\\q|1.0|7|a = b|High|act=blocked a |"
                    + " msg=two\\nlines and \\= sign cs1=Big Rule cs1Label=Rule Name"
                    + " rt=1795482780123 request=http://x/?a=b&c=d filePath=C:\\\\a\\\\b"
                    + " deviceCustom.x[0]=y end")
            .only();
    assertThat(event.first("deviceVendor")).isEqualTo("v|w");
    assertThat(event.first("deviceProduct")).isEqualTo("p\\q");
    assertThat(event.first("name")).isEqualTo("a = b");
    assertThat(event.first("severity")).isEqualTo("High");
    assertThat(event.first("act")).isEqualTo("blocked a |");
    assertThat(event.first("msg")).isEqualTo("two\nlines and = sign");
    assertThat(event.first("Rule Name")).isEqualTo("Big Rule");
    assertThat(event.first("request")).isEqualTo("http://x/?a=b&c=d");
    assertThat(event.first("filePath")).isEqualTo("C:\\a\\b");
    assertThat(event.first("deviceCustom.x[0]")).isEqualTo("y end");
    assertThat(event.when()).isEqualTo("2026-11-24T01:13:00.123Z");
  }

  @Test
  void cefWithoutExtensionOrWithTooFewPartsIsToldApart() {
    assertThat(Reading.of("cef", "CEF:0|v|p|1|2|n|3|").events()).hasSize(1);
    assertThat(Reading.of("cef", "CEF:0|v|p|1|2|n|3").events()).hasSize(1);
    Reading short1 = Reading.of("cef", "CEF:0|v|p|1|2|n");
    assertThat(short1.events()).isEmpty();
    assertThat(short1.troubles()).singleElement().extracting("place").isEqualTo("line 1");
  }

  @Test
  void leefReadsBothVersionsAndEveryWayToNameTheDelimiter() {
    for (String delimited :
        new String[] {
          "LEEF:1.0|v|p|1|e|a=1 2\tb=x=y",
          "LEEF:2.0|v|p|1|e|^|a=1 2^b=x=y",
          "LEEF:2.0|v|p|1|e|x09|a=1 2\tb=x=y",
          "LEEF:2.0|v|p|1|e|0x5E|a=1 2^b=x=y",
          "LEEF:2.0|v|p|1|e||a=1 2\tb=x=y"
        }) {
      Seen event = Reading.of("leef", delimited).only();
      assertThat(event.first("a")).as(delimited).isEqualTo("1 2");
      assertThat(event.first("b")).as(delimited).isEqualTo("x=y");
      assertThat(event.first("eventId")).as(delimited).isEqualTo("e");
    }
  }

  @Test
  void fortinetTellsItsTimeInNanoseconds() {
    Seen event =
        Reading.of(
                "keyvalue",
                "<189>date=2026-11-24 time=02:13:00 devname=\"FG\" eventtime=1795482780123456789"
                    + " tz=\"+0100\" logid=\"0100044547\" type=\"event\" subtype=\"system\""
                    + " action=\"Add\" cfgpath=\"system.admin\" msg=\"Add \\\"x\\\" = y\""
                    + " path=\"C:\\d\\\"")
            .only();
    assertThat(event.when()).isEqualTo("2026-11-24T01:13:00.123456Z");
    assertThat(event.first("msg")).isEqualTo("Add \"x\" = y");
    assertThat(event.first("path")).isEqualTo("C:\\d\\");
    assertThat(event.logsources()).contains("fortigate/event");
    Seen old = Reading.of("keyvalue", "date=2026-11-24 time=02:13:00 tz=\"+0300\" a=b").only();
    assertThat(old.when()).isEqualTo("2026-11-23T23:13:00Z");
  }

  @Test
  void stormshieldValuesMayHaveSpacesWithoutQuotes() {
    Seen event =
        Reading.of(
                "keyvalue",
                "id=firewall time=\"2026-11-24 02:13:00\" fw=\"SN210\" tz=+0200"
                    + " dstname=intranet de la mairie user=jean dupont arg=/a?b=c&d=e"
                    + " msg=\"dit \"bonjour\" fort\" logtype=\"alarm\"")
            .only();
    assertThat(event.when()).isEqualTo("2026-11-24T00:13:00Z");
    assertThat(event.first("dstname")).isEqualTo("intranet de la mairie");
    assertThat(event.first("user")).isEqualTo("jean dupont");
    assertThat(event.first("arg")).isEqualTo("/a?b=c&d=e");
    assertThat(event.first("msg")).isEqualTo("dit \"bonjour\" fort");
    assertThat(event.logsources()).containsExactly("stormshield/firewall/alarm");
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotSwallowTheLine() {
    Seen event = Reading.of("keyvalue", "a=1 b=\"two words c=3").only();
    assertThat(event.first("b")).isEqualTo("two words");
    assertThat(event.first("c")).isEqualTo("3");
  }

  @Test
  void commasAndSemicolonsBetweenPairsAreNotPartOfValues() {
    Seen event = Reading.of("keyvalue", "a=1, b=\"2\",c=3; d=e").only();
    assertThat(event.first("a")).isEqualTo("1");
    assertThat(event.first("b")).isEqualTo("2");
    assertThat(event.first("c")).isEqualTo("3");
    assertThat(event.first("d")).isEqualTo("e");
  }

  @Test
  void aLineOfManyPairsIsReadUpToABound() {
    Reading reading = Reading.of("keyvalue", "a=b ".repeat(200_000));
    assertThat(reading.events().getFirst().all("a")).hasSize(Values.MOST);
    assertThat(reading.troubles()).hasSize(1);
    assertThat(reading.troubles().getFirst().what().en()).contains("more than 2048 values");
    assertThat(Reading.of("keyvalue", "a=b ".repeat(Values.MOST)).troubles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cef", "leef", "syslog", "auditd"})
  void everyFormatTellsThatABoundBit(String format) {
    String pairs = " a=b".repeat(3_000);
    String line =
        switch (format) {
          case "cef" -> "CEF:0|v|p|1|1|n|1|" + pairs.strip();
          case "leef" -> "LEEF:2.0|v|p|1|1|^|" + "a=b^".repeat(3_000);
          case "syslog" ->
              "<13>1 2026-01-01T00:00:00Z h a - - [x" + " a=\"b\"".repeat(3_000) + "] m";
          default -> "type=USER_CMD msg=audit(1700000000.000:1):" + pairs;
        };
    Reading reading = Reading.of(format, line);
    assertThat(reading.events()).hasSize(1);
    assertThat(reading.troubles()).as(format).hasSize(1);
    assertThat(reading.troubles().getFirst().what().fr()).contains("2048 valeurs");
  }

  @Test
  void eveIsReadWithItsTimeAndMeaning() {
    Reading reading =
        Reading.of(
            "eve",
            """
            {"timestamp":"2026-11-24T02:13:00.123456+0100","flow_id":1,"event_type":"dns",\
            "dns":{"type":"query","rrname":"x.example"}}
            {"a":
            [1]
            {} x
            """);
    Seen event = reading.only();
    assertThat(event.when()).isEqualTo("2026-11-24T01:13:00.123456Z");
    assertThat(event.first("query")).isEqualTo("x.example");
    assertThat(reading.troubles())
        .extracting("place")
        .containsExactly("line 2", "line 3", "line 4");
  }
}

package fr.bastide.telemetry.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.internal.line.Reading.Seen;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SyslogTest {

  private static Seen read(String line) {
    return Reading.of("syslog", line).only();
  }

  @Test
  void structuredDataIsReadUnderBothNamesWithItsEscapesUndone() {
    Seen event =
        read(
            "<165>1 2026-10-11T22:14:15.003Z host.example app 12 ID47"
                + " [a@1 k=\"x\\\"y\\]z\\\\\"][b@2 l=\"\"] \uFEFFthe text");
    assertThat(event.when()).isEqualTo("2026-10-11T22:14:15.003Z");
    assertThat(event.first("facility")).isEqualTo("local4");
    assertThat(event.first("severity")).isEqualTo("notice");
    assertThat(event.first("hostname")).isEqualTo("host.example");
    assertThat(event.first("program")).isEqualTo("app");
    assertThat(event.first("pid")).isEqualTo("12");
    assertThat(event.first("msgid")).isEqualTo("ID47");
    assertThat(event.first("k")).isEqualTo("x\"y]z\\");
    assertThat(event.first("a@1.k")).isEqualTo("x\"y]z\\");
    assertThat(event.first("b@2.l")).isEmpty();
    assertThat(event.first("message")).isEqualTo("the text");
  }

  @Test
  void nilValuesAreAbsent() {
    Seen event = read("<34>1 - - - - - - hello");
    assertThat(event.fields()).containsOnlyKeys("facility", "severity", "message");
    assertThat(event.first("message")).isEqualTo("hello");
    assertThat(event.when()).isEmpty();
  }

  @Test
  void structuredDataThatIsNotClosedIsPartOfTheMessage() {
    assertThat(read("<34>1 - h a - - [x y=\"z hello").first("message")).isEqualTo("[x y=\"z hello");
  }

  @Test
  void theOldFormatIsReadWithWhateverPartsItHas() {
    Seen whole = read("<34>Oct 11 22:14:15 web su[7]: 'su root' failed");
    assertThat(whole.first("hostname")).isEqualTo("web");
    assertThat(whole.first("program")).isEqualTo("su");
    assertThat(whole.first("pid")).isEqualTo("7");
    assertThat(whole.first("message")).isEqualTo("'su root' failed");
    assertThat(whole.when()).isEqualTo("2026-10-11T20:14:15Z");

    Seen withoutHost = read("Oct 11 22:14:15 su: failed");
    assertThat(withoutHost.first("hostname")).isEqualTo("(absent)");
    assertThat(withoutHost.first("program")).isEqualTo("su");

    Seen withoutTag = read("2026-10-11T22:14:15.5+02:00 web last message repeated 2 times");
    assertThat(withoutTag.first("hostname")).isEqualTo("web");
    assertThat(withoutTag.first("program")).isEqualTo("(absent)");
    assertThat(withoutTag.when()).isEqualTo("2026-10-11T20:14:15.500Z");

    Seen nothing = read("anything at all");
    assertThat(nothing.fields()).containsOnlyKeys("message");
  }

  @Test
  void ciscoPutsCountersAndClocksInFront() {
    for (String line :
        new String[] {
          "<189>4321: rtr1: *Nov 24 02:13:00.123 UTC: %SYS-5-CONFIG_I: x by y",
          "<189>4321: *Nov 24 02:13:00.123 UTC: %SYS-5-CONFIG_I: x by y",
          "<189>Nov 24 03:13:00.123 10.0.0.1 4321: *Nov 24 02:13:00.123: %SYS-5-CONFIG_I: x by y",
          "<189>Nov 24 2026 03:13:00.123 rtr1 : %SYS-5-CONFIG_I: x by y",
          "<189>Nov 24 03:13:00.123: %SYS-5-CONFIG_I: x by y"
        }) {
      Seen event = read(line);
      assertThat(event.first("cisco.facility")).as(line).isEqualTo("SYS");
      assertThat(event.first("cisco.mnemonic")).as(line).isEqualTo("CONFIG_I");
      assertThat(event.first("message")).as(line).isEqualTo("%SYS-5-CONFIG_I: x by y");
      assertThat(event.when()).as(line).isEqualTo("2026-11-24T02:13:00.123Z");
      assertThat(event.logsources()).as(line).contains("cisco/aaa", "cisco/syslog");
    }
  }

  @Test
  void aUserCannotWriteHisOwnAddress() {
    Seen event =
        read(
            "Nov 24 02:13:00 web sshd[812]: Failed password for invalid user"
                + " x from 10.0.0.1 port 2 ssh2 from 203.0.113.9 port 51000 ssh2");
    assertThat(event.first("src_ip")).isEqualTo("203.0.113.9");
    assertThat(event.first("user")).isEqualTo("x from 10.0.0.1 port 2 ssh2");
    assertThat(event.first("outcome")).isEqualTo("failure");
    assertThat(event.logsources()).contains("linux/auth", "linux/sshd", "linux/syslog");
  }

  @Test
  void sudoTellsWhoRanWhatAsWhom() {
    Seen event =
        read(
            "<86>Nov 24 02:13:00 web sudo:     bob : TTY=pts/0 ; PWD=/home/bob ;"
                + " USER=#-1 ; COMMAND=/bin/sh -c 'a ; USER=root ; COMMAND=b'");
    assertThat(event.first("user")).isEqualTo("bob");
    assertThat(event.all("USER")).containsExactly("#-1");
    assertThat(event.first("COMMAND")).isEqualTo("/bin/sh -c 'a ; USER=root ; COMMAND=b'");
    assertThat(event.logsources()).contains("linux/sudo");
  }

  @Test
  void whatAMessageCarriesIsReadByItsOwnFormat() {
    Seen json = read("<14>Nov 24 02:13:00 h app[1]: {\"event\":\"x\",\"a\":{\"b\":[1,2]}}");
    assertThat(json.all("a.b")).containsExactly("[1,2]", "1", "2");
    assertThat(json.first("syslog.hostname")).isEqualTo("h");
    assertThat(json.when()).isEqualTo("2026-11-24T01:13:00Z");

    Seen broken = read("<14>Nov 24 02:13:00 h app[1]: {\"event\":\"x\",");
    assertThat(broken.first("message")).isEqualTo("{\"event\":\"x\",");
    assertThat(broken.first("event")).isEqualTo("(absent)");

    Seen cef = read("<14>Nov 24 02:13:00 h CEF:0|v|p|1|2|n|3|src=10.0.0.1");
    assertThat(cef.first("src_ip")).isEqualTo("10.0.0.1");

    Seen iptables =
        read(
            "Nov 24 02:13:00 h kernel: [1.2] [UFW BLOCK] IN=eth0 OUT= MAC= SRC=203.0.113.9"
                + " DST=10.0.0.5 DF PROTO=TCP SPT=5 DPT=22");
    assertThat(iptables.first("OUT")).isEmpty();
    assertThat(iptables.first("dst_port")).isEqualTo("22");
    assertThat(iptables.first("blocked")).isEqualTo("true");
  }

  @Test
  void columnsOfFirewallsGetNames() {
    Seen filter =
        read(
            "<134>Nov 24 02:13:00 pf filterlog[1]: 5,,,1000000103,igb0,match,block,in,4,0x0,,54,"
                + "1234,0,DF,6,tcp,60,203.0.113.9,10.0.0.5,51000,3389,0,S,1,,1024,,");
    assertThat(filter.first("dst_port")).isEqualTo("3389");
    assertThat(filter.logsources()).containsExactly("pfsense/firewall");
    Seen paloAlto =
        read(
            "<14>Nov 24 02:13:00 pa 1,2026/11/24 02:13:00,0018,TRAFFIC,drop,2305,"
                + "2026/11/24 02:12:59,203.0.113.9,10.0.0.5,0.0.0.0,0.0.0.0,\"a, rule\",,,ssh");
    assertThat(paloAlto.first("rule")).isEqualTo("a, rule");
    assertThat(paloAlto.when()).isEqualTo("2026-11-24T01:12:59Z");
    assertThat(read("<14>Nov 24 02:13:00 h app: 5,3 apples").first("program")).isEqualTo("app");
  }

  @Test
  void snareGivesWindowsFieldsInEnglishAndFrench() {
    Seen english =
        read(
            "<13>Nov 24 02:13:00 dc MSWinEventLog\t1\tSecurity\t37\tTue Nov 24 02:12:59 2026\t4688"
                + "\tMicrosoft-Windows-Security-Auditing\tA\\b\tN/A\tSuccess Audit\tdc.example"
                + "\tProcess Creation\t\tA new process has been created.    Creator Subject:  "
                + " Account Name:  bob   Account Domain:  CORP    Target Subject:   Account Name: "
                + " -    Process Information:   New Process Name: C:\\a b.exe   Creator Process ID:"
                + "   Process Command Line: a  --b:  c\t12");
    assertThat(english.first("EventID")).isEqualTo("4688");
    assertThat(english.first("Computer")).isEqualTo("dc.example");
    assertThat(english.first("SubjectUserName")).isEqualTo("bob");
    assertThat(english.first("TargetUserName")).isEqualTo("-");
    assertThat(english.first("NewProcessName")).isEqualTo("C:\\a b.exe");
    assertThat(english.first("CommandLine")).isEqualTo("a  --b:  c");
    assertThat(english.logsources()).contains("windows/process_creation", "windows/security");
    assertThat(english.when()).isEqualTo("2026-11-24T01:12:59Z");

    Seen french =
        read(
            "<13>Nov 24 02:13:00 dc MSWinEventLog\t1\tSecurity\t37\tTue Nov 24 02:12:59 2026\t4625"
                + "\tMicrosoft-Windows-Security-Auditing\t-\tN/A\tFailure Audit\tdc\tLogon\t\tÉchec"
                + " d’ouverture de session d’un compte.    Objet :   Nom du compte :  -    Type"
                + " d’ouverture de session :   3    Compte pour lequel l’ouverture de session a"
                + " échoué :   Nom du compte\u00A0:  jean    Informations sur le réseau :   Adresse"
                + " du réseau source :  203.0.113.9   Port source :  0\t13");
    assertThat(french.first("TargetUserName")).isEqualTo("jean");
    assertThat(french.first("LogonType")).isEqualTo("3");
    assertThat(french.first("IpAddress")).isEqualTo("203.0.113.9");
  }

  /// Newer French Windows writes a plain apostrophe, and other titles for a new process.
  @Test
  void frenchWindowsOfAnyAgeIsRead() {
    Seen process =
        read(
            "<13>Nov 24 02:13:00 dc MSWinEventLog\t1\tSecurity\t37\tTue Nov 24 02:12:59 2026\t4688"
                + "\tMicrosoft-Windows-Security-Auditing\t-\tN/A\tSuccess Audit\tdc\tProcess"
                + " Creation\t\tUn nouveau processus a été créé.    Objet créateur :   ID de"
                + " sécurité :  S-1-5-21-7   Nom du compte :  jeanne   ID de connexion :  0xAE1AC   "
                + " Objet cible :   ID de sécurité :  S-1-0-0   Nom du compte :  -   ID de connexion :"
                + "  0x0    Informations sur le processus :   Nom du nouveau processus :  C:\\a.exe  "
                + " Type d'élévation du jeton :  %%1938   Nom du processus créateur :  C:\\b.exe\t12");
    assertThat(process.first("SubjectUserSid")).isEqualTo("S-1-5-21-7");
    assertThat(process.first("SubjectUserName")).isEqualTo("jeanne");
    assertThat(process.first("SubjectLogonId")).isEqualTo("0xAE1AC");
    assertThat(process.first("TargetUserSid")).isEqualTo("S-1-0-0");
    assertThat(process.first("TargetLogonId")).isEqualTo("0x0");
    assertThat(process.first("TokenElevationType")).isEqualTo("%%1938");
    assertThat(process.first("ParentProcessName")).isEqualTo("C:\\b.exe");
  }

  @Test
  void invalidUtf8AndAClockIn1601PassThrough() {
    byte[] line =
        "<34>1 1601-01-01T00:00:00Z h\u00FF a - - - x\u00C3\u0000y"
            .getBytes(StandardCharsets.ISO_8859_1);
    Seen event = Reading.of("syslog", line).only();
    assertThat(event.when()).isEqualTo("1601-01-01T00:00:00Z");
    assertThat(event.first("hostname")).isEqualTo("h\uFFFD");
    assertThat(event.first("message")).isEqualTo("x\uFFFD\u0000y");
  }

  @Test
  void aFileThatCrossesTheYearKeepsItsOrder() {
    String text = "Dec 31 23:59:59 h a: x\nJan  1 00:00:01 h a: y\n";
    Reading reading =
        Reading.of(
            "syslog",
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            Instant.parse("2027-01-01T00:30:00Z"));
    assertThat(reading.events().getLast().time() - reading.events().getFirst().time())
        .isEqualTo(2_000_000);
  }

  @Test
  void countedFramesAreSplit() {
    assertThat(Reading.of("syslog", "10 <34>a: b\nc10 <34>d: efg").events())
        .extracting(event -> event.first("message"))
        .containsExactly("b\nc", "efg");
  }
}

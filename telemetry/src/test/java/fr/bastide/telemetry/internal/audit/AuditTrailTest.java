package fr.bastide.telemetry.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.internal.line.Reading;
import fr.bastide.telemetry.internal.line.Reading.Seen;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

  private static String record(String type, String stamp, String body) {
    return "type=" + type + " msg=audit(" + stamp + "): " + body + "\n";
  }

  @Test
  void interleavedRecordsBecomeTheEventsTheyBelongTo() {
    String one = "1795482780.243:24287";
    String two = "1795482780.250:24288";
    Reading reading =
        Reading.of(
            "auditd",
            record("SYSCALL", one, "arch=c000003e syscall=59 success=yes uid=0 exe=\"/bin/cat\"")
                + record("SYSCALL", two, "arch=c000003e syscall=42 success=no exe=\"/bin/nc\"")
                + record("EXECVE", one, "argc=2 a0=\"cat\" a1=2F746D702F612062")
                + record("SOCKADDR", two, "saddr=020001BBCB0071090000000000000000")
                + record("CWD", one, "cwd=\"/root\"")
                + record("PROCTITLE", two, "proctitle=6E63002D65")
                + record("PROCTITLE", one, "proctitle=\"cat\"")
                + record("EOE", one, ""));
    assertThat(reading.troubles()).isEmpty();
    assertThat(reading.events()).hasSize(2);
    Seen connect = reading.events().getFirst();
    assertThat(connect.all("type")).containsExactly("SYSCALL", "SOCKADDR", "PROCTITLE");
    assertThat(connect.first("SYSCALL")).isEqualTo("connect");
    assertThat(connect.first("DestinationIp")).isEqualTo("203.0.113.9");
    assertThat(connect.first("DestinationPort")).isEqualTo("443");
    assertThat(connect.first("proctitle")).isEqualTo("nc -e");
    assertThat(connect.logsources()).containsExactly("linux/auditd", "linux/network_connection");
    Seen exec = reading.events().getLast();
    assertThat(exec.all("type")).containsExactly("SYSCALL", "EXECVE", "CWD", "PROCTITLE");
    assertThat(exec.first("CommandLine")).isEqualTo("cat /tmp/a b");
    assertThat(exec.first("Image")).isEqualTo("/bin/cat");
    assertThat(exec.first("User")).isEqualTo("root");
    assertThat(exec.when()).isEqualTo("2026-11-24T01:13:00.243Z");
    assertThat(exec.first("serial")).isEqualTo("24287");
    assertThat(exec.record()).startsWith("type=SYSCALL").contains("\ntype=EXECVE");
    assertThat(exec.logsources()).containsExactly("linux/auditd", "linux/process_creation");
  }

  @Test
  void argumentsInPiecesAreJoined() {
    String stamp = "1795482780.243:1";
    Seen event =
        Reading.of(
                "auditd",
                record("EXECVE", stamp, "argc=3 a0=\"sh\" a1_len=8 a1[0]=6162")
                    + record("EXECVE", stamp, "a1[1]=\"cd\" a2=\"x y\"")
                    + record("PROCTITLE", stamp, "proctitle=7368"))
            .only();
    assertThat(event.all("a0")).containsExactly("sh");
    assertThat(event.all("a1")).containsExactly("abcd");
    assertThat(event.all("a2")).containsExactly("x y");
    assertThat(event.first("CommandLine")).isEqualTo("sh abcd x y");
  }

  @Test
  void theEnrichedPartAndMessagesOfProgramsAreRead() {
    Seen event =
        Reading.of(
                "auditd",
                record(
                    "USER_LOGIN",
                    "1795482780.243:7",
                    "pid=1 uid=0 msg='op=login acct=\"root\" exe=\"/usr/sbin/sshd\" hostname=?"
                        + " addr=203.0.113.9 res=failed'\u001DUID=\"root\" AUID=\"unset\""))
            .only();
    assertThat(event.first("acct")).isEqualTo("root");
    assertThat(event.first("addr")).isEqualTo("203.0.113.9");
    assertThat(event.first("res")).isEqualTo("failed");
    assertThat(event.first("UID")).isEqualTo("root");
    assertThat(event.first("AUID")).isEqualTo("unset");
    Seen old =
        Reading.of(
                "auditd",
                record(
                    "USER_AUTH",
                    "1795482780.243:8",
                    "user pid=1 msg='PAM: authentication acct=bob : exe=\"/bin/su\""
                        + " (hostname=h, addr=203.0.113.9, res=failed)'"))
            .only();
    assertThat(old.first("acct")).isEqualTo("bob");
    assertThat(old.first("hostname")).isEqualTo("h");
    assertThat(old.first("res")).isEqualTo("failed");
  }

  @Test
  void aFileThatWasMadeHasItsWholeName() {
    String stamp = "1795482780.243:9";
    Seen event =
        Reading.of(
                "auditd",
                record("SYSCALL", stamp, "arch=c000003e syscall=257 success=yes exe=\"/bin/sh\"")
                    + record("CWD", stamp, "cwd=\"/etc\"")
                    + record("PATH", stamp, "item=0 name=\"/etc\" nametype=PARENT")
                    + record("PATH", stamp, "item=1 name=\"cron.d/x\" nametype=CREATE")
                    + record("PROCTITLE", stamp, "proctitle=7368"))
            .only();
    assertThat(event.all("TargetFilename")).containsExactly("/etc/cron.d/x");
    assertThat(event.first("SYSCALL")).isEqualTo("openat");
    assertThat(event.logsources()).contains("linux/file_event");
  }

  @Test
  void keysAreSeparatedAndVerdictsRead() {
    String stamp = "1795482780.243:10";
    Seen event =
        Reading.of(
                "auditd",
                record("AVC", stamp, "avc:  denied  { read write } for  pid=2 comm=\"httpd\"")
                    + record("SYSCALL", stamp, "syscall=2 key=657865630161"))
            .only();
    assertThat(event.first("seresult")).isEqualTo("denied");
    assertThat(event.all("seperms")).containsExactly("read", "write");
    assertThat(event.first("comm")).isEqualTo("httpd");
    assertThat(event.all("key")).containsExactly("exec", "a");
  }

  @Test
  void eventsThatNeverEndAreGivenWhenTheyAreOldOrTooMany() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      many.append(record("SYSCALL", "1795482780.243:" + i, "syscall=1"));
    }
    Reading crowd = Reading.of("auditd", many.toString());
    assertThat(crowd.events()).hasSize(1_000);
    assertThat(crowd.events())
        .extracting(event -> event.first("serial"))
        .startsWith("0", "1", "2")
        .endsWith("999");
    Reading late =
        Reading.of(
            "auditd",
            record("SYSCALL", "1795482780.243:1", "syscall=1")
                + record("SYSCALL", "1795482789.243:2", "syscall=1")
                + record("SYSCALL", "1795482789.243:1", "syscall=1"));
    assertThat(late.events()).hasSize(3);
  }

  @Test
  void oneEventOfEndlessRecordsIsBounded() {
    String path = record("PATH", "1795482780.243:1", "name=\"" + "x".repeat(2_000) + "\"");
    Reading reading = Reading.of("auditd", path.repeat(1_000));
    assertThat(reading.events()).hasSize(8);
    assertThat(reading.events().getFirst().all("name")).hasSize(OpenEvent.MOST_RECORDS);
  }

  @Test
  void hostsWithTheSameSerialAreKeptApart() {
    String body = "type=SYSCALL msg=audit(1795482780.243:1): syscall=1\n";
    Reading reading = Reading.of("auditd", "node=a " + body + "node=b " + body + "node=a " + body);
    assertThat(reading.events()).hasSize(2);
    assertThat(reading.events().getFirst().first("Computer")).isEqualTo("a");
    assertThat(reading.events().getFirst().all("type")).hasSize(2);
  }

  @Test
  void recordsThatSyslogRelaysAreBroughtTogetherToo() {
    String header = "<14>Nov 24 02:13:00 web audispd: ";
    Reading reading =
        Reading.of(
            "syslog",
            header
                + record("SYSCALL", "1795482780.243:1", "syscall=59 arch=c000003e")
                + "<14>Nov 24 02:13:00 web app: between\n"
                + header
                + record("EXECVE", "1795482780.243:1", "a0=\"id\"")
                + header
                + record("PROCTITLE", "1795482780.243:1", "proctitle=6964"));
    assertThat(reading.events()).hasSize(2);
    Seen event = reading.events().getLast();
    assertThat(event.first("CommandLine")).isEqualTo("id");
    assertThat(event.first("Computer")).isEqualTo("web");
    assertThat(event.record()).contains("audispd: type=EXECVE");
  }

  @Test
  void recordsThatNoDaemonTakesComeThroughTheKernelByNumber() {
    Seen event =
        Reading.of(
                "syslog",
                "Nov 24 02:13:00 web kernel: [   12.345678] audit: type=1400"
                    + " audit(1795482780.243:5): apparmor=\"DENIED\" operation=\"open\" pid=2")
            .only();
    assertThat(event.first("type")).isEqualTo("AVC");
    assertThat(event.first("apparmor")).isEqualTo("DENIED");
    assertThat(event.first("Computer")).isEqualTo("web");
    assertThat(event.logsources()).containsExactly("linux/auditd");
  }

  @Test
  void whatIsNoRecordIsTold() {
    Reading reading = Reading.of("auditd", "garbage\ntype=X msg=audit(1:2): a=b\n");
    assertThat(reading.events()).isEmpty();
    assertThat(reading.troubles()).extracting("place").containsExactly("line 1", "line 2");
  }

  @Test
  void addressesOfSockets() {
    Seen six =
        Reading.of(
                "auditd",
                record(
                        "SOCKADDR",
                        "1795482780.243:1",
                        "saddr=0A0001BB0000000020010DB8000000000000000000000001" + "00000000")
                    + record("PROCTITLE", "1795482780.243:1", "proctitle=6964"))
            .only();
    assertThat(six.first("socket_ip")).isEqualTo("2001:db8::1");
    Seen unix =
        Reading.of("auditd", record("SOCKADDR", "1795482780.243:1", "saddr=01002F72756E2F7800"))
            .only();
    assertThat(unix.first("socket_path")).isEqualTo("/run/x");
  }
}

package fr.bastide.telemetry.internal.line;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Lines of each format with random content, written by the rules of the format's specification.
final class RandomLines {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final String[] PIECES = {
    "a", "Zoé", " ", "=", "|", "\\", "\"", "]", "0", "x=y", "  ", "^", ";", ",", "'", "é€", "?",
    "b c"
  };

  private final RandomGenerator random;

  RandomLines(RandomGenerator random) {
    this.random = random;
  }

  /// RFC 5424, section 6.
  Sample modernSyslog() {
    Instant time = instant(MILLI);
    Map<String, String> fields = new LinkedHashMap<>();
    StringBuilder data = new StringBuilder();
    for (int e = 0; e < random.nextInt(3); e++) {
      data.append("[id").append(e).append("@32473");
      for (int p = 0; p < random.nextInt(4); p++) {
        String value = text("");
        data.append(" p" + e + p + "=\"");
        data.append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("]", "\\]"));
        data.append('"');
        fields.put("p" + e + p, value);
        fields.put("id" + e + "@32473.p" + e + p, value);
      }
      data.append(']');
    }
    String message = "m " + text("");
    fields.put("hostname", word());
    fields.put("program", word());
    fields.put("pid", String.valueOf(random.nextInt(100_000)));
    fields.put("message", message);
    String line =
        "<%d>1 %s %s %s %s - %s %s"
            .formatted(
                random.nextInt(192),
                time,
                fields.get("hostname"),
                fields.get("program"),
                fields.get("pid"),
                data.isEmpty() ? "-" : data,
                message);
    return new Sample(line, fields, micros(time));
  }

  /// RFC 3164, section 4, with the year left out and the time in Paris.
  Sample oldSyslog() {
    Instant time = Reading.NOW.minusSeconds(random.nextLong(300 * 86_400L));
    if (PARIS.getRules().getValidOffsets(time.atZone(PARIS).toLocalDateTime()).size() > 1) {
      // In the hour that comes twice a local time does not say which it means.
      time = time.plusSeconds(7_200);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("hostname", word());
    fields.put("program", word());
    fields.put("message", "m " + text("").stripTrailing());
    boolean numbered = random.nextBoolean();
    String pid = numbered ? "[" + random.nextInt(100_000) + "]" : "";
    String line =
        "<%d>%s %s %s%s: %s"
            .formatted(
                random.nextInt(192),
                DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT)
                    .format(time.atZone(PARIS)),
                fields.get("hostname"),
                fields.get("program"),
                pid,
                fields.get("message"));
    return new Sample(line, fields, micros(time));
  }

  /// CEF, "Header information" and "Extension field values".
  Sample cef() {
    Instant time = instant(MILLI);
    String vendor = "v" + text("").strip();
    String name = "n" + text("").strip();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("deviceVendor", vendor);
    fields.put("name", name);
    StringBuilder line = new StringBuilder("CEF:0|").append(bars(vendor)).append("|p|1.0|7|");
    line.append(bars(name)).append("|5|rt=").append(time.toEpochMilli());
    for (int i = 0; i < random.nextInt(6); i++) {
      String value = "v" + text("\n").strip();
      fields.put("key" + i, value);
      line.append(" key").append(i).append('=');
      line.append(value.replace("\\", "\\\\").replace("=", "\\=").replace("\n", "\\n"));
    }
    return new Sample(line.toString(), fields, micros(time));
  }

  /// LEEF 2.0, "LEEF event components", with a delimiter named in each of its ways.
  Sample leef() {
    Instant time = instant(MILLI);
    String[] names = {"^", "x5e", "0x5E"};
    Map<String, String> fields = new LinkedHashMap<>();
    StringBuilder line = new StringBuilder("LEEF:2.0|v|p|1|e|");
    line.append(names[random.nextInt(names.length)])
        .append("|devTime=")
        .append(time.toEpochMilli());
    for (int i = 0; i < random.nextInt(6); i++) {
      String value = text("").replace("^", "");
      fields.put("key" + i, value);
      line.append("^key").append(i).append('=').append(value);
    }
    return new Sample(line.toString(), fields, micros(time));
  }

  /// FortiOS log message reference: values in quotes with quotes escaped, the rest without.
  Sample fortinet() {
    Instant time = instant(MICRO);
    Map<String, String> fields = new LinkedHashMap<>();
    StringBuilder line = new StringBuilder("logver=7 eventtime=");
    line.append(time.getEpochSecond()).append("%09d".formatted(time.getNano()));
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      // Backslashes alone are left out: some versions double them and some do not. So is a last =,
      // after which a closing quote looks like an opening one.
      String value = (text("") + "z").replace("\\", "");
      fields.put("key" + i, value);
      line.append(" key").append(i).append("=\"").append(value.replace("\"", "\\\"")).append('"');
    }
    return new Sample(line.toString(), fields, micros(time));
  }

  /// Stormshield's audit logs: the firewall's own time and offset, values with and without quotes.
  Sample stormshield() {
    Instant time = instant(SECOND);
    int hours = random.nextInt(-11, 13);
    Map<String, String> fields = new TreeMap<>();
    StringBuilder line = new StringBuilder("id=firewall time=\"");
    line.append(
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
            .format(time.atOffset(ZoneOffset.ofHours(hours))));
    line.append("\" tz=").append(hours < 0 ? "-" : "+").append("%02d00".formatted(Math.abs(hours)));
    for (int i = 0; i < random.nextInt(6); i++) {
      String value = word() + (random.nextBoolean() ? " de la " + word() : "");
      boolean quoted = random.nextBoolean();
      fields.put("key" + i, value);
      line.append(" key" + i + "=" + (quoted ? '"' + value + '"' : value));
    }
    return new Sample(line.toString(), fields, micros(time));
  }

  /// Apache's combined log, with the escapes of its `ap_escape_logitem`.
  Sample access() {
    Instant time = instant(SECOND);
    String stem = "/" + text("").replace(" ", "").replace("?", "");
    String query = text("").replace(" ", "");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("c-ip", address());
    fields.put("cs-method", random.nextBoolean() ? "GET" : "POST");
    fields.put("cs-uri-stem", stem);
    fields.put("cs-uri", stem + "?" + query);
    fields.put("sc-status", String.valueOf(random.nextInt(100, 600)));
    fields.put("cs-user-agent", "u" + text("\u0001"));
    String line =
        "%s - - [%s] \"%s %s HTTP/1.1\" %s 12 \"-\" \"%s\""
            .formatted(
                fields.get("c-ip"),
                DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ROOT)
                    .format(time.atZone(PARIS)),
                fields.get("cs-method"),
                logged(fields.get("cs-uri")),
                fields.get("sc-status"),
                logged(fields.get("cs-user-agent")));
    return new Sample(line, fields, micros(time));
  }

  /// One execution in the Linux audit trail, as several lines; values with what must not stand in
  /// quotes are written in hexadecimal, as `audit_log_untrustedstring` does.
  Sample audit(int serial) {
    Instant time = instant(MILLI);
    String stamp =
        " msg=audit(%d.%03d:%d): "
            .formatted(time.getEpochSecond(), time.getNano() / 1_000_000, serial);
    int count = 1 + random.nextInt(5);
    Map<String, String> fields = new LinkedHashMap<>();
    StringBuilder arguments = new StringBuilder("argc=" + count);
    StringBuilder command = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String value = "a" + text("\n");
      arguments.append(" a").append(i).append('=').append(untrusted(value));
      fields.put("a" + i, value);
      command.append(i == 0 ? "" : " ").append(value);
    }
    String exe = "/bin/" + text("");
    fields.put("exe", exe);
    fields.put("Image", exe);
    fields.put("CommandLine", command.toString());
    fields.put("serial", String.valueOf(serial));
    String lines =
        "type=SYSCALL"
            + stamp
            + "arch=c000003e syscall=59 success=yes exe="
            + untrusted(exe)
            + "\ntype=EXECVE"
            + stamp
            + arguments
            + "\ntype=PROCTITLE"
            + stamp
            + "proctitle="
            + hex(command.toString());
    return new Sample(lines, fields, micros(time));
  }

  private static String untrusted(String value) {
    boolean plain = value.chars().allMatch(c -> c > ' ' && c < 127 && c != '"');
    return plain ? '"' + value + '"' : hex(value);
  }

  private static String hex(String value) {
    return HexFormat.of().withUpperCase().formatHex(Scan.bytes(value));
  }

  private static String bars(String value) {
    return value.replace("\\", "\\\\").replace("|", "\\|");
  }

  private static String logged(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0001", "\\x01");
  }

  /// Some text that ends with the given piece half of the time.
  private String text(String last) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < random.nextInt(8); i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return random.nextBoolean() ? text.toString() : text.append(last).append("z").toString();
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(12); i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private String address() {
    return "203.0.113." + random.nextInt(256);
  }

  /// A moment of the last years, to a unit of so many nanoseconds.
  private Instant instant(long unit) {
    long nanos = random.nextLong(1_000_000_000L) / unit * unit;
    return Instant.ofEpochSecond(random.nextLong(1_500_000_000L, 1_795_000_000L), nanos);
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }
}

package fr.bastide.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  private final Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());
  private final List<Event> events = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();

  @Test
  void everyNameHasAReader() {
    assertThat(Formats.names()).hasSize(11).first().isEqualTo(Formats.AUTO);
    assertThat(Formats.names()).allMatch(name -> Formats.reader(name, taxonomy).isPresent());
    assertThat(Formats.reader("docx", taxonomy)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "evtx~ElfFile\0xxxx~a.bin",
        "evtx~\0\0\0\0~Security.evtx",
        "json~{\"a\":1}~x",
        "json~  [ {\"a\":1}]~x",
        "json~{~x",
        "eve~{\"timestamp\":\"2026\",\"flow_id\":1,\"event_type\":\"dns\"}~x",
        "json~{\"event_type\":\"a\"}~x",
        "eve~{\"event_type\":\"a\"}~eve.json",
        "syslog~<34>1 2026-07-28T11:44:53Z host su - ID47 - text~x",
        "syslog~<189>Jul 28 11:44:53 host su: text~x",
        "syslog~Jul  8 11:44:53 host sshd[1]: Failed password~auth.log",
        "syslog~2026-07-28T11:44:53.919123+02:00 host sshd[1]: Failed~x",
        "syslog~120 <34>1 2026-07-28T11:44:53Z host su - - - t~x",
        "cef~CEF:0|v|p|1|1|name|5|src=10.0.0.1~x",
        "cef~<134>Jul 28 11:44:53 host CEF:0|v|p|1|1|name|5|src=10.0.0.1~x",
        "leef~LEEF:2.0|v|p|1|1|^|a=b~x",
        "leef~<13>Jul 28 11:44:53 host LEEF:1.0|v|p|1|1|a=b~x",
        "keyvalue~id=firewall time=\"2026-07-28 11:44:53\" fw=\"f\" tz=+0200~x",
        "keyvalue~<134>date=2026-07-28 time=11:44:53 devname=\"f\" devid=\"FG\"~x",
        "keyvalue~a=1 b=\"x y\" c=3~x",
        "auditd~type=SYSCALL msg=audit(1785239093.919:42): arch=c000003e syscall=59~x",
        "auditd~node=h type=EOE msg=audit(1785239093.919:42): ~x",
        "access~203.0.113.7 - - [28/Jul/2026:11:44:53 +0200] \"GET / HTTP/1.1\" 200 1~x",
        "access~#Fields: date time c-ip~x",
        "access~1785239093.919    123 203.0.113.7 TCP_MISS/200 45 GET http://a/ - DIRECT/1 -~x",
        "access~2026/07/28 11:44:53 [error] 12#12: *1 open() failed, client: 203.0.113.7~x",
        "access~[Tue Jul 28 11:44:53.919 2026] [core:error] [pid 1] AH1: x~x",
        "syslog~<190>Jul 28 11:44:53 h nginx: 203.0.113.7 - - [28/Jul/2026:11:44:53 +0200] \"GET"
            + " /\"~x",
        "lines~Nothing in particular~x",
        "lines~``~x",
        "lines~{not json~x"
      })
  void tellsTheFormat(String format, String head, String fileName) {
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    assertThat(Formats.detect(bytes, bytes.length, fileName)).isEqualTo(format);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 9);
    assertThat(Formats.detect(longer, bytes.length, fileName)).isEqualTo(format);
  }

  @Test
  void looksAtMoreThanTheFirstLine() {
    String log = "starting\nJul 28 11:44:53 host su: text\nJul 28 11:44:53 host su: text\n\tat x\n";
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    assertThat(Formats.detect(bytes, bytes.length, "")).isEqualTo("syslog");
    byte[] iis = "#Software: x\n#Fields: date time\n2026-07-28 1".getBytes(StandardCharsets.UTF_8);
    assertThat(Formats.detect(iis, iis.length, "")).isEqualTo("access");
  }

  @Test
  void tellsSomethingOfAnyBytes() {
    RandomGenerator random = Seed.random();
    String letters = "<>0123456789 []{}\"'#:/=|-.JulTCEFLdatetypemsgaudit(\n\0é";
    for (int run = 0; run < 50_000; run++) {
      StringBuilder head = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        head.append(letters.charAt(random.nextInt(letters.length())));
      }
      byte[] bytes = head.toString().getBytes(StandardCharsets.UTF_8);
      assertThat(Formats.names())
          .as("seed %s: %s", Seed.value(), head)
          .contains(Formats.detect(bytes, bytes.length, "x"));
    }
  }

  @Test
  void readsCompressedInput() throws IOException {
    byte[] zipped = gzip("{\"a\":1}\n{\"a\":2}\n");
    read("auto", zipped);
    assertThat(events).hasSize(2);
    assertThat(troubles).isEmpty();
    read("auto", Arrays.copyOf(zipped, zipped.length - 9));
    assertThat(troubles).isNotEmpty();
    read("auto", Arrays.copyOf(zipped, 5));
    read("auto", new byte[] {0x1F, (byte) 0x8B, 7, 7, 7, 7, 7, 7, 7, 7, 7});
    assertThat(troubles.getLast().what().fr()).contains("gzip");
  }

  @ParameterizedTest
  @CsvSource({
    "FD377A585A000004, xz",
    "425A683931415926, bzip2",
    "28B52FFD04580000, zstd",
    "504B030414000000, zip",
    "377ABCAF271C0004, 7z",
    "526172211A070100, rar",
    "4C504B5348485248, journalctl",
    "D4C3B2A102000400, Suricata",
    "0A0D0D0A1C000000, Suricata"
  })
  void saysWhatToDoWithFilesItDoesNotOpen(String magic, String word) throws IOException {
    read("auto", HexFormat.of().parseHex(magic + "00FF0A00FF0A"));
    assertThat(events).isEmpty();
    assertThat(troubles).hasSize(1);
    assertThat(troubles.getFirst().what().fr()).contains(word);
    assertThat(troubles.getFirst().what().en()).contains(word);
  }

  @Test
  void readsUtf16AndAnything() throws IOException {
    read("auto", "\uFEFF{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_16LE));
    assertThat(events.getLast().text("a")).contains("é");
    read("auto", "hello\nworld\n".getBytes(StandardCharsets.UTF_8));
    assertThat(events.getLast().text("message")).contains("world");
    read("auto", new byte[0]);
    read("auto", new byte[] {'x'});
    assertThat(troubles).isEmpty();
  }

  private void read(String name, byte[] bytes) throws IOException {
    Formats.reader(name, taxonomy)
        .orElseThrow()
        .read(
            new ByteArrayInputStream(bytes),
            Source.named("dir/x.log"),
            event -> events.add(event.keep()),
            troubles::add);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}

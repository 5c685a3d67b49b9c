package fr.bastide.airlock.internal.archive;

import static fr.bastide.airlock.internal.Through.assertRefused;
import static fr.bastide.airlock.internal.Through.pass;
import static fr.bastide.airlock.internal.Through.rebuilt;
import static fr.bastide.airlock.internal.Through.threats;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveDisarmerTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putArchiveEntry(new ZipArchiveEntry(namesAndTexts[i]));
        zip.write(bytes(namesAndTexts[i + 1]));
        zip.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static Map<String, String> members(Outcome outcome) throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(rebuilt(outcome).content().bytes()))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        members.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return members;
  }

  @Test
  void membersGoThroughTheDoorOneByOne() throws IOException {
    Outcome outcome =
        pass(
            "a.zip",
            zip(
                "note.txt",
                "bon\u202ejour",
                "x/virus.exe",
                "MZ",
                "x/b.csv",
                "=1+1",
                "__MACOSX/._note",
                "x"));
    assertThat(members(outcome))
        .containsExactly(Map.entry("note.txt", "bonjour"), Map.entry("x/b.csv", "'=1+1"));
    assertThat(threats(outcome))
        .containsExactly(
            Threat.HIDDEN_CONTENT, Threat.REFUSED_MEMBER, Threat.FORMULA, Threat.METADATA);
    assertThat(rebuilt(outcome).findings().getFirst().where()).isEqualTo("note.txt/txt");
  }

  @Test
  void underTheStrictPolicyOneRefusedMemberRefusesTheWhole() throws IOException {
    byte[] zip = zip("note.txt", "bonjour", "virus.exe", "MZ");
    assertRefused(pass("strict", "a.zip", zip), Reason.FORBIDDEN_KIND);
    assertRefused(pass("a.zip", zip("virus.exe", "MZ")), Reason.FORBIDDEN_KIND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.txt",
        "x/../../a.txt",
        "/etc/passwd",
        "C:\\a.txt",
        "x\\..\\a.txt",
        "a\u202etxt.b"
      })
  void pathsOutOfTheFolderRefuse(String name) throws IOException {
    assertRefused(pass("a.zip", zip("ok.txt", "ok", name, "x")), Reason.PATH_TRICK);
  }

  @Test
  void namesThatOneDiskWouldTakeForOneRefuse() throws IOException {
    assertRefused(pass("a.zip", zip("A.txt", "1", "a.TXT", "2")), Reason.DUPLICATE_NAMES);
  }

  @Test
  void aSwellingMemberRefuses() throws IOException {
    assertRefused(pass("a.zip", zip("a.txt", "a".repeat(40_000_000))), Reason.BOMB);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
      gz.write(new byte[40_000_000]);
    }
    assertRefused(pass("a.gz", out.toByteArray()), Reason.BOMB);
  }

  @Test
  void archivesWithinArchivesEnd() throws IOException {
    byte[] inner = zip("a.txt", "words");
    for (int i = 0; i < 6; i++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
        zip.putArchiveEntry(new ZipArchiveEntry("inner.zip"));
        zip.write(inner);
        zip.closeArchiveEntry();
      }
      inner = out.toByteArray();
    }
    assertRefused(pass("a.zip", inner), Reason.TOO_DEEP);
  }

  @Test
  void linksStayOut() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      ZipArchiveEntry link = new ZipArchiveEntry("link.txt");
      link.setUnixMode(UnixStat.LINK_FLAG | 0777);
      zip.putArchiveEntry(link);
      zip.write(bytes("/etc/passwd"));
      zip.closeArchiveEntry();
      zip.putArchiveEntry(new ZipArchiveEntry("a.txt"));
      zip.write(bytes("words"));
      zip.closeArchiveEntry();
    }
    assertThat(members(pass("a.zip", out.toByteArray()))).containsOnlyKeys("a.txt");
  }

  private static byte[] tar() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry link = new TarArchiveEntry("./link", TarConstants.LF_SYMLINK);
      link.setLinkName("../../etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      TarArchiveEntry file = new TarArchiveEntry("./dossier/a.txt");
      file.setSize(5);
      tar.putArchiveEntry(file);
      tar.write(bytes("words"));
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  @Test
  void aTarLeavesAsZipWithoutItsLinks() throws IOException {
    Outcome outcome = pass("a.tar", tar());
    assertThat(members(outcome)).containsExactly(Map.entry("dossier/a.txt", "words"));
    assertThat(threats(outcome)).containsExactly(Threat.CONVERTED, Threat.REFUSED_MEMBER);
    assertThat(rebuilt(outcome).content().name()).isEqualTo("a.zip");
  }

  @Test
  void aCompressedFileLeavesAsTheFileAndACompressedTarAsZip() throws IOException {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(one)) {
      gz.write(bytes("words"));
    }
    assertThat(rebuilt(pass("a.txt.gz", one.toByteArray())).content().name()).isEqualTo("a.txt");
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(many)) {
      gz.write(tar());
    }
    Outcome outcome = pass("a.tgz", many.toByteArray());
    assertThat(rebuilt(outcome).type()).isEqualTo(ContentType.ZIP);
    assertThat(members(outcome)).containsOnlyKeys("dossier/a.txt");
  }

  private static byte[] sevenZip(boolean locked) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile out =
        locked
            ? new SevenZOutputFile(channel, "secret".toCharArray())
            : new SevenZOutputFile(channel)) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("a.txt");
      out.putArchiveEntry(entry);
      out.write(bytes("words"));
      out.closeArchiveEntry();
    }
    return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
  }

  @Test
  void aSevenZipLeavesAsZipAndALockedOneNot() throws IOException {
    assertThat(members(pass("a.7z", sevenZip(false)))).containsExactly(Map.entry("a.txt", "words"));
    assertRefused(pass("a.7z", sevenZip(true)), Reason.ENCRYPTED);
  }

  @Test
  void aNewRarIsNotKnown() {
    byte[] rar = new byte[64];
    System.arraycopy(new byte[] {'R', 'a', 'r', '!', 0x1a, 7, 1, 0}, 0, rar, 0, 8);
    assertRefused(pass("a.rar", rar), Reason.UNKNOWN_KIND);
  }

  @Test
  void renamedMembersDoNotMeet() throws IOException {
    Outcome outcome = pass("a.zip", zip("a.doc", "words", "a.txt", "others"));
    assertThat(members(outcome)).containsOnlyKeys("a.txt", "a (2).txt");
  }

  @Test
  void theSameArchiveGivesTheSameBytes() throws IOException {
    byte[] zip = zip("a.txt", "words");
    assertThat(rebuilt(pass("a.zip", zip)).content().bytes())
        .isEqualTo(rebuilt(pass("a.zip", zip)).content().bytes());
  }
}

package fr.bastide.airlock.internal.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetafileTest {

  private static byte[] emf(int... records) {
    ByteBuffer out = ByteBuffer.allocate(4_096).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(1).putInt(108).position(40);
    out.put((byte) ' ').put((byte) 'E').put((byte) 'M').put((byte) 'F').position(108);
    for (int type : records) {
      out.putInt(type).putInt(16).putLong(0x4141414141414141L);
    }
    out.putInt(14).putInt(20).putInt(0).putInt(16).putInt(20);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static byte[] wmf(int... functions) {
    ByteBuffer out = ByteBuffer.allocate(1_024).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 1).putShort((short) 9).putShort((short) 0x300).putInt(0);
    out.putShort((short) 0).putInt(0).putShort((short) 0);
    for (int function : functions) {
      out.putInt(5).putShort((short) function).putInt(0x42424242);
    }
    out.putInt(3).putShort((short) 0);
    return Arrays.copyOf(out.array(), out.position());
  }

  @Test
  void drawingCallsStayAndCarriersGo() {
    byte[] plain = emf(54, 27);
    byte[] loaded = emf(70, 54, 105, 106, 27, 99, 102, 113, 119);
    assertThat(Metafile.rebuilt(loaded).orElseThrow().bytes())
        .hasSameSizeAs(plain)
        .isEqualTo(Metafile.rebuilt(plain).orElseThrow().bytes());
  }

  @Test
  void escapesOfOldMetafilesGo() {
    byte[] rebuilt = Metafile.rebuilt(wmf(0x0626, 0x0213)).orElseThrow().bytes();
    assertThat(rebuilt).hasSameSizeAs(wmf(0x0213));
    assertThat(ByteBuffer.wrap(rebuilt).order(ByteOrder.LITTLE_ENDIAN).getInt(6))
        .isEqualTo(rebuilt.length / 2);
  }

  @Test
  void whatIsNotWellFormedGoes() {
    byte[] cut = Arrays.copyOf(emf(54, 27), 130);
    assertThat(Metafile.rebuilt(cut)).isEmpty();
    byte[] long1 = emf(54);
    long1[112] = 127;
    assertThat(Metafile.rebuilt(long1)).isEmpty();
    byte[] twice = emf(54, 1);
    assertThat(Metafile.rebuilt(twice).orElseThrow().bytes()).hasSameSizeAs(emf(54));
    byte[] old = wmf(0x0213);
    old[18] = 0;
    old[19] = 127;
    assertThat(Metafile.rebuilt(old)).isEmpty();
  }

  @Test
  void aBitmapAloneIsABitmap() {
    ByteBuffer out = ByteBuffer.allocate(108 + 80 + 44 + 20).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(1).putInt(108).position(40);
    out.put((byte) ' ').put((byte) 'E').put((byte) 'M').put((byte) 'F').position(108);
    out.putInt(81).putInt(80 + 44).position(108 + 48);
    out.putInt(80).putInt(40).putInt(120).putInt(4).position(108 + 80);
    out.putInt(40).putInt(1).putInt(1).putShort((short) 1).putShort((short) 32);
    out.position(108 + 124);
    out.putInt(14).putInt(20).putInt(0).putInt(16).putInt(20);
    byte[] bitmap = Metafile.bitmap(out.array()).orElseThrow();
    assertThat(bitmap).startsWith('B', 'M').hasSize(14 + 44);
    assertThat(Metafile.bitmap(emf(54))).isEmpty();
    out.putInt(108 + 56, 121);
    assertThat(Metafile.bitmap(out.array())).isEmpty();
  }
}

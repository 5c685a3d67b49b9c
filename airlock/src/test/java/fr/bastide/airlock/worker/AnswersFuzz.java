package fr.bastide.airlock.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;

class AnswersFuzz {

  /// Whatever a worker sends is an answer or a broken frame.
  @FuzzTest(maxDuration = "20s")
  void anyBytesAreReadOrRefused(byte[] data) throws IOException {
    try {
      assertThat(Answers.receive(new ByteArrayInputStream(data), 1 << 16)).isNotNull();
    } catch (Wire.BrokenFrame | EOFException refused) {
      assertThat(refused).isNotNull();
    }
  }
}

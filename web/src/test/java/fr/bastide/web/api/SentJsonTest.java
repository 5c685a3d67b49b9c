package fr.bastide.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Money;
import fr.bastide.loop.Invalid;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentJsonTest {

  record SentInner(int count) {}

  record SentAll(
      String name,
      BodyForm form,
      Money budget,
      Optional<LocalDate> due,
      List<SentInner> inner,
      Set<String> words,
      Map<String, String> reasons,
      Optional<BodyId> body) {}

  private static final String WHOLE =
      """
      {"name":"é","form":"fire-service","budget":12.5,"due":"2026-11-24",
       "inner":[{"count":2}],"words":["a","b"],"reasons":{"x":"y"},"body":"commune-09194"}
      """;

  @Test
  void whatIsWrittenIsReadAgain() {
    SentAll read = read(WHOLE);
    assertThat(read.budget()).isEqualTo(new Money(1_250));
    assertThat(read.form()).isEqualTo(BodyForm.FIRE_SERVICE);
    assertThat(read(new String(WrittenJson.of(read), StandardCharsets.UTF_8))).isEqualTo(read);
  }

  @Test
  void whatMayBeMissingMayBeMissing() {
    SentAll read = read("{\"name\":\"n\",\"form\":\"commune\",\"budget\":1,\"due\":null}");
    assertThat(read.due()).isEmpty();
    assertThat(read.inner()).isEmpty();
    assertThat(read.reasons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"n\",\"form\":\"commune\"} | budget",
        "{\"name\":\"n\",\"form\":\"commune\",\"budget\":1,\"nome\":2} | nome",
        "{\"name\":1,\"form\":\"commune\",\"budget\":1} | name",
        "{\"name\":\"n\",\"form\":\"castle\",\"budget\":1} | form",
        "{\"name\":\"n\",\"form\":\"COMMUNE\",\"budget\":1} | form",
        "{\"name\":\"n\",\"form\":\"commune\",\"budget\":1.005} | budget",
        "{\"name\":\"n\",\"form\":\"commune\",\"budget\":1e999999} | budget",
        "{\"name\":\"n\",\"form\":\"commune\",\"budget\":1,\"inner\":[{\"count\":1.5}]} | inner[0].count",
        "{\"name\":\"n\",\"form\":\"commune\",\"budget\":1,\"inner\":[1]} | inner[0]",
        "{\"name\":\"n\",\"form\":\"commune\",\"budget\":1,\"due\":\"2026-13-01\"} | due",
        "{\"name\":\"n\",\"form\":\"commune\",\"budget\":1,\"body\":\"a b\"} | body",
        "{\"name\":\"n\",\"name\":\"m\",\"form\":\"commune\",\"budget\":1} | ''",
        "{\"name\":\"n\" | ''",
        "[] | ''",
        "{} {} | ''",
      })
  void whatIsWrongIsToldWithItsPlace(String json, String field) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(Invalid.class, wrong -> assertThat(wrong.field()).isEqualTo(field));
  }

  @Test
  void emptyAndDeepInputEndsInAMessage() {
    assertThatThrownBy(() -> read("")).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(Invalid.class);
  }

  private static SentAll read(String json) {
    return SentJson.read(json.getBytes(StandardCharsets.UTF_8), SentAll.class);
  }
}

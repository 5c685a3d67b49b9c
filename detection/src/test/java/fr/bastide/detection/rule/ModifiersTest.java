package fr.bastide.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.Samples;
import fr.bastide.telemetry.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each modifier of the Sigma modifiers appendix 2.1.0 on values that it takes and values that it
/// does not.
class ModifiersTest {

  /// Key and value of a selection, what the field holds, whether that matches. `⇥` is a tab.
  @ParameterizedTest(name = "{0}: {1} on {2}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          f¦'whoami'¦WHOAMI¦true
          f¦'whoami'¦whoami.exe¦false
          f¦4688¦4688¦true
          f¦true¦TRUE¦true
          f¦0x17¦0x17¦true
          f¦1.0¦1¦false
          f¦'É'¦é¦true
          f¦'ß'¦SS¦false
          f¦'ß'¦ẞ¦true
          f|cased¦'Who'¦Who¦true
          f|cased¦'Who'¦who¦false
          f|contains¦'Am'¦whoami¦true
          f|contains|cased¦'Am'¦whoami¦false
          f|contains¦'a?i'¦whoamia1i¦true
          f|startswith¦'WHO'¦whoami¦true
          f|startswith¦'ami'¦whoami¦false
          f|endswith¦'AMI'¦whoami¦true
          f|endswith¦'\\whoami'¦C:\\whoami¦true
          f|contains¦['x','who']¦whoami¦true
          f|contains|all¦['ami','who']¦whoami¦true
          f|contains|all¦['ami','x']¦whoami¦false
          f|neq¦'who'¦whoami¦true
          f|neq¦'whoami'¦WHOAMI¦false
          f|neq¦['a','b']¦b¦false
          f|neq¦['a','b']¦c¦true
          f|neq¦5¦5.0¦false
          f|neq¦5¦6¦true
          f|contains|neq¦'am'¦whoami¦false
          f|windash|contains¦' -e '¦x /e y¦true
          f|windash|contains¦' -e '¦x –e y¦true
          f|windash|contains¦' -e '¦x —e y¦true
          f|windash|contains¦' -e '¦x ―e y¦true
          f|contains|windash¦' /e '¦x -e y¦true
          f|windash|contains¦' -e '¦x _e y¦false
          f|windash|contains¦'-a -b'¦/a —b¦true
          f|windash|contains¦'Add-Type'¦Add/Type¦false
          f|re¦'who.m.$'¦whoami¦true
          f|re¦'WHO'¦whoami¦false
          f|re|i¦'WHO'¦whoami¦true
          f|re¦'^b'¦a⇥b¦false
          f|re|m¦'^b'¦a⏎b¦true
          f|re¦'a.b'¦a⏎b¦false
          f|re|s¦'a.b'¦a⏎b¦true
          f|re|i|s¦'A.B'¦a⏎b¦true
          f|re¦'a$'¦a⏎¦true
          f|re¦['x','who']¦whoami¦true
          f|re|all¦['ami','who']¦whoami¦true
          f|re|all¦['ami','x']¦whoami¦false
          f|re|neq¦'who'¦whoami¦false
          f|cidr¦'10.0.0.0/8'¦10.255.0.1¦true
          f|cidr¦'10.0.0.0/8'¦11.0.0.1¦false
          f|cidr¦'10.0.0.0/8'¦::ffff:10.1.2.3¦true
          f|cidr¦'10.1.2.3'¦10.1.2.3¦true
          f|cidr¦'192.168.1.77/25'¦192.168.1.5¦true
          f|cidr¦'0.0.0.0/0'¦1.2.3.4¦true
          f|cidr¦'0.0.0.0/0'¦no address¦false
          f|cidr¦'fe80::/10'¦FE80::1%eth0¦true
          f|cidr¦'fe80::/10'¦fec0::1¦false
          f|cidr¦'2001:db8::/32'¦2001:db8:1:2:3:4:5:6¦true
          f|cidr¦'::ffff:10.0.0.0/104'¦10.9.9.9¦true
          f|cidr¦['10.0.0.0/8','::1/128']¦::1¦true
          f|base64¦'cmd'¦Y21k¦true
          f|base64|contains¦'cmd'¦xxY21kxx¦true
          f|base64offset|contains¦'/bin/sh'¦L2Jpbi9zaA==¦true
          f|base64offset|contains¦'/bin/sh'¦eC9iaW4vc2g=¦true
          f|base64offset|contains¦'/bin/sh'¦eHgvYmluL3No¦true
          f|base64offset|contains¦'/bin/sh'¦L2Jpbi9iYXNo¦false
          f|wide|base64offset|contains¦'ping'¦cABpAG4AZwA=¦true
          f|utf16le|base64¦'cmd'¦YwBtAGQA¦true
          f|utf16be|base64¦'cmd'¦AGMAbQBk¦true
          f|utf16|base64¦'cmd'¦//5jAG0AZAA=¦true
          f|gt¦5¦6¦true
          f|gt¦5¦5¦false
          f|gte¦5¦5.0¦true
          f|lt¦5¦-1e3¦true
          f|lte¦5¦5¦true
          f|lte¦5¦1e999999999¦false
          f|gt¦5¦six¦false
          f|gt¦[5,100]¦6¦true
          f|minute¦5¦2026-11-24T08:05:00Z¦true
          f|hour¦8¦2026-11-24 08:05:00¦true
          f|hour|gte¦20¦2026-11-24T22:00:00+02:00¦true
          f|hour|lt¦6¦2026-11-24T22:00:00Z¦false
          f|day¦24¦2026/11/24¦true
          f|week¦48¦2026-11-24¦true
          f|month¦11¦2026-11-24T08:05:00Z¦true
          f|month|neq¦11¦2026-11-24T08:05:00Z¦false
          f|year¦2026¦1795507200¦true
          f|year¦2026¦today¦false
          f|hour¦8¦2026-11-24¦false
          f|exists¦true¦x¦true
          f|exists¦false¦x¦false
          g|exists¦false¦x¦true
          g|exists¦true¦x¦false
          """)
  void means(String key, String value, String found, boolean matches) {
    Rule rule = Samples.rule("selection:\n  " + key + ": " + value + "\ncondition: selection");
    Event event = Samples.event("f", found.replace('⏎', '\n').replace('⇥', '\t'));

    assertThat(Evaluation.matches(rule, event)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "f|fieldref, a, A, true",
    "f|fieldref, a, ab, false",
    "f|fieldref|cased, a, A, false",
    "f|fieldref|startswith, abc, AB, true",
    "f|fieldref|endswith, abc, BC, true",
    "f|contains|fieldref, abc, B, true",
    "f|fieldref|contains, abc, x, false",
    "f|fieldref|neq, a, b, true",
    "f|fieldref|neq, a, a, false"
  })
  void comparesFields(String key, String one, String other, boolean matches) {
    Rule rule = Samples.rule("selection:\n  " + key + ": g\ncondition: selection");

    assertThat(Evaluation.matches(rule, Samples.event("f", one, "g", other))).isEqualTo(matches);
    assertThat(rule.asked()).containsExactly("f", "g");
  }

  @Test
  void anAbsentFieldIsLikeNoOther() {
    Rule rule = Samples.rule("selection:\n  f|fieldref: g\ncondition: selection");

    assertThat(Evaluation.matches(rule, Samples.event("f", "a"))).isFalse();
    assertThat(Evaluation.matches(rule, Samples.event("f", "", "g", ""))).isTrue();
    assertThat(Evaluation.matches(rule, Samples.event("f", "<null>", "g", "<null>"))).isFalse();
  }

  @Test
  void placeholdersBecomeValues() {
    RuleReader reader =
        new RuleReader()
            .with(
                new Placeholders(Map.of("Servers", List.of("srv*", "dc01"), "zone", List.of("x"))));
    String yaml =
        Samples.yaml(
            """
            selection:
              f|expand: '%Servers%.%zone%'
              g|contains|expand: 'a\\%zone%zone%'
            condition: selection
            """);
    Rule rule = reader.readText("p.yml", yaml).book().rules().getFirst();

    assertThat(Evaluation.matches(rule, Samples.event("f", "SRV7.x", "g", "1a%zonex2"))).isTrue();
    assertThat(Evaluation.matches(rule, Samples.event("f", "dc01.x", "g", "a%zonex"))).isTrue();
    assertThat(Evaluation.matches(rule, Samples.event("f", "dc02.x", "g", "a%zonex"))).isFalse();
  }

  @Test
  void aPercentSignIsPlainWithoutExpand() {
    Rule rule = Samples.rule("selection:\n  f: '%name%'\ncondition: selection");

    assertThat(Evaluation.matches(rule, Samples.event("f", "%name%"))).isTrue();
  }
}

package fr.bastide.detection.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import fr.bastide.detection.Expression;
import fr.bastide.detection.Matcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What PCRE means, found in linear time.
class RegexesTest {

  private static final RegexFlags NONE = new RegexFlags(false, false, false, false);

  static Expression translate(String regex) throws Refused {
    return Regexes.expression(
        regex, NONE, 1, pattern -> new Expression.Field("f", new Matcher.Regex(pattern)));
  }

  static boolean found(Expression expression, String text) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) -> parts.stream().allMatch(p -> found(p, text));
      case Expression.Any(List<Expression> parts) -> parts.stream().anyMatch(p -> found(p, text));
      case Expression.Not(Expression part) -> !found(part, text);
      case Expression.Field(String _, Matcher.Regex(Pattern pattern)) ->
          pattern.matcher(text).find();
      default -> throw new AssertionError(expression);
    };
  }

  /// An expression, a text, whether it is found there. Signs stand for what cannot be seen.
  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          a.c¦xabcx¦true
          a.c¦a⏎c¦false
          a\\Nc¦abc¦true
          ^b¦a⏎b¦false
          (?m)^b¦a⏎b¦true
          (?s)a.c¦a⏎c¦true
          a$¦a⏎¦true
          a\\Z¦a⏎¦true
          a\\z¦a⏎¦false
          a$¦a⏎⏎¦false
          \\Aab¦ab¦true
          a\\Kb¦ab¦true
          (?i)ABC¦abc¦true
          a(?i)b¦aB¦true
          a(?i)b¦AB¦false
          (?i:a)b¦Ab¦true
          (?i:a)b¦AB¦false
          (?i)a(?-i:b)c¦AbC¦true
          (?i)a(?-i:b)c¦ABC¦false
          (?x) a b # comment⏎ c¦abc¦true
          (?#comment)ab¦ab¦true
          (?<name>a)(?P<other>b)(?'third'c)¦abc¦true
          a{2,3}b¦aab¦true
          a{,3}¦a{,3}¦true
          a{x¦a{x¦true
          a{2}{2}¦aaaa¦true
          a{2}{2}¦aaa¦false
          (?:ab){2,}¦abab¦true
          [^]a]b¦xb¦true
          [^]a]b¦]b¦false
          []a]b¦]b¦true
          [\\w-]¦-¦true
          [a\\-z]¦b¦false
          [[:alpha:]]{3}¦abc¦true
          [\\]\\[]¦[¦true
          [\\d-x]¦-¦true
          [\\x41-\\x43]¦B¦true
          [a-\\d]¦-¦true
          [\\Q^]\\E]¦]¦true
          \\Qa.b\\E¦a.b¦true
          \\Qa.b\\E¦axb¦false
          \\Qa.\\E+¦a..¦true
          \\x41\\x{42}\\103¦ABC¦true
          \\x41\\x{42}¦AB¦true
          \\0101¦A¦false
          \\cA¦␁¦true
          \\e¦␛¦true
          \\h\\H¦⍽x¦true
          a\\Rb¦a⏎b¦true
          \\s¦␋¦true
          [\\s]¦␋¦true
          \\S¦␋¦false
          \\_\\é\\-\\/¦_é-/¦true
          \\bword\\b¦a word b¦true
          é+¦éé¦true
          ^(?=.*b)(?=.*a).*$¦ab¦true
          ^(?=.*b)(?=.*a).*$¦aa¦false
          ^(?!.*evil).*good¦good¦true
          ^(?!.*evil).*good¦good evil¦false
          (?=a)^ab¦ab¦true
          ^(?!a)¦b¦true
          ^(?!a)¦ab¦false
          ^(?!a)b|^(?=c)c¦c¦true
          ^(?!(?:a|b))c¦c¦true
          x(?=y)¦xy¦true
          x(?=y)¦xz¦false
          x(?!y)¦xz¦true
          x(?!y)¦x¦true
          x(?!y)¦xy¦false
          x(?![a-c])¦xd¦true
          x(?!\\d)¦x1¦false
          (?<=x)y¦xy¦true
          (?<=x)y¦zy¦false
          (?<!x)y¦zy¦true
          (?<!x)y¦y¦true
          (?<!x)y¦xy¦false
          a(?:b|c(?=d))¦acd¦true
          a(?:b|c(?=d))¦ac¦false
          a++¦aa¦true
          ab(?>c|d)¦abd¦true
          (?|a|b)c¦bc¦true
          ¦x¦true
          """)
  void finds(String regex, String text, boolean expected) throws Refused {
    String plain = regex == null ? "" : regex.replace('⏎', '\n');

    assertThat(found(translate(plain), visible(text))).isEqualTo(expected);
  }

  private static String visible(String text) {
    return text.replace('⏎', '\n')
        .replace('␁', '\u0001')
        .replace('␛', '\u001b')
        .replace('␋', '\u000b')
        .replace('⍽', '\u00a0');
  }

  /// Long repetitions are written in pieces; the bounds stay where they are.
  @ParameterizedTest
  @CsvSource({"4, false", "5, true", "205, true", "505, true", "506, false"})
  void longRepetitionsKeepTheirBounds(int length, boolean expected) throws Refused {
    Expression expression = translate("^(?:ab){5,505}$");

    assertThat(found(expression, "ab".repeat(length))).isEqualTo(expected);
  }

  /// On a stack a quarter of the usual one, with the largest expressions that are taken.
  @Test
  void theStackIsBounded() throws InterruptedException {
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    Runnable largest =
        () -> {
          for (String regex :
              List.of("a{0,1000}b{0,900}", "(?:a?){990}", "(?:a*){990}", "(?:(?:ab|cd)?){300}")) {
            try {
              found(translate(regex), "ab".repeat(500));
            } catch (Refused refused) {
              failures.add(refused);
            }
          }
        };
    Thread thread = new Thread(null, largest, "small stack", 256 * 1_024);
    thread.setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
    thread.start();
    thread.join();

    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a)\\1",
        "\\k<a>",
        "\\g1",
        "(?1)",
        "(?R)",
        "(?&n)",
        "(?(1)a|b)",
        "(*ANY)",
        "\\X",
        "\\C",
        "a(?=b)c",
        "a(?!b)c",
        "a(?<=b)c",
        "x(?!yz)",
        "(?<!ab)c",
        "a*+a",
        "(?>a)a",
        "(a(?=b))+",
        "(?=a)b",
        "(?^)a",
        "\\y",
        "[\\R]",
        "[[:nothing:]]",
        "^*",
        "a**?+*",
        "\\x{110000}",
        "(?i)\u1c80",
        "(?i)[\u1c80]",
        "(?i)[a-\uffdc]",
        "(?i)[\\Q\u1c88\\E]",
        "(?i)\\x{1c85}"
      })
  void refusesWhatIsNotExact(String regex) {
    assertThatThrownBy(() -> translate(regex)).isInstanceOf(Refused.class);
  }
}

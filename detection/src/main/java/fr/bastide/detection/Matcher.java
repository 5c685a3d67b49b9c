package fr.bastide.detection;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.List;

/// What one value has to be.
public sealed interface Matcher {

  /// Text with wildcards; letters in either case are the same unless `cased`, by simple case
  /// folding of each code point. Numbers and truths are compared as they are written.
  record Like(TextPattern pattern, boolean cased) implements Matcher {}

  /// A linear-time regular expression found anywhere in the value; case counts unless its flags say
  /// otherwise.
  record Regex(Pattern pattern) implements Matcher {}

  /// An address within a network, IPv4 or IPv6; IPv4-mapped addresses count as IPv4.
  ///
  /// @param network the address as 4 or 16 bytes, bits past the prefix zero
  /// @param prefix how many leading bits count
  record Cidr(List<Byte> network, int prefix) implements Matcher {
    public Cidr {
      network = List.copyOf(network);
    }
  }

  /// A number compared with a number; what is not a decimal number never is.
  record Compare(Comparison comparison, BigDecimal number) implements Matcher {}

  /// The field is there (even empty or null), or is not.
  record Exists(boolean expected) implements Matcher {}

  /// The field is absent or says null: what `field: null` asks for.
  record Null() implements Matcher {}

  /// The value of another field of the same event, all of it or as a beginning, an end, a part.
  record OtherField(String field, Position position, boolean cased) implements Matcher {}

  /// A part of the instant that the value tells, in UTC unless it names its zone.
  record TimePart(Unit unit, Comparison comparison, int number) implements Matcher {}

  /// How two numbers stand to each other.
  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /// Where in a value another one stands.
  enum Position {
    WHOLE,
    START,
    END,
    ANYWHERE
  }

  /// A part of an instant.
  enum Unit {
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }
}

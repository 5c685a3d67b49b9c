package fr.bastide.detection.internal.match;

/// Something that is true or false of an event, found out at most once for each event however many
/// rules ask.
sealed interface Check {

  /// Whether it is true of the event at hand.
  boolean holds(Values values);

  /// Roughly how long it takes to find out, in hundreds of nanoseconds.
  int cost();

  /// At least one value of a field that is not null passes a test.
  record OfField(int local, ValueTest test) implements Check {
    @Override
    public boolean holds(Values values) {
      for (int i = values.first(local); i >= 0; i = values.next(i)) {
        if (!values.isNull(i) && test.holds(values, i)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int cost() {
      return test.cost();
    }
  }

  /// At least one value of any field that is not null, or the whole record, passes a test.
  record OfAnything(ValueTest test) implements Check {
    @Override
    public boolean holds(Values values) {
      for (int i = values.size(); i >= 0; i--) {
        if (!values.isNull(i) && test.holds(values, i)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int cost() {
      return 20 * test.cost();
    }
  }

  /// A field is there, or is not.
  record Presence(int local, boolean expected) implements Check {
    @Override
    public boolean holds(Values values) {
      return values.first(local) >= 0 == expected;
    }

    @Override
    public int cost() {
      return 1;
    }
  }

  /// A field is absent, or one of its values is null.
  record Nothing(int local) implements Check {
    @Override
    public boolean holds(Values values) {
      int i = values.first(local);
      if (i < 0) {
        return true;
      }
      for (; i >= 0; i = values.next(i)) {
        if (values.isNull(i)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int cost() {
      return 1;
    }
  }
}

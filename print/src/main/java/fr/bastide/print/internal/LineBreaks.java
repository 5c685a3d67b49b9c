package fr.bastide.print.internal;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/// Where a line may end. The rules of the JDK would end one after an apostrophe (`l’` | `enquête`)
/// and inside a number of an article (`323-` | `1`), which no printer does.
final class LineBreaks implements FSTextBreaker {

  private final BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
  private String text = "";

  @Override
  public void setText(String next) {
    text = next;
    places.setText(next);
  }

  @Override
  public int next() {
    int place = places.next();
    while (place != BreakIterator.DONE && inside(place)) {
      place = places.next();
    }
    return place;
  }

  private boolean inside(int place) {
    if (place < 2 || place >= text.length()) {
      return false;
    }
    char before = text.charAt(place - 1);
    char after = text.charAt(place);
    return before == '’' && Character.isLetter(after)
        || before == '-' && Character.isDigit(after) && Character.isDigit(text.charAt(place - 2));
  }
}

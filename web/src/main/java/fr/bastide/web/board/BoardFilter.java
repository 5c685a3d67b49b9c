package fr.bastide.web.board;

import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyForm;
import fr.bastide.loop.board.Boards;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one chose to see of the board. Whatever a URL says that means nothing counts as no choice.
///
/// @param departement only this one; empty for all
/// @param form only this one
/// @param grade only this one
/// @param name only names that contain it; empty for all
/// @param order by what
/// @param page from 1
public record BoardFilter(
    String departement,
    Optional<BodyForm> form,
    Optional<Grade> grade,
    String name,
    Boards.Order order,
    int page) {

  /// How many bodies a page shows.
  public static final int ON_A_PAGE = 50;

  private static final int MAX_NAME = 100;
  private static final int MAX_PAGE = 1_000;

  static BoardFilter of(
      String departement, String form, String grade, String name, String order, String page) {
    return new BoardFilter(
        departement.length() <= 3 ? departement : "",
        one(BodyForm.values(), form),
        one(Grade.values(), grade),
        name.length() <= MAX_NAME ? name.strip() : name.substring(0, MAX_NAME).strip(),
        one(Boards.Order.values(), order).orElse(Boards.Order.WEAKEST),
        number(page));
  }

  /// The page of rows this asks for.
  Boards.Query query() {
    return query((page - 1) * ON_A_PAGE, ON_A_PAGE);
  }

  /// All rows that fit.
  Boards.Query all() {
    return query(0, Boards.Query.MAX_LIMIT);
  }

  private Boards.Query query(int offset, int limit) {
    return new Boards.Query(
        departement.isEmpty() ? Optional.empty() : Optional.of(departement),
        form,
        grade,
        name.isEmpty() ? Optional.empty() : Optional.of(name),
        order,
        offset,
        limit);
  }

  /// Whether anything is left out by choice.
  public boolean narrows() {
    return !departement.isEmpty() || form.isPresent() || grade.isPresent() || !name.isEmpty();
  }

  /// A path with this filter as its query, on the first page.
  public String at(String path) {
    return at(path, 1);
  }

  /// A path with this filter as its query.
  public String at(String path, int onPage) {
    Map<String, String> chosen = new LinkedHashMap<>();
    chosen.put("departement", departement);
    chosen.put("form", form.map(Enum::name).orElse(""));
    chosen.put("grade", grade.map(Enum::name).orElse(""));
    chosen.put("name", name);
    chosen.put("order", order == Boards.Order.WEAKEST ? "" : order.name());
    chosen.put("page", onPage == 1 ? "" : Integer.toString(onPage));
    String query =
        chosen.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static <E extends Enum<E>> Optional<E> one(E[] values, String written) {
    return Stream.of(values).filter(value -> value.name().equals(written)).findFirst();
  }

  private static int number(String written) {
    boolean plain =
        !written.isEmpty()
            && written.length() <= 4
            && written.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Math.clamp(Integer.parseInt(written), 1, MAX_PAGE) : 1;
  }
}

package fr.bastide.loop.memory;

import fr.bastide.loop.intake.Channel;
import fr.bastide.loop.intake.Reference;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportId;
import fr.bastide.loop.intake.Reports;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The reports in memory.
public final class MemoryReports implements Reports, Undoable {

  private record Row(
      Report report, Optional<String> link, String mailSecret, Optional<Instant> told, int times) {

    Row with(Report other) {
      return new Row(other, link, mailSecret, told, times);
    }
  }

  private final Map<ReportId, Row> rows = new LinkedHashMap<>();

  @Override
  public void add(Report report, Optional<String> linkHash, String mailSecret) {
    rows.put(report.id(), new Row(report, linkHash, mailSecret, Optional.empty(), 0));
  }

  @Override
  public Optional<Report> find(ReportId id) {
    return Optional.ofNullable(rows.get(id)).map(Row::report);
  }

  @Override
  public Optional<Report> hold(ReportId id) {
    return find(id);
  }

  @Override
  public Optional<Report> holdByLink(String linkHash) {
    return rows.values().stream()
        .filter(row -> row.link().filter(linkHash::equals).isPresent())
        .map(Row::report)
        .findFirst();
  }

  @Override
  public Optional<Report> find(Reference reference) {
    return rows.values().stream()
        .map(Row::report)
        .filter(report -> report.reference().equals(reference))
        .findFirst();
  }

  @Override
  public void keepAnswers(ReportId id, Map<String, String> answers, Instant at) {
    rows.computeIfPresent(id, (same, row) -> row.with(answered(row.report(), answers, at)));
  }

  private static Report answered(Report r, Map<String, String> answers, Instant at) {
    return new Report(
        r.id(),
        r.reference(),
        r.channel(),
        r.language(),
        answers,
        r.openedAt(),
        at,
        r.state(),
        r.handling(),
        r.closedAt(),
        r.caseName(),
        r.suspect(),
        r.version());
  }

  @Override
  public boolean update(Report report) {
    Optional<Row> present =
        Optional.ofNullable(rows.get(report.id()))
            .filter(row -> row.report().version() == report.version());
    present.ifPresent(row -> rows.put(report.id(), row.with(handled(row.report(), report))));
    return present.isPresent();
  }

  private static Report handled(Report r, Report next) {
    return new Report(
        r.id(),
        r.reference(),
        r.channel(),
        r.language(),
        r.answers(),
        r.openedAt(),
        r.changedAt(),
        next.state(),
        next.handling(),
        next.closedAt(),
        next.caseName(),
        r.suspect(),
        r.version() + 1);
  }

  @Override
  public void setLink(ReportId id, Optional<String> linkHash) {
    rows.computeIfPresent(
        id,
        (same, row) -> new Row(row.report(), linkHash, row.mailSecret(), row.told(), row.times()));
  }

  @Override
  public boolean hasLink(ReportId id) {
    return Optional.ofNullable(rows.get(id)).filter(row -> row.link().isPresent()).isPresent();
  }

  @Override
  public String mailSecret(ReportId id) {
    return Optional.ofNullable(rows.get(id)).orElseThrow().mailSecret();
  }

  @Override
  public List<Report> queue(Set<Report.State> states, int limit) {
    Comparator<Report> fresh = Comparator.comparing(report -> report.state() != Report.State.NEW);
    Comparator<Report> waiting =
        (a, b) ->
            a.state() == Report.State.NEW
                ? a.openedAt().compareTo(b.openedAt())
                : b.changedAt().compareTo(a.changedAt());
    return rows.values().stream()
        .map(Row::report)
        .filter(report -> states.contains(report.state()))
        .sorted(fresh.thenComparing(waiting))
        .limit(limit)
        .toList();
  }

  @Override
  public long openedSince(Channel channel, Instant since) {
    return rows.values().stream()
        .map(Row::report)
        .filter(report -> report.channel() == channel && report.openedAt().isAfter(since))
        .count();
  }

  @Override
  public List<Told> toTell(Instant fresh, Instant again, int most) {
    return rows.values().stream()
        .filter(row -> row.report().state() == Report.State.NEW)
        .filter(row -> !row.report().suspect() || row.report().channel() != Channel.MAIL)
        .filter(row ->
            row.times() == 0
                ? !row.report().openedAt().isAfter(fresh) || row.report().reachable()
                : row.times() < most && row.told().filter(at -> !at.isAfter(again)).isPresent())
        .sorted(Comparator.comparing(row -> row.report().openedAt()))
        .map(row -> new Told(row.report(), row.times()))
        .toList();
  }

  @Override
  public void told(ReportId id, Instant at) {
    rows.computeIfPresent(
        id,
        (same, row) ->
            new Row(row.report(), row.link(), row.mailSecret(), Optional.of(at), row.times() + 1));
  }

  @Override
  public Runnable remember() {
    Map<ReportId, Row> before = new LinkedHashMap<>(rows);
    return () -> {
      rows.clear();
      rows.putAll(before);
    };
  }
}

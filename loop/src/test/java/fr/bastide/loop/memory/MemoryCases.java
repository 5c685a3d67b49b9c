package fr.bastide.loop.memory;

import fr.bastide.incident.Facts;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.intake.Cases;
import fr.bastide.loop.intake.Message;
import fr.bastide.loop.intake.ReportView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Cases in memory: names, and what was told to them.
public final class MemoryCases implements Cases {

  private final Map<String, List<Message>> told = new LinkedHashMap<>();
  private final List<Facts> facts = new ArrayList<>();

  @Override
  public String open(Caller caller, ReportView report, Facts known) {
    String name = "dossier-" + (told.size() + 1);
    told.put(name, new ArrayList<>(report.messages()));
    facts.add(known);
    return name;
  }

  @Override
  public void join(Caller caller, String caseName, ReportView report, Facts known) {
    messages(caseName).addAll(report.messages());
    facts.add(known);
  }

  @Override
  public void append(String caseName, Message message) {
    messages(caseName).add(message);
  }

  /// What a case was told, oldest first.
  public List<Message> messages(String caseName) {
    return Optional.ofNullable(told.get(caseName)).orElseThrow(NotFound::new);
  }

  /// The facts with which cases were opened or joined.
  public List<Facts> facts() {
    return List.copyOf(facts);
  }
}

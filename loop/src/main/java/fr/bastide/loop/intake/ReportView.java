package fr.bastide.loop.intake;

import java.util.List;

/// A report with all that was said about it.
///
/// @param report the report
/// @param messages what was said, oldest first
/// @param files what came with it, oldest first
public record ReportView(Report report, List<Message> messages, List<ReportFile> files) {

  public ReportView {
    messages = List.copyOf(messages);
    files = List.copyOf(files);
  }
}

package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Expression;
import fr.bastide.detection.RuleInfo;
import fr.bastide.telemetry.Logsource;

/// A rule read from its document, before filters.
record RuleDraft(RuleInfo info, Logsource logsource, Expression condition) {}

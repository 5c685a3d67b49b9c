package fr.bastide.detection;

import fr.bastide.kernel.Text;

/// A setting of a system that makes it send events it does not send by default.
///
/// @param id a short name, such as `windows-process-creation`
/// @param what what to set and where
public record AuditSetting(String id, Text what) {}

package fr.bastide.detection.correlation;

/// What a correlator holds now, and what it could not hold since it was made or restored.
///
/// @param groups groups held
/// @param events events held in their windows
/// @param evicted groups that left for want of room
/// @param cut events that left a full group before their time
/// @param late events older than the lateness allowed, not counted
/// @param ungrouped matches that lacked a field to group by, or the value to count
/// @param restarted groups whose clock went back for good and that began anew
public record Load(
    int groups, int events, long evicted, long cut, long late, long ungrouped, long restarted) {}

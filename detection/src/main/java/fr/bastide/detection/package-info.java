/// Sigma rules, compiled once and matched against events.
@NullMarked
package fr.bastide.detection;

import org.jspecify.annotations.NullMarked;

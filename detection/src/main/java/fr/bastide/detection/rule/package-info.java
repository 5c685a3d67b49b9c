/// Reads Sigma rules, correlations and filters from files, folders and archives.
@NullMarked
package fr.bastide.detection.rule;

import org.jspecify.annotations.NullMarked;

/// Directories, needs, policies and draws as files: YAML, JSON and CSV.
@NullMarked
package fr.bastide.directory.file;

import org.jspecify.annotations.NullMarked;

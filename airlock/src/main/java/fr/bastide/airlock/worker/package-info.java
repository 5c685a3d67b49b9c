/// Workers: processes without network, files or rights, in which hostile files are taken apart,
/// rebuilt and audited, and which may die without anybody else being hurt.
@NullMarked
package fr.bastide.airlock.worker;

import org.jspecify.annotations.NullMarked;
